package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics of the preprocessing layers, and what the layers make of a number. */
class PreprocessingTest {
  /** Half a unit in the last place of a float. */
  private static final double ROUNDED = 6e-8;

  private static final GeneratedNetwork ALL =
      AdaptedTable.network(
          "float",
          """
          filled = numbers |> average: impute
          middle = numbers |> median: impute(median)
          standard = filled |> standard: standardize
          unit = middle |> unit: normalize
          bin = numbers |> bins: discretize(10)
          near = bin |> nearby: embedding(10, 1) |> flatten
          level = code |> lookup((7, 9)) |> levels: embedding(3, 1)
          step = numbers |> discretize_at((0.0, 1.0)) |> steps: embedding(3, 1) |> flatten
          kind = code |> kind: category(5) |> one_hot(6)
          known = code |> frequent: category(5, min_count: 2) |> embedding(6, 1)
          features = concatenate(
            (standard, unit, float(bin), kind, known, near, level, step)
          )
          output p = (features |> out: dense(1))[0]
          """);

  private static final GeneratedNetwork LOOKUP =
      GeneratedNetwork.of(
          Elaborated.model(
              "model M {\n input x: int\n"
                  + " output y = float(lookup(x, (16777217, -16777217)))\n}"));

  private static final Map<String, double[]> STATES = new AdaptedTable().adapted(ALL, 32, 1);

  private final AdaptedTable table = new AdaptedTable();

  private static double state(String path, int index) {
    return STATES.get(path)[index];
  }

