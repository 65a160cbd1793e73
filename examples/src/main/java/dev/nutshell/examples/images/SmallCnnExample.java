package dev.nutshell.examples.images;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.augment.RandomFlip;
import dev.nutshell.data.augment.RandomTranslation;
import dev.nutshell.data.pipeline.Pipeline;
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
  private static final ImageShape GREY = new ImageShape(28, 28, 1);

  private SmallCnnExample() {}

  /** Arguments: a folder with the files of Fashion-MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    System.out.println("test: " + test(folder, arguments.number(1, 1), arguments.number(2, 6)));
  }

  /** What the network, once trained, says of the test images. */
  static Evaluation test(Path folder, long seed, int epochs) throws IOException {
    Dataset train =
        Pipeline.of(ImageFiles.train(folder))
            .augment(RandomFlip.horizontal(GREY), "image")
            .augment(new RandomTranslation(GREY, 0.05, 0.05), "image")
            .prefetch(4);
    int steps = epochs * (train.size() / BATCH + 1);
    try (SmallCnnTraining training = new SmallCnnTraining(new TrainingOptions(BATCH, 2, seed))) {
      training.optimizer(
          Optimizer.adam(HIGHEST_RATE).schedule(Schedules.cosine(HIGHEST_RATE, steps)));
      training.fit(train, FitOptions.epochs(epochs));
      return training.evaluate(ImageFiles.test(folder));
    }
  }
}
