package dev.nutshell.processor.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Losses that no reference case has: by their formulas, worked out by hand. */
class LossesTest {
  private static final double EXACT = 1e-14;

  @Test
  void generalizedCrossEntropyIsAPowerOfTheTrueClass() {
    double[] p = {0.25, 0.75};
    assertEquals(1, LibraryValues.loss("categorical_generalized_cross_entropy(p, k)", 0, p), EXACT);
    assertEquals(
        2 * (1 - Math.sqrt(0.75)),
        LibraryValues.loss("categorical_generalized_cross_entropy(p, k)", 1, p),
        EXACT);
    assertEquals(
        4 * (1 - Math.pow(0.75, 0.25)),
        LibraryValues.loss("categorical_generalized_cross_entropy(p, k, q: 0.25)", 1, p),
        EXACT);
  }

  @Test
  void sparseCrossEntropyTakesProbabilitiesOrLogits() {
    double[] shares = {1, 2, 5};
    assertEquals(
        Math.log(8 / 5.0),
        LibraryValues.loss("sparse_categorical_crossentropy(p, k)", 2, shares),
        EXACT);
    double[] logits = {0, Math.log(2), Math.log(5)};
    assertEquals(
        Math.log(4),
        LibraryValues.loss("sparse_categorical_crossentropy(p, k, from_logits: true)", 1, logits),
        EXACT);
    assertEquals(
        0.7 * Math.log(4) + 0.1 * (Math.log(8) + Math.log(4) + Math.log(1.6)),
        LibraryValues.loss(
            "sparse_categorical_crossentropy(p, k, label_smoothing: 0.3)", 1, shares),
        EXACT);
  }

  /** The mean of one sample does not depend on its weight, so the weight is multiplied here. */
  @Test
  void classesMayCountDifferently() {
    double[] logits = {0, 0};
    String weight = "class_weight(k, (1.0, 3.0))";
    assertEquals(
        3 * Math.log(2), LibraryValues.loss("cross_entropy(p, k) * " + weight, 1, logits), EXACT);
    assertEquals(
        Math.log(2),
        LibraryValues.loss("weighted_cross_entropy(p, k, (1.0, 3.0))", 1, logits),
        EXACT);
  }

  @Test
  void anIgnoredTargetCostsNothing() {
    double[] logits = {0, 0};
    assertEquals(0, LibraryValues.loss("masked_cross_entropy(p, k)", -100, logits));
    assertEquals(Math.log(2), LibraryValues.loss("masked_cross_entropy(p, k)", 0, logits), EXACT);
  }

  @Test
  void hingeTakesZeroForTheNegativeSide() {
    assertArrayEquals(
        new double[] {1.5, 1.5, 0.5},
        LibraryValues.of("hinge(x, (0, -1, 1))", 0.5, 0.5, 0.5),
        EXACT);
  }

  @Test
  void circleComparesEveryPairOfAGroup() {
    assertArrayEquals(
        new double[] {1.5805085713638756, 0.7287595555486972, 0},
        LibraryValues.of(
            "circle(reshape(x, (3, 2)), [i < 3] int(i == 2), gamma: 2, margin: 0.25)",
            0.6,
            0.8,
            1,
            0,
            0,
            1),
        EXACT);
  }

  @Test
  void diceIsOfTheBatchOrOfTheSample() {
    double[] all = {1, 1, 0, 1};
    String target = "(1, 0, 0, 1)";
    assertArrayEquals(
        new double[] {1 - 4 / (5 + 1e-7)},
        LibraryValues.of("dice(x, %s, per_sample: true)".formatted(target), all),
        EXACT);
  }

  /** Three of nine equal paths give the label 1 in two times, and one gives 1 and 2. */
  @Test
  void ctcAddsUpAllPaths() {
    String logits = "[t < 2, c < 3] 0 * x[c]";
    assertArrayEquals(
        new double[] {Math.log(3)},
        LibraryValues.of("ctc(%s, [s < 1] 1)".formatted(logits), 0, 0, 0),
        EXACT);
    assertArrayEquals(
        new double[] {Math.log(9)},
        LibraryValues.of("ctc(%s, [s < 2] s + 1)".formatted(logits), 0, 0, 0),
        EXACT);
    assertArrayEquals(
        new double[] {Math.log(3)},
        LibraryValues.of("ctc(%s, [s < 2] 1 - s)".formatted(logits), 0, 0, 0),
        EXACT);
  }

  @Test
  void largeLogitsDoNotOverflow() {
    double[] logits = {-1e4, 1e4};
    assertEquals(2e4, LibraryValues.loss("cross_entropy(p, k)", 0, logits));
    assertArrayEquals(
        new double[] {1e4, 0},
        LibraryValues.of("binary_cross_entropy_with_logits(x, (1, 1))", logits));
    assertArrayEquals(
        new double[] {1e4 - Math.log(2), 1e4 - Math.log(2)},
        LibraryValues.of("log_cosh(x, (0, 0))", logits),
        1e-9);
  }
}
