package dev.nutshell.data.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Epoch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ImageAugmentationTest {

  private static final ImageShape SHAPE = new ImageShape(3, 3, 1);
  private static final float[] IMAGE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  /** What an augmentation makes of the image in a hundred samples. */
  private static Set<List<Float>> outcomes(Augmentation augmentation) {
    Set<List<Float>> outcomes = new HashSet<>();
    Draw draw = new Draw(0);
    for (int sample = 0; sample < 100; sample++) {
      float[] to = new float[augmentation.width(IMAGE.length)];
      Arrays.fill(to, -1);
      draw.begin(new Epoch(1, 1), sample);
      augmentation.apply(IMAGE, to, draw);
      outcomes.add(list(to));
    }
    return outcomes;
  }

  private static List<Float> list(float... values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  @Test
  void flipsExchangeSides() {
    assertEquals(
        Set.of(list(IMAGE), list(3, 2, 1, 6, 5, 4, 9, 8, 7)),
        outcomes(RandomFlip.horizontal(SHAPE)));
    assertEquals(
        Set.of(list(IMAGE), list(7, 8, 9, 4, 5, 6, 1, 2, 3)), outcomes(RandomFlip.vertical(SHAPE)));
    assertEquals(4, outcomes(new RandomFlip(SHAPE, true, true)).size());
  }

  @Test
  void theChannelsOfAPixelStayTogether() {
    ImageShape pixels = new ImageShape(1, 3, 3);
    assertEquals(
        Set.of(list(IMAGE), list(7, 8, 9, 4, 5, 6, 1, 2, 3)),
        outcomes(RandomFlip.horizontal(pixels)));
  }

  @Test
  void cropsAreWindowsAndTheMiddleInEvaluations() {
    RandomCrop crop = new RandomCrop(SHAPE, 2, 2, 0);
    assertEquals(
        Set.of(list(1, 2, 4, 5), list(2, 3, 5, 6), list(4, 5, 7, 8), list(5, 6, 8, 9)),
        outcomes(crop));
    float[] middle = new float[1];
    new RandomCrop(SHAPE, 1, 1, 0).evaluate(IMAGE, middle);
    assertArrayEquals(new float[] {5}, middle);
    Set<List<Float>> padded = outcomes(new RandomCrop(SHAPE, 3, 3, 1));
    assertEquals(9, padded.size());
    assertTrue(padded.contains(list(0, 0, 0, 0, 1, 2, 0, 4, 5)));
    assertTrue(padded.contains(list(5, 6, 0, 8, 9, 0, 0, 0, 0)));
  }

  @Test
  void translationsShiftByWholePixels() {
    assertEquals(
        Set.of(list(IMAGE), list(0, 1, 2, 0, 4, 5, 0, 7, 8), list(2, 3, 0, 5, 6, 0, 8, 9, 0)),
        outcomes(new RandomTranslation(SHAPE, 0, 0.4)));
    assertEquals(
        Set.of(
            list(IMAGE),
            list(4, 5, 6, 7, 8, 9, 0, 0, 0),
            list(7, 8, 9, 0, 0, 0, 0, 0, 0),
            list(0, 0, 0, 0, 0, 0, 0, 0, 0),
            list(0, 0, 0, 1, 2, 3, 4, 5, 6),
            list(0, 0, 0, 0, 0, 0, 1, 2, 3)),
        outcomes(new RandomTranslation(SHAPE, 1, 0)));
  }

  @Test
  void rotationsKeepTheMiddleAndInterpolate() {
    Set<List<Float>> turned = outcomes(new RandomRotation(SHAPE, 90));
    assertEquals(100, turned.size());
    for (List<Float> image : turned) {
      assertEquals(5, image.get(4), 1e-5);
    }
    assertEquals(Set.of(list(IMAGE)), outcomes(new RandomRotation(SHAPE, 0)));
  }

  @Test
  void aQuarterTurnMovesCornersToCorners() {
    float[] to = new float[9];
    RandomRotation.turn(SHAPE, Math.PI / 2, IMAGE, to);
    assertArrayEquals(new float[] {3, 6, 9, 2, 5, 8, 1, 4, 7}, to, 1e-5f);
  }

  @Test
  void noiseHasItsDeviation() {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (List<Float> noisy : outcomes(new GaussianNoise(0.5))) {
      for (int i = 0; i < IMAGE.length; i++) {
        double noise = noisy.get(i) - IMAGE[i];
        sum += noise;
        squares += noise * noise;
        count++;
      }
    }
    assertEquals(900, count);
    assertEquals(0, sum / count, 0.05);
    assertEquals(0.5, Math.sqrt(squares / count), 0.03);
  }

  @Test
  void quantilesOfTheNormalDistribution() {
    assertEquals(0, NormalQuantile.of(0.5));
    assertEquals(0.6744897501960817, NormalQuantile.of(0.75), 1e-7);
    assertEquals(-1.2815515655446008, NormalQuantile.of(0.1), 1e-6);
    assertEquals(1.959963984540054, NormalQuantile.of(0.975), 1e-6);
    assertEquals(-4.753424308822899, NormalQuantile.of(1e-6), 1e-5);
    assertEquals(-8.222082216130437, NormalQuantile.of(1e-16), 1e-5);
  }

  @Test
  void drawsAreOfASampleAndInRange() {
    Draw draw = new Draw(3);
    draw.begin(new Epoch(5, 2), 11);
    double first = draw.uniform();
    assertTrue(first >= 0 && first < 1);
    assertTrue(draw.uniform() != first);
    draw.begin(new Epoch(5, 2), 11);
    assertEquals(first, draw.uniform());
    Draw other = new Draw(4);
    other.begin(new Epoch(5, 2), 11);
    assertTrue(other.uniform() != first);
    for (int i = 0; i < 1000; i++) {
      int below = draw.below(3);
      double between = draw.uniform(-2, 5);
      assertTrue(below >= 0 && below < 3 && between >= -2 && between < 5);
    }
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertRefused(
        "image of 1 or more lines, pixels and channels expected, 0, 2 and 3 found",
        () -> new ImageShape(0, 2, 3));
    assertRefused(
        "crop of 1 to 3 lines and 1 to 3 pixels expected, 4 and 2 found",
        () -> new RandomCrop(SHAPE, 4, 2, 0));
    assertRefused("padding: 0 or more expected, -1 found", () -> new RandomCrop(SHAPE, 2, 2, -1));
    assertRefused(
        "shifts: 0 to 1 expected, 0.1 and 1.5 found", () -> new RandomTranslation(SHAPE, 0.1, 1.5));
    assertRefused(
        "degrees: 0 to 180 expected, NaN found", () -> new RandomRotation(SHAPE, Double.NaN));
    assertRefused("deviation: 0 or more expected, -1.0 found", () -> new GaussianNoise(-1));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
