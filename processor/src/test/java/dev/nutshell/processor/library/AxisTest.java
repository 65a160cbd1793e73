package dev.nutshell.processor.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An {@code axis} says which dimension is meant, and the others stay where they are. */
class AxisTest {
  private static final List<Integer> SHAPE = List.of(2, 4, 3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "softmax(%s)",
        "log_softmax(%s)",
        "sparsemax(%s)",
        "glu(%s)",
        "sort(%s)",
        "unit_normalization(%s)",
        "norm: layer_norm(%s)",
        "norm: batch_norm(%s)",
        "norm: rms_norm(%s)",
        "norm: group_norm(groups: 2%s)",
      })
  void anAxisIsTheLastOneOfATensorThatIsTurned(String call) {
    boolean first = call.contains("(%s)");
    String along = call.formatted(first ? "axis: 1" : ", axis: 1");
    assertArrayEquals(
        values("x |> move_axis(1, -1) |> " + call.formatted("") + " |> move_axis(-1, 1)"),
        values("x |> " + along),
        1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log_sum_exp(%s)", "cosine_similarity(2 - x%s)"})
  void aResultWithoutTheAxisIsThatOfATensorThatIsTurned(String call) {
    String expected = call.replace("2 - x", "2 - move_axis(x, 1, -1)").formatted("");
    String along = call.formatted(call.contains("(%s)") ? "axis: 1" : ", axis: 1");
    assertArrayEquals(values("move_axis(x, 1, -1) |> " + expected), values("x |> " + along), 1e-12);
  }

  private static double[] values(String expression) {
    Model model =
        Elaborated.model(
            """
            model Values(): double {
              input x: float[2, 4, 3]
              output y = %s
            }
            """
                .formatted(expression));
    Map<String, Tensor> variables = new LinkedHashMap<>();
    for (Variable variable : model.variables()) {
      List<Integer> shape = variable.shape().stream().map(Extent::bound).toList();
      variables.put(variable.path(), numbers(shape, variable.path().length()));
    }
    Graph inference = model.entries().get(0).inference();
    Tensor x = numbers(List.of(1, SHAPE.get(0), SHAPE.get(1), SHAPE.get(2)), 1);
    return Interpreter.evaluate(inference, Call.of(1, Map.of("x", x), variables))
        .outputs()
        .get("y")
        .values();
  }

  /** Numbers from 0.1 to 2.1, all different for some elements in a row. */
  private static Tensor numbers(List<Integer> shape, int seed) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    return new Tensor(
        shape, IntStream.range(0, size).mapToDouble(i -> 0.1 + (i + seed) * 0.618 % 2).toArray());
  }
}
