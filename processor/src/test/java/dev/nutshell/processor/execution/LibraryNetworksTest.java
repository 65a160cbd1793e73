package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.frontend.Library;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.pass.GradientCheck;
import dev.nutshell.training.TrainingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of generated code, for every layer of the library. */
class LibraryNetworksTest {
  private static final int BATCH = 7;
  private static final double MOST_REDRAWN = 0.1;

  private static final Map<String, GeneratedNetwork> NETWORKS = new LinkedHashMap<>();

  @BeforeAll
  static void compile() {
    Map<String, Model> models = new LinkedHashMap<>();
    LibraryNetworks.texts().forEach((name, text) -> models.put(name, Elaborated.model(text)));
    List<String> names = List.copyOf(models.keySet());
    List<GeneratedNetwork> compiled = GeneratedNetwork.all(List.copyOf(models.values()));
    for (int i = 0; i < names.size(); i++) {
      NETWORKS.put(names.get(i), compiled.get(i));
    }
  }

  static Stream<String> names() {
    return LibraryNetworks.texts().keySet().stream();
  }

  private static List<GeneratedNetwork> single() {
    return GeneratedNetwork.all(
        LibraryNetworks.texts().values().stream()
            .map(text -> Elaborated.model(text.replace("Network(): double", "Network(): float")))
            .toList());
  }

  private static Call call(GeneratedNetwork network, int batch) {
    return new ModelCalls(network.model(), batch).apply(new Random(11));
  }

  /** What the library declares for everybody; metrics are held against Keras besides. */
  @Test
  void allOfTheLibraryOccurs() {
    MetricCases metrics = new MetricCases();
    Stream<String> networks = LibraryNetworks.texts().values().stream();
    Stream<String> measured = metrics.sets().stream().map(set -> metrics.model(set, "double"));
    Set<String> words =
        Stream.concat(networks, measured)
            .flatMap(text -> Stream.of(text.split("\\W+")))
            .collect(Collectors.toSet());
    List<String> missing =
        Library.declarations().values().stream()
            .filter(each -> !each.documentation().isBlank())
            .map(each -> each.name().text())
            .filter(name -> !words.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithTheInterpreter(String name) {
    GeneratedNetwork network = NETWORKS.get(name);
    for (int batch : new int[] {1, BATCH}) {
      Agreement.check(network, call(network, batch));
    }
  }

  @Test
  void agreesInSinglePrecision() {
    for (GeneratedNetwork network : single()) {
      Agreement.check(network, call(network, BATCH));
    }
  }

  /** Batches of one, of less than a chunk, and of chunks of which the last is not full. */
  @Test
  void vectorsGiveTheSameBits() {
    List<GeneratedNetwork> networks = new ArrayList<>(NETWORKS.values());
    networks.addAll(single());
    for (GeneratedNetwork network : networks) {
      for (int batch : new int[] {1, BATCH, 37}) {
        VectorAgreement.check(network, call(network, batch));
      }
    }
  }

  @Test
  void gradientsAgreeWithDifferences() {
    GradientCheck check = new GradientCheck(5);
    NETWORKS.forEach(
        (name, network) -> {
          Model model = network.model();
          check.check(
              model.entries().get(0).training(),
              model.variables().stream()
                  .filter(each -> each.kind() == Variable.Kind.PARAMETER)
                  .toList(),
              new ModelCalls(model, 3));
        });
    System.out.printf(Locale.ROOT, "Library: %.1f %% redrawn%n", 100 * check.redrawRate());
    assertTrue(check.redrawRate() <= MOST_REDRAWN, "Redrawn: " + check.redrawRate());
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleGivesTheSameBitsAloneAndInABatch(String name) {
    GeneratedNetwork network = NETWORKS.get(name);
    Call together = call(network, BATCH);
    Map<String, double[]> expected = network.predict(together);
    for (int row = 0; row < BATCH; row++) {
      Map<String, double[]> alone = network.predict(ModelCalls.rows(together, row, row + 1));
      for (Map.Entry<String, double[]> output : expected.entrySet()) {
        int size = output.getValue().length / BATCH;
        assertArrayEquals(
            Arrays.copyOfRange(output.getValue(), row * size, (row + 1) * size),
            alone.get(output.getKey()),
            name + ", sample " + row);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void anyNumberOfThreadsGivesTheSameBits(String name) {
    GeneratedNetwork network = NETWORKS.get(name);
    Call call = call(network, 150);
    String expected = trained(network, call, 1);
    assertEquals(expected, trained(network, call, 2));
    assertEquals(expected, trained(network, call, 4));
  }

  private static String trained(GeneratedNetwork network, Call call, int threads) {
    try (TrainingModel training = network.training(call, threads)) {
      for (int step = 0; step < 3; step++) {
        training.step(call.batch());
      }
      return training.weights().digest();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void neitherPredictionNorTrainingAllocates(String name) {
    // Vector code does until it is compiled: an example shows that it does not from then on.
    GeneratedNetwork network = NETWORKS.get(name).withoutVectors();
    Call call = call(network, BATCH);
    GeneratedNetwork plain = network.withoutVectors();
    assertEquals(0, Allocation.ofStep(plain.prediction(call).body()), "prediction");
    try (TrainingModel training = plain.training(call, 1)) {
      assertEquals(0, Allocation.ofStep(() -> training.step(BATCH)), "training step");
    }
    assertEquals(0, Allocation.ofCompiledStep(network.prediction(call).body()), "with vectors");
    try (TrainingModel training = network.training(call, 1)) {
      assertEquals(
          0, Allocation.ofCompiledStep(() -> training.step(BATCH)), "training with vectors");
    }
  }
}
