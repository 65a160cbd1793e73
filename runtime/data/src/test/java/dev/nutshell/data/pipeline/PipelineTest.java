package dev.nutshell.data.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.Field;
import dev.nutshell.data.augment.GaussianNoise;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.augment.RandomCrop;
import dev.nutshell.data.augment.RandomFlip;
import dev.nutshell.data.augment.RandomRotation;
import dev.nutshell.data.augment.RandomTranslation;
import dev.nutshell.data.label.OneHot;
import dev.nutshell.data.measure.Allocation;
import dev.nutshell.data.measure.Rows;
import dev.nutshell.inference.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PipelineTest {

  private static final int SIZE = 50;
  private static final ImageShape SHAPE = new ImageShape(6, 6, 2);
  private static final Epoch FIRST = new Epoch(7, 1);

  /** Images of different bytes, and classes 0 to 2. */
  private static Dataset images() {
    byte[] pixels = new byte[SIZE * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 37);
    }
    int[] classes = new int[SIZE];
    Arrays.setAll(classes, i -> i % 3);
    return Dataset.of("image", Column.of(SHAPE.size(), pixels))
        .with("label", Column.of(1, classes));
  }

  private static Pipeline everything() {
    return Pipeline.of(images())
        .augment(RandomFlip.horizontal(SHAPE), "image")
        .augment(new RandomTranslation(SHAPE, 0.2, 0.2), "image")
        .augment(new RandomRotation(SHAPE, 15), "image")
        .augment(new RandomCrop(SHAPE, 4, 4, 1), "image")
        .map("image", PipelineTest::scale)
        .augment(new GaussianNoise(0.1), "image")
        .map("label", new OneHot(3))
        .mixup(0.4, "image", "label");
  }

  private static void scale(float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] / 255;
    }
  }

  @Test
  void fieldsSayWhatIsRead() {
    assertEquals(
        List.of(new Field("image", Element.REAL, 32), new Field("label", Element.REAL, 3)),
        everything().prefetch(2).fields());
    assertEquals(
        new Field("image", Element.BYTE, 32),
        Pipeline.of(images()).augment(new RandomCrop(SHAPE, 4, 4, 0), "image").field("image"));
  }

  @Test
  void randomNumbersDependOnSeedEpochAndSampleAlone() {
    Pipeline data = everything();
    float[] expected = Rows.of(data, "image", FIRST, SIZE);
    for (int batchSize : new int[] {1, 7, 16}) {
      assertArrayEquals(expected, Rows.of(data, "image", FIRST, batchSize));
      assertArrayEquals(expected, Rows.of(data.prefetch(1), "image", FIRST, batchSize));
      assertArrayEquals(expected, Rows.of(data.prefetch(5), "image", FIRST, batchSize));
    }
    int[] backwards = new int[SIZE];
    Arrays.setAll(backwards, i -> SIZE - 1 - i);
    float[] reversed = Rows.of(data, "image", FIRST, 8, backwards, 0);
    int width = data.field("image").width();
    for (int i = 0; i < SIZE; i++) {
      assertArrayEquals(
          Arrays.copyOfRange(expected, i * width, (i + 1) * width),
          Arrays.copyOfRange(reversed, backwards[i] * width, (backwards[i] + 1) * width));
    }
    assertFalse(Arrays.equals(expected, Rows.of(data, "image", new Epoch(7, 2), 8)));
    assertFalse(Arrays.equals(expected, Rows.of(data, "image", new Epoch(8, 1), 8)));
  }

  @Test
  void readingCanBeginAnywhere() {
    for (Pipeline data : List.of(everything(), everything().prefetch(2))) {
      float[] all = Rows.of(data, "label", FIRST, 8);
      float[] rest = Rows.of(data, "label", FIRST, 8, Rows.inOrder(SIZE), 19);
      assertArrayEquals(Arrays.copyOfRange(all, 19 * 3, SIZE * 3), rest);
    }
  }

  @Test
  void evaluationsLeaveOutWhatIsRandom() {
    float[] labels = Rows.of(everything(), "label", Epoch.EVALUATION, 8);
    assertArrayEquals(new OneHot(3).of(images().column("label")).floats(), labels);
    Pipeline moved = Pipeline.of(images()).augment(new RandomTranslation(SHAPE, 0.5, 0.5), "image");
    assertArrayEquals(images().column("image").bytes(), moved.column("image").bytes());
  }

  @Test
  void bytesAreRoundedAndKeptInRange() {
    float[] made = {0.49999997f, 0.5f, 254.5f, 254.49998f, -0.6f, -3, 255.6f, 1e9f, Float.NaN, 7};
    int[] expected = {0, 1, 255, 254, 0, 0, 255, 255, 0, 7};
    Dataset black = Dataset.of("image", Column.of(made.length, new byte[2 * made.length]));
    Pipeline changed =
        Pipeline.of(black)
            .augment((from, to, draw) -> System.arraycopy(made, 0, to, 0, made.length), "image");
    byte[] batch = new byte[3 * made.length];
    try (BatchReader reader = changed.reader(Map.of("image", Column.of(made.length, batch)))) {
      reader.begin(FIRST, new int[] {1, 0}, 0);
      reader.read(1, 2);
    }
    for (int i = 0; i < batch.length; i++) {
      int inRow = i % made.length;
      assertEquals(
          i < made.length ? 0 : expected[inRow], batch[i] & 0xff, made[inRow] + " at " + i);
    }
  }

  @Test
  void fieldsOfASampleAreChangedAlike() {
    Dataset pairs = Dataset.of("image", images().column("image"));
    pairs = pairs.with("mask", images().column("image"));
    Pipeline data = Pipeline.of(pairs).augment(new RandomCrop(SHAPE, 3, 3, 0), "image", "mask");
    assertArrayEquals(Rows.of(data, "image", FIRST, 8), Rows.of(data, "mask", FIRST, 8));
    Pipeline apart =
        Pipeline.of(pairs)
            .augment(new RandomCrop(SHAPE, 3, 3, 0), "image")
            .augment(new RandomCrop(SHAPE, 3, 3, 0), "mask");
    assertFalse(Arrays.equals(Rows.of(apart, "image", FIRST, 8), Rows.of(apart, "mask", FIRST, 8)));
  }

  @Test
  void mixedLabelsAreSharesThatAddUpToOne() {
    float[] labels = Rows.of(everything(), "label", FIRST, 8);
    int mixed = 0;
    for (int i = 0; i < SIZE; i++) {
      assertEquals(1, labels[3 * i] + labels[3 * i + 1] + labels[3 * i + 2], 1e-6);
      mixed += Math.max(labels[3 * i], Math.max(labels[3 * i + 1], labels[3 * i + 2])) < 1 ? 1 : 0;
    }
    // Two of three partners are of another class.
    assertTrue(mixed > SIZE / 3, mixed + " of " + SIZE);
  }

  @Test
  void samplesThatWereSetAsideAreNotMixedIn() {
    // Class 0 is every third sample; without the others its labels stay pure.
    int[] ofClass0 = new int[SIZE / 3];
    Arrays.setAll(ofClass0, i -> 3 * i);
    float[] labels = Rows.of(everything().select(ofClass0), "label", FIRST, 8);
    for (int i = 0; i < ofClass0.length; i++) {
      assertEquals(1, labels[3 * i], 1e-6);
    }
  }

  @Test
  void viewsAreKeptApart() {
    Pipeline plain = Pipeline.of(images());
    plain.map("label", new OneHot(3));
    assertEquals(1, plain.field("label").width());
    Pipeline cached = plain.map("label", new OneHot(3)).cache();
    assertArrayEquals(new float[] {0, 1, 0}, cached.select(1).column("label").floats());
    assertEquals(SIZE, cached.size());
  }

  @Test
  void selectionsOfViewsReadTheSameSamples() {
    Dataset part = everything().prefetch(2).select(3, 30);
    float[] ordered = Rows.of(part, "label", Epoch.EVALUATION, 2);
    assertArrayEquals(new float[] {1, 0, 0, 1, 0, 0}, ordered);
    Pipeline cropped = Pipeline.of(images()).augment(new RandomCrop(SHAPE, 4, 4, 1), "image");
    float[] all = Rows.of(cropped, "image", FIRST, 8);
    float[] one = Rows.of(cropped.prefetch(1).select(30), "image", FIRST, 2);
    assertArrayEquals(Arrays.copyOfRange(all, 30 * 32, 31 * 32), one);
  }

  @Test
  void wrongArgumentsAreNamed() {
    Pipeline data = Pipeline.of(images());
    assertRefused(
        "no column mask; there are image, label", () -> data.augment(new GaussianNoise(1), "mask"));
    assertRefused(
        "fields: the name of one or more expected, none found",
        () -> data.augment(new GaussianNoise(1)));
    assertRefused(
        "field label: an image of 6 x 6 x 2 has 72 numbers, found 1",
        () -> data.augment(RandomFlip.vertical(SHAPE), "label"));
    assertRefused(
        "field image: one class a sample expected, 72 found",
        () -> data.map("image", new OneHot(3)));
    assertRefused(
        "field label: only floating-point numbers are mixed; map makes them of others",
        () -> data.mixup(0.2, "label"));
    assertRefused("alpha: above 0 to 1 expected, 2.0 found", () -> data.mixup(2, "image"));
    assertRefused("batches: 1 or more expected, 0 found", () -> data.prefetch(0));
    Pipeline few = data.map("label", new OneHot(2));
    assertRefused("class 0 to 1 expected, 2 found", () -> few.column("label"));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void aBatchAllocatesNothing() {
    for (Pipeline data : List.of(everything(), everything().prefetch(2))) {
      Map<String, Column> batch =
          Map.of(
              "image", Column.of(32, new float[32 * 8]), "label", Column.of(3, new float[3 * 8]));
      int[] order = new int[400_000];
      Arrays.setAll(order, i -> i % SIZE);
      try (BatchReader reader = data.reader(batch)) {
        reader.begin(FIRST, order, 0);
        long bytes =
            Allocation.settledBytes(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    reader.read(0, 8);
                  }
                },
                "nutshell-prefetch");
        assertEquals(0, bytes);
      }
    }
  }
}
