package dev.nutshell.examples.images;

import dev.nutshell.data.Dataset;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;

/** Clothes by two convolutions, after one epoch. */
public final class LeNetExample {
  private static final Path WEIGHTS = Path.of("target", "le_net.safetensors");

  private LeNetExample() {}

  /** Arguments: a folder with the files of Fashion-MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    System.out.println("test: " + test(folder, arguments.number(1, 1), arguments.number(2, 1)));
  }

  /** Trains, saves the weights, and gives what the network says of the test images. */
  static Evaluation test(Path folder, long seed, int epochs) throws IOException {
    Dataset train = ImageFiles.train(folder);
    try (LeNetTraining training = new LeNetTraining(new TrainingOptions(64, 2, seed))) {
      training.optimizer(Optimizer.adam(1e-3));
      training.fit(train, FitOptions.epochs(epochs));
      training.save(WEIGHTS);
      return training.evaluate(ImageFiles.test(folder));
    }
  }
}