  private static void assertRounded(double exact, double found, String what) {
    assertEquals(exact, found, ROUNDED * Math.abs(exact), what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void meansAndMediansLeaveOutWhatIsMissing(int feature) {
    double[] sorted = table.sorted(feature);
    assertRounded(
        Arrays.stream(sorted).average().orElseThrow(), state("average.fill", feature), "");
    assertRounded(quantile(sorted, 0.5), state("median.fill", feature), "");
  }

  /** By linear interpolation between order statistics, as NumPy does. */
  private static double quantile(double[] sorted, double q) {
    double position = q * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void edgesAreTheQuantilesOfTheData(int feature) {
    double[] sorted = table.sorted(feature);
    for (int edge = 0; edge < 9; edge++) {
      double exact = quantile(sorted, (edge + 1) / 10.0);
      double found = state("bins.edges", edge * AdaptedTable.FEATURES + feature);
      // The position between two numbers is a float of up to 700.
      double gap = Math.max(1, Math.abs(exact - sorted[0]));
      assertEquals(exact, found, 1e-5 * gap + ROUNDED * Math.abs(exact), "edge " + edge);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void standardDeviationsAreExactFarFromZeroToo(int feature) {
    double mean = table.present(feature).average().orElseThrow();
    double variance = table.present(feature).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    assertRounded(mean, state("standard.mean", feature), "mean");
    assertEquals(variance, state("standard.variance", feature), 1e-6 * variance);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theRangeIsThatOfTheData(int feature) {
    double[] sorted = table.sorted(feature);
    assertEquals(sorted[0], state("unit.low", feature));
    assertEquals(sorted[sorted.length - 1], state("unit.high", feature));
  }

  @Test
  void occurrencesAreCounted() {
    double[] expected = new double[AdaptedTable.CODES];
    for (int row = 0; row < AdaptedTable.ROWS; row++) {
      expected[(int) table.data().column("code").get(row)]++;
    }
    assertArrayEquals(expected, STATES.get("kind.occurrences"));
    assertEquals(0, expected[3]);
    assertEquals(1, expected[4]);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3", "3, 0", "4, 5", "5, 0", "-1, 0", "2147483647, 0"})
  void aCategoryThatWasNotSeenGoesToTheUnknownBucket(int code, int index) {
    Tensor seen = Tensor.vector(310, 200, 189, 0, 1);
    assertEquals(
        index,
        output("input x: int\n output y = x |> kind: category(5)", code, "kind.occurrences", seen));
    int frequent = index == 5 ? 0 : index;
    assertEquals(
        frequent,
        output(
            "input x: int\n output y = x |> kind: category(5, min_count: 2)",
            code,
            "kind.occurrences",
            seen));
  }

  @ParameterizedTest
  @CsvSource({"-2, 0", "0, 1", "0.99, 1", "1, 2", "7, 2", "NaN, 0"})
  void numbersAtAnEdgeBelongAboveIt(double x, int bin) {
    assertEquals(
        bin, output("input x: float\n output y = discretize_at(x, (0.0, 1.0))", x, "", null));
  }

  @ParameterizedTest
  @CsvSource({"10115, 1", "80331, 3", "1, 0"})
  void aNumberIsLookedUpInAList(int x, int index) {
    assertEquals(
        index, output("input x: int\n output y = lookup(x, (10115, 20095, 80331))", x, "", null));
  }

  /** A float does not tell these two numbers apart. */
  @ParameterizedTest
  @CsvSource({"16777216, 0", "16777217, 1", "-16777217, 2", "-16777218, 0"})
  void numbersOfManyDigitsAreLookedUpExactly(int x, int index) {
    Map<String, Tensor> inputs = Map.of("x", new Tensor(List.of(1), new double[] {x}));
    assertArrayEquals(new double[] {index}, LOOKUP.predict(Call.of(1, inputs, Map.of())).get("y"));
  }

  @ParameterizedTest
  @CsvSource({"NaN, -1", "0, 0", "3, 3"})
  void aConstantTakesThePlaceOfWhatIsMissing(double x, double filled) {
    String text = "input x: float\n output y = ([i < 1] x |> impute(constant, value: -1))[0]";
    assertEquals(filled, output(text, x, "", null));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "255, 1", "127.5, 0.5"})
  void numbersAreRescaled(double x, double scaled) {
    assertEquals(scaled, output("input x: float\n output y = rescale(x, 1 / 255.0)", x, "", null));
  }

  /** What a network of one input makes of a number. */
  private static double output(String body, double x, String state, Tensor value) {
    Model model = Elaborated.model("model M: double {\n " + body + "\n}");
    Map<String, Tensor> variables = value == null ? Map.of() : Map.of(state, value);
    Map<String, Tensor> inputs = Map.of("x", new Tensor(List.of(1), new double[] {x}));
    return Interpreter.evaluate(model.entries().get(0).inference(), Call.of(1, inputs, variables))
        .outputs()
        .get("y")
        .values()[0];
  }

  @Test
  void whatIsNearInTheListIsStillToldApart() {
    double[] close = {1, 1 + 1e-9, 1 + 2e-9, 1 + 3e-9, 100};
    Model model =
        Elaborated.model(
            """
            model M: double {
              input x: float[1]
              target y: float
              output p = (x |> fill: impute(median))[0]
              loss (p - y)^2
            }
            """);
    Map<String, Tensor> inputs =
        Map.of("x", new Tensor(List.of(5, 1), close), "y", Tensor.zeros(List.of(5)));
    Map<String, Tensor> variables = Map.of("fill.fill", Tensor.vector(Double.NaN));
    assertEquals(
        1 + 2e-9,
        Interpreter.evaluate(model.entries().get(0).adaptation(), Call.of(5, inputs, variables))
            .updates()
            .get("fill.fill")
            .values()[0]);
  }

  @Test
  void aSharedLayerGoesBothWays() {
    GeneratedNetwork network =
        AdaptedTable.network(
            "double",
            """
            shared scale = standardize()
            output p = (scale(dense([i < 1] numbers[i], 1), invert: true))[0] + 0 * float(code)
            metric back = (scale(scale([i < 1] y + 3), invert: true))[0]
            """);
    assertArrayEquals(new double[] {3}, table.adapted(network, 64, 1).get("scale.mean"));
  }
}
