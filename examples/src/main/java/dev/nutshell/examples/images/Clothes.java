package dev.nutshell.examples.images;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.augment.RandomFlip;
import dev.nutshell.data.augment.RandomTranslation;
import dev.nutshell.data.pipeline.Pipeline;
import dev.nutshell.data.pipeline.TimedDataset;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingModel;
import java.io.IOException;
import java.nio.file.Path;

/** Images of clothes, of which those to train on are varied at random. */
final class Clothes {
  static final int BATCH = 64;
  private static final ImageShape GREY = new ImageShape(28, 28, 1);
  private static final String[] KINDS = {
    "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"
  };

  private final Dataset train;
  private final Dataset test;

  private Clothes(Dataset train, Dataset test) {
    this.train = train;
    this.test = test;
  }

  /** Reads the four files of Fashion-MNIST. */
  static Clothes read(Path folder) throws IOException {
    return new Clothes(ImageFiles.train(folder), ImageFiles.test(folder));
  }

  /** How many steps so many epochs are. */
  int steps(int epochs) {
    return epochs * ((train.size() - 1) / BATCH + 1);
  }

  /**
   * Trains, prints how long the training waited for its images, and writes a report. The test
   * images show how far it is after each epoch; nothing goes by that.
   *
   * @return what the network says of the test images in the end
   */
  Evaluation judge(TrainingModel network, int epochs, Path report) throws IOException {
    TimedDataset images = TimedDataset.of(varied());
    network.fit(images, FitOptions.epochs(epochs).validation(test));
    System.out.println(images);
    network.report(report, KINDS);
    return network.evaluate(test);
  }

  /** Flipped and shifted by up to a pixel, on a thread of its own. */
  private Dataset varied() {
    return Pipeline.of(train)
        .augment(RandomFlip.horizontal(GREY), "image")
        .augment(new RandomTranslation(GREY, 0.05, 0.05), "image")
        .prefetch(8);
  }
}
