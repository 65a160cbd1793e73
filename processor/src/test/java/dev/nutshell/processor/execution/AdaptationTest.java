package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.WeightFileException;
import dev.nutshell.inference.Weights;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How states are adapted to a data set, saved, and applied. */
class AdaptationTest {
  private static final String CHAIN =
      """
      x = numbers |> fill: impute(median) |> scale: standardize |> unit: normalize
      bin = x |> bins: discretize(4)
      kind = code |> kind: category(5) |> one_hot(6)
      output features = concatenate((x, float(bin), kind))
      p = (features |> out: dense(1))[0]
      metric first = x[2]
      """;

  private static final Map<String, GeneratedNetwork> CHAINS =
      Map.of(
          "float", AdaptedTable.network("float", CHAIN),
          "double", AdaptedTable.network("double", CHAIN));

  private final AdaptedTable table = new AdaptedTable();

  @ParameterizedTest
  @ValueSource(strings = {"float", "double"})
  void generatedCodeAdaptsAsTheInterpreterDoes(String precision) {
    GeneratedNetwork network = CHAINS.get(precision);
    Map<String, double[]> found = table.adapted(network, 1000, 1);
    Map<String, Tensor> expected = table.interpreted(network.model());
    assertEquals(expected.keySet(), found.keySet());
    double tolerance = precision.equals("float") ? 1e-6 : 1e-12;
    expected.forEach(
        (path, tensor) -> {
          for (int i = 0; i < tensor.size(); i++) {
            double value = tensor.values()[i];
            assertEquals(
                value,
                found.get(path)[i],
                tolerance * Math.max(1, Math.abs(value)),
                path + " " + i);
          }
        });
  }

  @Test
  void neitherCapacityNorThreadsChangeABit() {
    GeneratedNetwork network = CHAINS.get("double");
    Map<String, double[]> whole = table.adapted(network, 1000, 1);
    for (int[] setting : new int[][] {{1, 1}, {32, 1}, {100, 2}, {256, 3}}) {
      Map<String, double[]> found = table.adapted(network, setting[0], setting[1]);
      whole.forEach((path, state) -> assertArrayEquals(state, found.get(path), path));
    }
  }

  @Test
  void aRecordGivesTheSameBitsInTrainingAndInTheShippedClass() {
    GeneratedNetwork network = CHAINS.get("float");
    try (TrainingModel training = network.training(TrainingOptions.defaults())) {
      training.adapt(table.data());
      for (int row = 0; row < 30; row++) {
        training.load(0, table.data(), row);
        training.evaluate(1);
        double evaluated = training.measure("first");
        training.backward(1);
        double trained = training.measure("first");
        double predicted = predict(network, training, row)[2];
        assertEquals(predicted, evaluated, "row " + row);
        assertEquals(predicted, trained, "row " + row);
      }
    }
  }

