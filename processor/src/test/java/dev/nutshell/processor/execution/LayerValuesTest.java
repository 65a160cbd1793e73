package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What layers make of numbers, where another convention would make something else of them. */
class LayerValuesTest {
  /** The output {@code y} of a network for one sample {@code x}. */
  private static double[] output(String body, Tensor x, Map<String, Tensor> variables) {
    Model model = Elaborated.model("model M: double {\n" + body + "\n}");
    Call call = Call.of(1, Map.of("x", x), variables);
    return Interpreter.evaluate(model.entries().get(0).inference(), call)
        .outputs()
        .get("y")
        .values();
  }

  /** The pixels whose middles are nearest, as keras.ops.image.resize has them; not the first. */
  @ParameterizedTest
  @CsvSource({
    "5, 3, 1 3 5",
    "5, 2, 2 4",
    "3, 5, 1 1 2 3 3",
    "4, 6, 1 2 2 3 4 4",
    "7, 3, 2 4 6",
    "6, 4, 1 3 4 6",
    "2, 6, 1 1 1 2 2 2"
  })
  void theNearestPixelIsThatInTheMiddle(int from, int to, String expected) {
    double[] pixels = IntStream.rangeClosed(1, from).asDoubleStream().toArray();
    String body =
        """
        input x: float[%d, 1, 1]
        output y = resize(x, (%d, 1), interpolation: nearest)
        """
            .formatted(from, to);
    assertArrayEquals(
        Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray(),
        output(body, new Tensor(List.of(1, from, 1, 1), pixels), Map.of()));
  }

  /** A matrix of equal numbers has one singular value that is not 0, here 4. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 1})
  void aWeightIsDividedByItsSingularValueBeforeTheFirstTrainingStepToo(double length) {
    assertArrayEquals(
        new double[] {0.725, 0.725}, normalized(2, 0.8 * length, 0.6 * length), 1e-12);
    assertArrayEquals(
        new double[] {0.725, 0.725}, normalized(2, -0.8 * length, 0.6 * length), 1e-12);
  }

  @Test
  void aWeightOfZerosStaysAsItIs() {
    assertArrayEquals(new double[2], normalized(0, 0.01, 0.02));
  }

  /** (0.85, 0.6) times a normalized matrix of equal numbers. */
  private static double[] normalized(double number, double... u) {
    double[] weight = new double[4];
    Arrays.fill(weight, number);
    return output(
        """
        input x: float[2]
        param W: float[2, 2]
        norm = spectral_norm(W)
        output y = einsum("i,iu->u", x, norm)
        """,
        new Tensor(List.of(1, 2), new double[] {0.85, 0.6}),
        Map.of("W", new Tensor(List.of(2, 2), weight), "norm.u", Tensor.vector(u)));
  }
}
