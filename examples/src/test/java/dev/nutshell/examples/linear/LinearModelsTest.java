package dev.nutshell.examples.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Dataset;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The linear models reach the minimum, which is computed here in other ways. */
class LinearModelsTest {
  /** The losses may differ by so much of themselves. */
  private static final double LOSS = 1e-9;

  @Test
  void linearRegressionSolvesTheNormalEquations() throws IOException {
    Dataset data = LinearData.diabetes();
    SquaredErrorSolution exact =
        SquaredErrorSolution.ridge(measurements(data), progression(data), 0);
    try (TrainingModel training = LinearExample.fitted(LinearTraining::new, data, 0.1, 20_000)) {
      assertLoss(exact.loss(), training, data);
      assertWeights(exact.weights(), training.variables().get("out.W"));
      assertEquals(exact.bias(), training.variables().get("out.b").get(0), 1e-6);
    }
  }

  @Test
  void ridgeRegressionSolvesTheNormalEquations() throws IOException {
    Dataset data = LinearData.diabetes();
    SquaredErrorSolution exact =
        SquaredErrorSolution.ridge(measurements(data), progression(data), 0.1);
    try (TrainingModel training = LinearExample.fitted(RidgeTraining::new, data, 0.1, 2_000)) {
      assertLoss(exact.loss(), training, data);
      assertWeights(exact.weights(), training.variables().get("out.W"));
    }
  }

  @Test
  void lassoFindsWhatCoordinateDescentFindsWithTheSameZeros() throws IOException {
    Dataset data = LinearData.diabetes();
    SquaredErrorSolution exact =
        SquaredErrorSolution.lasso(measurements(data), progression(data), 4);
    try (TrainingModel training = LinearExample.fitted(LassoTraining::new, data, 0.05, 20_000)) {
      assertLoss(exact.loss(), training, data);
      Storage weights = training.variables().get("out.W");
      int zeros = 0;
      int size = weights.size() / 2;
      for (int i = 0; i < size; i++) {
        double weight = weights.get(i) - weights.get(size + i);
        assertEquals(exact.weights()[i], weight, 1e-6, "weight " + i);
        assertEquals(exact.weights()[i] == 0, weight == 0, "weight " + i);
        zeros += weight == 0 ? 1 : 0;
      }
      assertTrue(zeros > 0 && zeros < size, zeros + " zeros");
    }
  }

  @Test
  void logisticRegressionReachesWhereNewtonEnds() throws IOException {
    Dataset data = LinearData.tumours();
    // Malignant is the class 0, with parameters; those of benign stay 0.
    int[] classes =
        Arrays.stream(Matrices.rows(data, "malignant")).mapToInt(row -> 1 - (int) row[0]).toArray();
    ClassificationSolution exact =
        ClassificationSolution.softmax(inputs(data, "nuclei"), classes, 2, 1, 0.001);
    assertEquals(0, exact.gradient(), 1e-12);
    try (TrainingModel training = LinearExample.fitted(LogisticTraining::new, data, 0.5, 20_000)) {
      assertLoss(exact.loss(), training, data);
      assertWeights(exact.parameters()[0], training.variables().get("out.W"));
    }
  }

  @Test
  void multinomialRegressionReachesWhereNewtonEnds() throws IOException {
    Dataset data = LinearData.irises();
    int[] classes =
        Arrays.stream(Matrices.rows(data, "species")).mapToInt(row -> (int) row[0]).toArray();
    ClassificationSolution exact =
        ClassificationSolution.softmax(inputs(data, "flower"), classes, 3, 3, 0.01);
    assertEquals(0, exact.gradient(), 1e-12);
    try (TrainingModel training =
        LinearExample.fitted(MultinomialTraining::new, data, 0.5, 2_000)) {
      assertLoss(exact.loss(), training, data);
    }
  }

  private static void assertLoss(double exact, TrainingModel training, Dataset data) {
    assertEquals(exact, training.evaluate(data).loss(), LOSS * exact);
  }

  private static void assertWeights(double[] exact, Storage found) {
    for (int i = 0; i < found.size(); i++) {
      assertEquals(exact[i], found.get(i), 1e-4, "weight " + i);
    }
  }

  private static double[][] measurements(Dataset data) {
    return Matrices.standardized(Matrices.rows(data, "measurements"));
  }

  private static double[] progression(Dataset data) {
    return Arrays.stream(Matrices.rows(data, "progression")).mapToDouble(row -> row[0]).toArray();
  }

  private static double[][] inputs(Dataset data, String name) {
    return Matrices.withOnes(Matrices.standardized(Matrices.rows(data, name)));
  }
}
