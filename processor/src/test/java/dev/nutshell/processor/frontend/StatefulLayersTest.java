package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrent layers that carry their state from call to call. */
class StatefulLayersTest {
  private static final int FEATURES = 2;

  private static Model model(String layer, int times, boolean stateful) {
    return Elaborated.model(
        """
        model M {
          input x: float[%d, 2]
          output y = x |> l: %s(3, stateful: %s)
        }
        """
            .formatted(times, layer, stateful));
  }

  private static Evaluation run(Model model, double[] x, Map<String, Tensor> variables) {
    Tensor input = new Tensor(List.of(1, x.length / FEATURES, FEATURES), x);
    Call call = Call.of(1, Map.of("x", input), variables);
    return Interpreter.evaluate(model.entries().get(0).inference(), call);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn", "lstm", "gru"})
  void twoCallsGiveWhatOneGivesOverTheWholeSequence(String layer) {
    Random random = new Random(3);
    double[] x = random.doubles(12, -1, 1).toArray();
    Model whole = model(layer, 6, false);
    Map<String, Tensor> variables = new HashMap<>();
    for (Variable each : whole.variables()) {
      Tensor zeros = Tensor.zeros(shape(each));
      variables.put(
          each.path(), new Tensor(zeros.shape(), random.doubles(zeros.size(), -1, 1).toArray()));
    }
    double[] expected = run(whole, x, variables).outputs().get("y").values();

    Model part = model(layer, 3, true);
    for (Variable each : part.variables()) {
      variables.computeIfAbsent(each.path(), path -> Tensor.zeros(shape(each)));
    }
    Evaluation first = run(part, Arrays.copyOf(x, 6), variables);
    assertEquals(layer.equals("lstm") ? 2 : 1, first.updates().size());
    variables.putAll(first.updates());
    double[] found = run(part, Arrays.copyOfRange(x, 6, 12), variables).outputs().get("y").values();
    assertArrayEquals(expected, found, 1e-12);
  }

  /** A carry has one state for each sample, of which there is one here. */
  private static List<Integer> shape(Variable variable) {
    return variable.shape().stream()
        .map(extent -> extent.equals(Extent.BATCH) ? 1 : extent.bound())
        .toList();
  }
}
