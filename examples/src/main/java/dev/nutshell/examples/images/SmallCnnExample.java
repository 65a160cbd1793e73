package dev.nutshell.examples.images;

import dev.nutshell.data.pipeline.TimedDataset;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.schedule.Schedules;
import java.io.IOException;
import java.nio.file.Path;

/** Clothes by three convolutions, whose images are flipped and shifted on a thread of its own. */
public final class SmallCnnExample {
  private static final int BATCH = 64;
  private static final double HIGHEST_RATE = 3e-3;

  private SmallCnnExample() {}

  /** Arguments: a folder with the files of Fashion-MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    System.out.println("test: " + test(folder, arguments.number(1, 1), arguments.number(2, 12)));
  }

  /** What the network, once trained, says of the test images. */
  static Evaluation test(Path folder, long seed, int epochs) throws IOException {
    TimedDataset train = ImageFiles.varied(ImageFiles.train(folder));
    int steps = epochs * (train.size() / BATCH + 1);
    try (SmallCnnTraining training = new SmallCnnTraining(new TrainingOptions(BATCH, 2, seed))) {
      training.optimizer(
          Optimizer.adam(HIGHEST_RATE).schedule(Schedules.cosine(HIGHEST_RATE, steps)));
      training.fit(train, FitOptions.epochs(epochs));
      System.out.println(train);
      return training.evaluate(ImageFiles.test(folder));
    }
  }
}
