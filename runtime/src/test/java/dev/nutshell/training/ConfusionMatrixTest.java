package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final ConfusionMatrix MATRIX =
      ConfusionMatrix.of(new double[] {3, 1, 0, 0, 2, 2, 1, 0, 0}, "cat", "dog", "bird");

  @Test
  void measuresEachClass() {
    assertEquals(3, MATRIX.classes());
    assertEquals(5.0 / 9, MATRIX.accuracy());
    assertEquals(0.75, MATRIX.precision(0));
    assertEquals(0.5, MATRIX.recall(1));
    assertEquals(4.0 / 7, MATRIX.f1(1));
    assertEquals(0, MATRIX.precision(2));
    assertEquals(4, MATRIX.support(1));
  }

  /** The text of scikit-learn's {@code classification_report} of the same decisions. */
  @Test
  void reportsAsScikitLearnDoes() {
    assertEquals(
        """
                      precision    recall  f1-score   support

                 cat       0.75      0.75      0.75         4
                 dog       0.67      0.50      0.57         4
                bird       0.00      0.00      0.00         1

            accuracy                           0.56         9
           macro avg       0.47      0.42      0.44         9
        weighted avg       0.63      0.56      0.59         9
        """,
        MATRIX.report());
  }

  @Test
  void printsItsCounts() {
    assertEquals(
        """
                              0         1
                   0       1.50         0
                   1          2         1
        """,
        ConfusionMatrix.of(new double[] {1.5, 0, 2, 1}).toString());
  }

  @Test
  void givesZeroWhereNothingWasSeen() {
    ConfusionMatrix empty = ConfusionMatrix.of(new double[4]);
    assertEquals(0, empty.accuracy());
    assertEquals(0, empty.f1(0));
  }

  @Test
  void refusesWhatIsNoMatrix() {
    assertEquals(
        "counts: 5 are no square matrix",
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(new double[5]))
            .getMessage());
    assertEquals(
        "labels: 2 expected, 1 found",
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(new double[4], "a"))
            .getMessage());
  }
}
