package dev.nutshell.examples.images;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.augment.RandomFlip;
import dev.nutshell.data.augment.RandomTranslation;
import dev.nutshell.data.pipeline.Pipeline;
import dev.nutshell.training.Callback;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.callback.BackupAndRestore;
import dev.nutshell.training.callback.ReduceOnPlateau;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The small convolutional network with all that a resumed training has to get right: states and
 * dropout, images that are changed on a thread of their own, two threads, an optimizer with memory.
 * Its program says each step that is done, and goes on when it is told to by a line.
 */
final class LongTraining {
  static final int STEPS_PER_EPOCH = 13;
  private static final int EPOCHS = 3;
  private static final int BATCH = 16;
  private static final int STEPS_PER_BACKUP = 4;
  private static final ImageShape GREY = new ImageShape(28, 28, 1);

  private LongTraining() {}

  /** Arguments: the folder of the images, where the backup is, where the weights go in the end. */
  public static void main(String[] args) throws IOException {
    train(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), new Announcement(true));
  }

  static void train(Path images, Path backup, Path weights) throws IOException {
    train(images, backup, weights, new Announcement(false));
  }

  private static void train(Path images, Path backup, Path weights, Announcement announcement)
      throws IOException {
    Dataset data =
        Pipeline.of(ImageFiles.train(images))
            .augment(RandomFlip.horizontal(GREY), "image")
            .augment(new RandomTranslation(GREY, 0.05, 0.05), "image")
            .prefetch(4);
    try (SmallCnnTraining training = new SmallCnnTraining(new TrainingOptions(BATCH, 2, 1))) {
      training.optimizer(Optimizer.adam(3e-3));
      training.fit(
          data,
          FitOptions.epochs(EPOCHS)
              .quiet()
              .validation(ImageFiles.test(images).range(0, 20))
              .callback(new ReduceOnPlateau())
              .callback(announcement)
              .callback(new BackupAndRestore(backup, STEPS_PER_BACKUP)));
      training.save(weights);
    }
  }

  /** Prints the number of each step, and waits for an answer. */
  private record Announcement(boolean isMade) implements Callback {
    @Override
    public void onBatchEnd(FitRun run) {
      if (isMade) {
        System.out.println(run.model().steps());
        try {
          if (System.in.read() < 0) {
            throw new IllegalStateException("nobody answers");
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