  /** The features that the shipped class computes of a row of the table. */
  private double[] predict(GeneratedNetwork network, TrainingModel training, int row) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    network
        .spec()
        .variables()
        .forEach(
            variable ->
                variables.put(
                    variable.path(),
                    new Tensor(
                        variable.shape(),
                        AdaptedTable.values(training.variables().get(variable.path())))));
    float[] numbers = table.row(row);
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(
        "numbers", new Tensor(List.of(1, 3), new double[] {numbers[0], numbers[1], numbers[2]}));
    inputs.put("code", new Tensor(List.of(1), new double[] {table.data().column("code").get(row)}));
    return network.predict(Call.of(1, inputs, variables)).get("features");
  }

  @Test
  void fittingAdaptsToTheSamplesTrainedOnButKeepsWhatIsThere() {
    GeneratedNetwork network = CHAINS.get("float");
    Dataset part = table.data().range(0, 200);
    try (TrainingModel training = network.training(TrainingOptions.defaults());
        TrainingModel fitted = network.training(TrainingOptions.defaults())) {
      training.adapt(part);
      fitted.fit(part, FitOptions.epochs(1).quiet());
      assertEquals(mean(training), mean(fitted));
      fitted.fit(table.data(), FitOptions.epochs(1).quiet());
      assertEquals(mean(training), mean(fitted), "a second training keeps the states");
      fitted.adapt(table.data());
      assertTrue(mean(training) != mean(fitted), "until they are adapted anew");
    }
  }

  @Test
  void sumsOfMetricsAreOfWhatWasAdapted() {
    GeneratedNetwork network =
        AdaptedTable.network(
            "double",
            """
            x = numbers |> fill: impute |> scale: standardize
            p = (x |> out: dense(1))[0] + 0 * float(code)
            metric center = mean[batch, i] x[i]
            metric deviations = sqrt([i] mean[batch] x[i]^2)
            """);
    try (TrainingModel training =
        network.training(TrainingOptions.defaults().withCapacity(64).withThreads(2))) {
      training.adapt(table.data());
      Evaluation found = training.evaluate(table.data());
      assertEquals(0, found.get("center"), 1e-9);
      assertArrayEquals(new double[] {1, 1, 1}, found.array("deviations"), 1e-9);
    }
  }

  private static double mean(TrainingModel training) {
    return training.variables().get("scale.mean").get(1);
  }

  @Test
  void nothingIsComputedOrSavedBeforeStatesAreAdapted(@TempDir Path folder) {
    GeneratedNetwork network = CHAINS.get("float");
    try (TrainingModel training = network.training(TrainingOptions.defaults())) {
      assertEquals(
          "states have not been adapted to data: call adapt(data) first, or fit",
          assertThrows(IllegalStateException.class, () -> training.step(1)).getMessage());
      assertEquals(
          "weights: the state fill.fill has not been adapted to data",
          assertThrows(
                  IllegalArgumentException.class, () -> training.save(folder.resolve("weights")))
              .getMessage());
    }
  }

  @Test
  void statesAreSavedAndLoaded(@TempDir Path folder) throws IOException {
    GeneratedNetwork network = CHAINS.get("float");
    Path file = folder.resolve("table.safetensors");
    try (TrainingModel training = network.training(TrainingOptions.defaults());
        TrainingModel other = network.training(TrainingOptions.defaults())) {
      training.adapt(table.data());
      training.save(file);
      other.restore(file);
      assertTrue(other.isAdapted());
      assertEquals(training.weights().digest(), other.weights().digest());
    }
  }

  @Test
  void aFileWithAStateThatWasNeverAdaptedIsRefused(@TempDir Path folder) throws IOException {
    GeneratedNetwork network = CHAINS.get("float");
    Path file = folder.resolve("table.safetensors");
    try (TrainingModel training = network.training(TrainingOptions.defaults())) {
      training.adapt(table.data());
      training.save(file);
    }
    byte[] bytes = Files.readAllBytes(file);
    assertEquals("kind.occurrences", network.spec().variables().get(8).path());
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(bytes.length - Float.BYTES, Float.NaN);
    Files.write(file, bytes);
    WeightFileException refused =
        assertThrows(WeightFileException.class, () -> Weights.load(file, network.spec()));
    assertEquals(
        List.of("kind.occurrences: saved before it was adapted to data"), refused.differences());
  }

  @Test
  void missingValuesAreNamedAndNothingIsChanged() {
    GeneratedNetwork network =
        AdaptedTable.network(
            "float", "p = (numbers |> scale: standardize |> out: dense(1))[0] + 0 * float(code)");
    Dataset whole =
        Dataset.of("numbers", Column.of(3, new float[] {1, 2, 3, 4, 5, 6}))
            .with("code", Column.of(1, new int[2]))
            .with("y", Column.of(1, new float[2]));
    try (TrainingModel training = network.training(TrainingOptions.defaults())) {
      training.adapt(whole);
      assertEquals(
          "the data adapt scale.mean to NaN at element 2: values may be missing or out of range;"
              + " impute can stand before",
          assertThrows(IllegalArgumentException.class, () -> training.adapt(table.data()))
              .getMessage());
      assertArrayEquals(
          new double[] {2.5, 3.5, 4.5},
          AdaptedTable.values(training.variables().get("scale.mean")));
    }
  }

  @Test
  void whatIsMissingLeavesGradientsFinite() {
    GeneratedNetwork network =
        AdaptedTable.network(
            "float",
            """
            hidden = numbers |> first: impute |> scale: standardize |> deep: dense(3)
            p = (hidden |> out: dense(1))[0] + 0 * float(code)
            """);
    try (TrainingModel training = network.training(TrainingOptions.defaults())) {
      training.adapt(table.data());
      training.load(0, table.data(), 3);
      training.backward(1);
      List<Double> gradients = new ArrayList<>();
      training
          .gradients()
          .values()
          .forEach(each -> gradients.addAll(boxed(AdaptedTable.values(each))));
      assertTrue(gradients.stream().allMatch(Double::isFinite), gradients.toString());
    }
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
