package dev.nutshell.examples.images;

import dev.nutshell.data.Dataset;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;

/** Handwritten digits by one hidden layer. */
public final class MlpExample {
  private static final Path REPORT = Path.of("target", "mlp.html");

  private MlpExample() {}

  /** Arguments: a folder with the files of MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    System.out.println("test: " + test(folder, arguments.number(1, 1), arguments.number(2, 3)));
  }

  /** Trains, writes a report, and gives what the network says of the test images. */
  static Evaluation test(Path folder, long seed, int epochs) throws IOException {
    Dataset train = ImageFiles.train(folder);
    Dataset test = ImageFiles.test(folder);
    try (MlpTraining training = new MlpTraining(new TrainingOptions(64, 2, seed))) {
      training.optimizer(Optimizer.adam(1e-3));
      training.fit(train, FitOptions.epochs(epochs).validation(test));
      training.report(REPORT);
      return training.evaluate(test);
    }
  }
}
