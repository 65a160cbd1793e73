package dev.nutshell.data.fit;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.augment.RandomFlip;
import dev.nutshell.data.file.RecordFile;
import dev.nutshell.data.file.RecordWriter;
import dev.nutshell.data.pipeline.Pipeline;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.ScalarMath;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.History;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A program that trains on a file; its test runs it in a Java machine of little memory. */
final class LargeFile {

  static final int WIDTH = 2048;
  private static final int FIRST_WEIGHT = 3;

  private LargeFile() {}

  /** Writes samples with {@code y = 3 x[0]}. */
  static void write(Path file, int samples) throws IOException {
    List<Field> fields =
        List.of(new Field("x", Element.REAL, WIDTH), new Field("y", Element.REAL, 1));
    try (RecordWriter writer = RecordFile.writer(file, fields)) {
      Column x = writer.row("x");
      for (int sample = 0; sample < samples; sample++) {
        for (int i = 0; i < WIDTH; i++) {
          x.floats()[i] = ScalarMath.uniform(1, 0, 0, sample, i) - 0.5f;
        }
        writer.row("y").floats()[0] = FIRST_WEIGHT * x.floats()[0];
        writer.add();
      }
      writer.finish();
    }
  }

  /**
   * Trains on the file of that name, and prints how many times larger than the heap it is, and the
   * loss.
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Dataset data = RecordFile.open(file);
    ImageShape column = new ImageShape(WIDTH, 1, 1);
    Pipeline pipeline = Pipeline.of(data).augment(RandomFlip.horizontal(column), "x").prefetch(2);
    try (LinearNetwork network =
        new LinearNetwork(WIDTH, TrainingOptions.defaults().withCapacity(32))) {
      network.optimizer(Optimizer.adam(0.01));
      History history = network.fit(pipeline, FitOptions.epochs(1).validationFraction(0.1).quiet());
      System.out.printf(
          Locale.ROOT,
          "%d times the heap, loss %.1f%n",
          Files.size(file) / Runtime.getRuntime().maxMemory(),
          history.last().judged().loss());
    }
  }
}
