package dev.nutshell.examples.images;

import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.optimizer.Sgd;
import dev.nutshell.training.schedule.Schedules;
import java.io.IOException;
import java.nio.file.Path;

/** Clothes by residual blocks, with a rate that rises, falls, and ends near 0. */
public final class ResNetExample {
  private static final double HIGHEST_RATE = 0.08;
  private static final double MOMENTUM = 0.9;
  private static final double DECAY = 5e-4;
  private static final Path REPORT = Path.of("target", "res_net.html");

  private ResNetExample() {}

  /** Arguments: a folder with the files of Fashion-MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Clothes clothes = Clothes.read(arguments.data(ImageFiles.SAMPLE));
    System.out.println("test: " + test(clothes, arguments.number(1, 1), arguments.number(2, 9)));
  }

  /** What the network, once trained, says of the test images. */
  static Evaluation test(Clothes clothes, long seed, int epochs) throws IOException {
    try (ResNetTraining training =
        new ResNetTraining(new TrainingOptions(Clothes.BATCH, 2, seed))) {
      training.optimizer(
          Optimizer.of(new Sgd(MOMENTUM, true), HIGHEST_RATE)
              .schedule(Schedules.oneCycle(HIGHEST_RATE, clothes.steps(epochs)))
              .l2(DECAY)
              .group(Optimizer::isBiasOrNorm, group -> group.l2(0)));
      return clothes.judge(training, epochs, REPORT);
    }
  }
}
