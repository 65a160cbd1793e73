package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingClassTest {
  private static final String XOR =
      """
      model Xor: double {
        input x: float[2]
        target y: float[1]
        logits = x |> dense(8) |> tanh |> dense(1)
        output p = sigmoid(logits)
        loss error = binary_cross_entropy_with_logits(logits, y)
        metric distance = mean_squared_error(sigmoid(logits), y)
      }
      """;

  private static final String CLASSES =
      """
      model Classes {
        input x: float[3]
        target label: int
        logits = x |> dense(6) |> batch_norm |> relu |> dropout(0.5) |> dense(4)
        output scores = logits
        loss cross_entropy(logits, label)
      }
      """;

  private static final double[] XOR_X = {0, 0, 0, 1, 1, 0, 1, 1};
  private static final double[] XOR_Y = {0, 1, 1, 0};

  private static Class<?> training(String text) {
    List<GeneratedClass> files = Nets.emit(Nets.schedule(text));
    return GeneratedClasses.compile(files).load(files.get(1).name());
  }

  private static TrainingModel create(Class<?> type, TrainingOptions options) {
    try {
      return (TrainingModel) type.getConstructor(TrainingOptions.class).newInstance(options);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static double step(TrainingModel model, Object... arguments) {
    return (Double) GeneratedNet.invoke(model, "step", arguments);
  }

  @Test
  void learnsWhatNoSingleLayerCan() {
    try (TrainingModel model = create(training(XOR), new TrainingOptions(4, 1, 7))) {
      model.optimizer(Optimizer.adam(0.05));
      double first = step(model, 4, XOR_X, XOR_Y);
      for (int i = 0; i < 400; i++) {
        step(model, 4, XOR_X, XOR_Y);
      }
      double last = model.evaluate(4);
      assertTrue(first > 0.5 && last < 0.02, first + " to " + last);
      assertTrue(model.measure("distance") < 0.001);
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Class<?> type = training(CLASSES);
    float[] alone = trained(type, 1);
    for (int threads : new int[] {2, 4, 8}) {
      assertArrayEquals(alone, trained(type, threads));
    }
  }

  private static float[] trained(Class<?> type, int threads) {
    int n = 333;
    float[] x = new float[3 * n];
    int[] label = new int[n];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.sin(i);
      label[i / 3] = i / 3 % 4;
    }
    try (TrainingModel model = create(type, new TrainingOptions(n, threads, 3))) {
      for (int i = 0; i < 20; i++) {
        step(model, n, x, label);
      }
      return model.weights().floats();
    }
  }

  @Test
  void wrongArgumentsAreNamed() {
    try (TrainingModel model = create(training(CLASSES), new TrainingOptions(2, 1, 3))) {
      assertEquals(
          "label[1]: index 0 to 3 expected, 4 found",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> step(model, 2, new float[6], new int[] {3, 4}))
              .getMessage());
      assertEquals(
          "x: 6 elements needed from offset 0, the array has 5",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> step(model, 2, new float[5], new int[] {3, 3}))
              .getMessage());
      assertEquals(
          "n: 1 to 2 samples expected, 3 found",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> step(model, 3, new float[9], new int[] {3, 3, 3}))
              .getMessage());
      assertEquals(0, model.steps());
      step(model, 2, new float[6], new int[] {3, 3});
      assertEquals(1, model.steps());
    }
  }

  @Test
  void severalTrainableEntryPointsHaveAClassEach() {
    String text =
        """
        model Two {
          shared trunk = dense(3)
          entry first {
            input x: float[2]
            target y: float[1]
            h = x |> trunk |> dense(1)
            output a = h
            loss mean_squared_error(h, y)
          }
          entry second {
            input x: float[2]
            target y: float[1]
            h = x |> trunk |> dense(1)
            output b = h
            loss mean_absolute_error(h, y)
          }
        }
        """;
    List<GeneratedClass> files = Nets.emit(Nets.schedule(text));
    assertEquals(
        List.of("net.TwoNet", "net.TwoFirstTraining", "net.TwoSecondTraining"),
        files.stream()
            .filter(each -> !each.needsVectorModule())
            .map(GeneratedClass::name)
            .toList());
    GeneratedClasses.compile(files);
  }

  @Test
  void regularizersAndConstraintsAreApplied() {
    String text =
        """
        model Ridge: double {
          input x: float[1]
          target y: float[1]
          param w: float[1] init ones regularizer l2(0.5)
          p = [i] w[i] * x[i]
          output prediction = p
          loss mean_squared_error(p, y)
        }
        """;
    try (TrainingModel model = create(training(text), new TrainingOptions(1, 1, 0))) {
      assertEquals(1 + 0.5, step(model, 1, new double[] {2}, new double[] {1}), 1e-12);
      assertEquals(2 * (2 - 1) * 2 + 2 * 0.5, model.gradients().get("w").get(0), 1e-12);
    }
  }

  @Test
  void namesOfTheModelMayBeThoseOfGeneratedCode() {
    String text =
        """
        model Names: double {
          input options: float[length <= 2]
          input i: float[evaluate <= 3]
          target t: float[length]
          param w: float[1] init zeros
          y = [j] w[0] * options[j] + (sum[k] i[k]) + 0 * random()
          output o = y
          loss mean_squared_error(y, t)
        }
        """;
    try (TrainingModel model = create(training(text), new TrainingOptions(1, 1, 0))) {
      GeneratedNet.invoke(model, "length", 1);
      double[] i = {1, 2, 3};
      assertEquals((6 - 4) * (6 - 4), step(model, 1, new double[] {7, 0}, i, new double[] {4, 0}));
    }
  }

  @Test
  void theLengthOfABoundedAxisIsThatOfAllSamplesOfAStep() {
    String text =
        """
        model Tags: double {
          input words: int[t <= 4]
          target tags: float[t]
          param W: float[3] init zeros
          y = [i] W[words[i]]
          output guess = y
          loss mean_squared_error(y, tags)
        }
        """;
    try (TrainingModel model = create(training(text), new TrainingOptions(2, 1, 0))) {
      int[] words = {1, 2, -9, -9, 0, 0, -9, -9};
      double[] tags = {1, 2, 100, 100, 3, 4, 100, 100};
      assertEquals(
          "words[2]: index 0 to 2 expected, -9 found",
          assertThrows(IllegalArgumentException.class, () -> step(model, 2, words, tags))
              .getMessage());
      GeneratedNet.invoke(model, "t", 2);
      assertEquals(
          "words: 6 elements needed from offset 0, the array has 5",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> step(model, 2, Arrays.copyOf(words, 5), tags))
              .getMessage());
      double loss = step(model, 2, Arrays.copyOf(words, 6), Arrays.copyOf(tags, 6));
      assertEquals((1 + 4 + 9 + 16) / 4.0, loss, 1e-12);
      assertEquals(
          "t: extent 1 to 4 expected, 5 found",
          assertThrows(IllegalArgumentException.class, () -> GeneratedNet.invoke(model, "t", 5))
              .getMessage());
    }
  }
}
