package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.execution.MetricCases.Case;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.TrainingModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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
              return tests(
                  set,
                  (name, each) ->
                      compare(each, found.get(name).values(), TOLERANCE));
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
                    each.shape().length == 0
                        ? new double[] {found.get(name)}
                        : found.array(name);
                compare(each, actual, tolerance);
              })
          .forEach(all::add);
    }
    return all.stream();
  }

  private static void compare(Case each, double[] actual, double tolerance) {
    assertEquals(each.expected().length, actual.length, each.metric());
    for (int i = 0; i < actual.length; i++) {
      double expected = each.expected()[i];
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
}
