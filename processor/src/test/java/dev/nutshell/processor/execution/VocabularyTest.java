package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Categories that are texts: which are known is learnt from data, and a text is its hash code. */
class VocabularyTest {
  private static final List<String> MOST_FREQUENT_FIRST =
      List.of("INLAND", "<1H OCEAN", "NEAR BAY", "", "größer");

  private static final GeneratedNetwork NETWORK =
      GeneratedNetwork.of(
          Elaborated.model(
              """
              model Texts {
                input code: int
                target y: float
                index = code |> seen: vocabulary(6, min_count: 2)
                output row = index |> table: embedding(7, 2)
                output position = float(index)
                metric trained = float(index)
                loss (row[0] - y)^2
              }
              """));

  /** The first text ten times, the next nine times and so on; one text once. */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of("ISLAND"));
    for (int i = 0; i < MOST_FREQUENT_FIRST.size(); i++) {
      texts.addAll(Collections.nCopies(10 - i, MOST_FREQUENT_FIRST.get(i)));
    }
    Collections.shuffle(texts, new Random(1));
    return texts;
  }

  private static Dataset data(List<String> texts) {
    int[] codes = texts.stream().mapToInt(String::hashCode).toArray();
    return Dataset.of("code", Column.of(1, codes)).with("y", Column.of(1, new float[codes.length]));
  }

  private static TrainingModel adapted(int capacity, int threads) {
    TrainingModel training = NETWORK.training(new TrainingOptions(capacity, threads, 1));
    training.adapt(data(texts()));
    return training;
  }

  /** What the shipped class makes of a text. */
  private static Map<String, double[]> predict(TrainingModel training, String text) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    NETWORK
        .spec()
        .variables()
        .forEach(
            each ->
                variables.put(
                    each.path(),
                    new Tensor(
                        each.shape(), AdaptedTable.values(training.variables().get(each.path())))));
    Tensor code = new Tensor(List.of(1), new double[] {text.hashCode()});
    return NETWORK.predict(Call.of(1, Map.of("code", code), variables));
  }

  @Test
  void theMostFrequentTextIsTheFirstAndWhatIsRareOrNewIsUnknown() {
    try (TrainingModel training = adapted(64, 1)) {
      for (String text : MOST_FREQUENT_FIRST) {
        assertArrayEquals(
            new double[] {MOST_FREQUENT_FIRST.indexOf(text) + 1},
            predict(training, text).get("position"),
            text);
      }
      for (String unknown : List.of("ISLAND", "inland", "NEAR BAY ")) {
        assertArrayEquals(new double[1], predict(training, unknown).get("position"), unknown);
      }
    }
  }

  /**
   * Ten rare codes have their first digits in common, which occur more often than the frequent
   * code.
   */
  @Test
  void manyRareCodesThatBeginAlikeDoNotHideAFrequentOne() {
    double[] codes = new double[25];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = i < 20 ? 1000 + i / 2 : 900_000_000;
    }
    Model model =
        Elaborated.model(
            """
            model M: double {
              input code: int
              target y: float
              output p = float(code |> seen: vocabulary(1))
              loss (p - y)^2
            }
            """);
    Map<String, Tensor> inputs =
        Map.of("code", new Tensor(List.of(25), codes), "y", Tensor.zeros(List.of(25)));
    Map<String, Tensor> variables =
        Map.of("seen.known", new Tensor(List.of(2, 1), new double[] {Double.NaN, Double.NaN}));
    assertArrayEquals(
        new double[] {13732, 59648},
        Interpreter.evaluate(model.entries().get(0).adaptation(), Call.of(25, inputs, variables))
            .updates()
            .get("seen.known")
            .values());
  }

  @Test
  void aTextGivesTheSameBitsInTrainingAndInTheShippedClassThatLoadsItsWeights(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("texts.safetensors");
    List<String> texts = texts();
    try (TrainingModel training = adapted(64, 1);
        TrainingModel loaded = NETWORK.training(new TrainingOptions(64, 1, 2))) {
      training.save(file);
      loaded.restore(file);
      Dataset data = data(texts);
      for (int row = 0; row < texts.size(); row++) {
        training.load(0, data, row);
        training.backward(1);
        Map<String, double[]> shipped = predict(loaded, texts.get(row));
        assertEquals(training.measure("trained"), shipped.get("position")[0], texts.get(row));
        assertArrayEquals(predict(training, texts.get(row)).get("row"), shipped.get("row"));
      }
    }
  }

  @Test
  void theInterpreterFindsTheSameAndNeitherCapacityNorThreadsChangeIt() {
    List<String> texts = texts();
    double[] codes = texts.stream().mapToDouble(String::hashCode).toArray();
    Map<String, Tensor> inputs =
        Map.of(
            "code",
            new Tensor(List.of(codes.length), codes),
            "y",
            Tensor.zeros(List.of(codes.length)));
    double[] unadapted = new double[12];
    Arrays.fill(unadapted, Double.NaN);
    Call call =
        Call.of(
            codes.length,
            inputs,
            Map.of(
                "seen.known",
                new Tensor(List.of(2, 6), unadapted),
                "table.W",
                Tensor.zeros(List.of(7, 2))));
    double[] expected =
        Interpreter.evaluate(NETWORK.model().entries().get(0).adaptation(), call)
            .updates()
            .get("seen.known")
            .values();
    for (int[] setting : new int[][] {{64, 1}, {1, 1}, {7, 2}}) {
      try (TrainingModel training = adapted(setting[0], setting[1])) {
        assertArrayEquals(expected, AdaptedTable.values(training.variables().get("seen.known")));
      }
    }
  }

  @Test
  void allIntsCanBeKnown() {
    GeneratedNetwork network =
        GeneratedNetwork.of(
            Elaborated.model(
                """
                model Ints {
                  input code: int
                  target y: float
                  output index = code |> seen: vocabulary(8)
                  loss (float(index) * dense([i < 1] 1.0, 1)[0] - y)^2
                }
                """));
    int[] codes = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 65535, -65536};
    Dataset data =
        Dataset.of("code", Column.of(1, codes)).with("y", Column.of(1, new float[codes.length]));
    try (TrainingModel training = network.training(new TrainingOptions(4, 1, 1))) {
      training.adapt(data);
      double[] known = AdaptedTable.values(training.variables().get("seen.known"));
      Set<Double> found = new TreeSet<>();
      for (int k = 0; k < codes.length; k++) {
        found.add(known[k] * 65536 + known[8 + k]);
      }
      assertEquals(
          Arrays.stream(codes).asDoubleStream().boxed().collect(Collectors.toSet()), found);
      assertEquals(-1, known[15]);
    }
  }
}
