package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Dataset;
import dev.nutshell.processor.execution.MetricCases.Case;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.ConfusionMatrix;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.History;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.callback.EarlyStopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The metrics of the library over several batches, held against Keras. */
class MetricsTest {
  private static final MetricCases CASES = new MetricCases();
  private static final Map<String, Tensor> VARIABLES = Map.of("s", Tensor.scalar(1));

  /** Of a number's size; Keras adds up in single precision. */
  private static final double TOLERANCE = 1e-6;

  private static final double SINGLE_TOLERANCE = 1e-5;

  @TestFactory
  Stream<DynamicTest> interpreterAgreesWithKeras() {
    return CASES.sets().stream()
        .flatMap(
            set -> {
              Model model = Elaborated.model(CASES.model(set, "double"));
              Map<String, Tensor> found = interpreted(set, model);
              return tests(set, (name, each) -> compare(each, found.get(name).values(), TOLERANCE));
            });
  }

  @TestFactory
  Stream<DynamicTest> generatedCodeAgreesWithKeras() {
    return generated("double", TOLERANCE);
  }

  @TestFactory
  Stream<DynamicTest> generatedCodeInSinglePrecisionAgreesWithKeras() {
    return generated("float", SINGLE_TOLERANCE);
  }

  private static Stream<DynamicTest> generated(String precision, double tolerance) {
    List<Model> models =
        CASES.sets().stream().map(set -> Elaborated.model(CASES.model(set, precision))).toList();
    List<GeneratedNetwork> networks = GeneratedNetwork.all(models);
    List<DynamicTest> all = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      String set = CASES.sets().get(i);
      Evaluation found = evaluated(networks.get(i), set, 1);
      tests(
              set,
              (name, each) -> {
                double[] actual =
                    each.shape().isEmpty() ? new double[] {found.get(name)} : found.array(name);
                compare(each, actual, tolerance);
              })
          .forEach(all::add);
    }
    return all.stream();
  }

  private static void compare(Case each, double[] actual, double tolerance) {
    assertEquals(each.expected().size(), actual.length, each.metric());
    for (int i = 0; i < actual.length; i++) {
      double expected = each.expected().get(i);
      assertEquals(expected, actual[i], tolerance * (1 + Math.abs(expected)), each.metric());
    }
  }

  private interface Check {
    void run(String name, Case each);
  }

  private static Stream<DynamicTest> tests(String set, Check check) {
    List<Case> cases = CASES.of(set);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String name = "m" + i;
      Case each = cases.get(i);
      tests.add(
          DynamicTest.dynamicTest(
              each.keras() + (each.weighted() ? " weighted" : ""), () -> check.run(name, each)));
    }
    return tests.stream();
  }

  private static Map<String, Tensor> interpreted(String set, Model model) {
    Graph graph = model.entries().get(0).evaluation();
    List<dev.nutshell.processor.graph.Evaluation> batches = new ArrayList<>();
    for (Call call : calls(set)) {
      batches.add(Interpreter.evaluate(graph, call));
    }
    return Interpreter.metrics(graph, batches, VARIABLES);
  }

  private static List<Call> calls(String set) {
    Map<String, MetricCases.Numbers> columns = CASES.set(set);
    int rows = columns.get("p").rows();
    List<Call> calls = new ArrayList<>();
    for (int from = 0; from < rows; from += MetricCases.BATCH) {
      int first = from;
      int to = Math.min(rows, from + MetricCases.BATCH);
      Map<String, Tensor> inputs = new LinkedHashMap<>();
      columns.forEach((name, column) -> inputs.put(name, column.tensor(first, to)));
      calls.add(Call.of(to - from, inputs, VARIABLES));
    }
    return calls;
  }

  private static Evaluation evaluated(GeneratedNetwork network, String set, int threads) {
    try (TrainingModel training = network.training(calls(set).get(0), threads)) {
      return training.evaluate(CASES.dataset(set));
    }
  }

  private static final String CLASSES =
      """
      model Classes {
        input p: float[7]
        target y: float[7]
        target k: int
        target w: float
        logits = dense(p, 7)
        output logits
        loss cross_entropy(logits, k)
        metric accuracy(logits, k)
        metric confusion_matrix(logits, k) weight w
        metric auc(softmax(logits), y) weight w
        metric f1 = f1_score(softmax(logits), y, average: macro)
        metric samples = count[batch, i] p[i]
        metric running = cumsum([c] sum[batch] y[c])
      }
      """;

  private static GeneratedNetwork classes() {
    return GeneratedNetwork.of(Elaborated.model(CLASSES));
  }

  private static TrainingModel classes(GeneratedNetwork network, int threads) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    double[] weights = new double[49];
    Arrays.setAll(weights, i -> Math.sin(i));
    variables.put("logits.W", new Tensor(List.of(7, 7), weights));
    variables.put("logits.b", Tensor.zeros(List.of(7)));
    Call call = calls("classes").get(0).withVariables(variables);
    return network.training(call, threads);
  }

  @Test
  void threadsAndBatchesGiveTheSameMetrics() {
    GeneratedNetwork network = classes();
    Dataset data = CASES.dataset("classes");
    List<Evaluation> all = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4}) {
      try (TrainingModel training = classes(network, threads)) {
        all.add(training.evaluate(data));
      }
    }
    assertEquals(all.get(0), all.get(1));
    assertEquals(all.get(0), all.get(2));
    assertEquals(13 * 7, all.get(0).get("samples"));
  }

  @Test
  void sumsCanBeScanned() {
    try (TrainingModel training = classes(classes(), 1)) {
      double[] running = training.evaluate(CASES.dataset("classes")).array("running");
      assertEquals(13, running[6]);
      for (int i = 1; i < 7; i++) {
        assertTrue(running[i] >= running[i - 1]);
      }
    }
  }

  @Test
  void thresholdsOfACurveStandInAnyOrder() {
    String text =
        CLASSES.replace(
            "metric samples",
            """
            metric ordered = auc(softmax(logits), y, thresholds: (0.05, 0.1, 0.3))
              metric mixed = auc(softmax(logits), y, thresholds: (0.3, 0.05, 0.1))
              metric samples""");
    try (TrainingModel training = classes(GeneratedNetwork.of(Elaborated.model(text)), 1)) {
      Evaluation found = training.evaluate(CASES.dataset("classes"));
      assertEquals(found.get("ordered"), found.get("mixed"));
      assertTrue(found.get("ordered") > 0 && found.get("ordered") < 1);
    }
  }

  @Test
  void aConfusionMatrixAgreesWithTheAccuracy() {
    String text =
        CLASSES.replace("confusion_matrix(logits, k) weight w", "confusion_matrix(logits, k)");
    try (TrainingModel training = classes(GeneratedNetwork.of(Elaborated.model(text)), 1)) {
      Evaluation found = training.evaluate(CASES.dataset("classes"));
      ConfusionMatrix matrix = ConfusionMatrix.of(found.array("confusion_matrix"));
      assertEquals(found.get("accuracy"), matrix.accuracy(), 1e-12);
      assertEquals(13, IntStream.range(0, 7).mapToDouble(matrix::support).sum());
    }
  }

  @Test
  void aStepAndItsMetricsAllocateNothing() {
    try (TrainingModel training = classes(classes(), 1)) {
      assertEquals(
          0,
          Allocation.ofCompiledStep(
              () -> {
                training.step(MetricCases.BATCH);
                training.measure("auc");
              }));
    }
  }

  @Test
  void aTrainingReportsMetricsAndStopsByThem() {
    try (TrainingModel training = classes(classes(), 2)) {
      Dataset data = CASES.dataset("classes");
      History history =
          training.fit(
              data,
              FitOptions.epochs(30)
                  .validation(data)
                  .callback(new EarlyStopping("auc", true, 1, 1))
                  .quiet());
      EpochResult last = history.last();
      assertEquals(2, last.epoch());
      assertEquals(training.evaluate(data), history.epochs().get(0).judged(), "the best is back");
      assertEquals(13 * 7, last.training().get("samples"));
      assertEquals(49, last.training().array("confusion_matrix").length);
    }
  }

  @Test
  void anArrayIsNoNumber() {
    try (TrainingModel training = classes(classes(), 1)) {
      training.evaluate(MetricCases.BATCH);
      assertEquals(
          "entry point predict has no loss and no metric of one number named confusion_matrix",
          assertThrows(IllegalArgumentException.class, () -> training.measure("confusion_matrix"))
              .getMessage());
      Evaluation found = training.evaluate(CASES.dataset("classes"));
      assertEquals(
          "no metric auc that is an array; there are [confusion_matrix, running]",
          assertThrows(IllegalArgumentException.class, () -> found.array("auc")).getMessage());
    }
  }
}
