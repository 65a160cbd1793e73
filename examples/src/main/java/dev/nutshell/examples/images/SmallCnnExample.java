package dev.nutshell.examples.images;

import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.schedule.Schedules;
import java.io.IOException;
import java.nio.file.Path;

/** Clothes by three convolutions. */
public final class SmallCnnExample {
  private static final double HIGHEST_RATE = 3e-3;
  private static final Path REPORT = Path.of("target", "small_cnn.html");

  private SmallCnnExample() {}

  /** Arguments: a folder with the files of Fashion-MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Clothes clothes = Clothes.read(arguments.data(ImageFiles.SAMPLE));
    System.out.println("test: " + test(clothes, arguments.number(1, 1), arguments.number(2, 12)));
  }

  /** What the network, once trained, says of the test images. */
  static Evaluation test(Clothes clothes, long seed, int epochs) throws IOException {
    try (SmallCnnTraining training =
        new SmallCnnTraining(new TrainingOptions(Clothes.BATCH, 2, seed))) {
      training.optimizer(
          Optimizer.adam(HIGHEST_RATE)
              .schedule(Schedules.cosine(HIGHEST_RATE, clothes.steps(epochs))));
      return clothes.judge(training, epochs, REPORT);
    }
  }
}
