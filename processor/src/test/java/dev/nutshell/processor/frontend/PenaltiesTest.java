package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Regularizers and constraints of the library, against numbers of Keras' formulas by NumPy. */
class PenaltiesTest {
  private static final double[] W = {1, -2, 0.5, 3, 0.25, -1};

  /** What an expression makes of a matrix w of two rows. */
  private static double[] of(String expression) {
    String text = "model M {\n  input w: float[2, 3]\n  output y = " + expression + "\n}\n";
    Model model = Elaborated.model(text);
    Call call = Call.of(1, Map.of("w", new Tensor(List.of(1, 2, 3), W)), Map.of());
    Evaluation evaluation = Interpreter.evaluate(model.entries().get(0).inference(), call);
    return evaluation.outputs().get("y").values();
  }

  private static void assertGives(String expression, double... expected) {
    assertArrayEquals(expected, of(expression), 1e-13, expression);
  }

  @Test
  void regularizers() {
    assertGives("l1(w, 0.1)", 0.775);
    assertGives("l2(w, 0.2)", 3.0625);
    assertGives("l1_l2(w, l1: 0.1, l2: 0.2)", 3.8375);
    assertGives("activity_regularization(w, l1: 0.1, l2: 0.2)", 3.8375);
    assertGives("orthogonal_regularizer(w, 0.3)", 0.08255029925881316);
    assertGives("orthogonal_regularizer(w, 0.3, columns)", 0.14579231125499606);
  }

  @Test
  void layersTakeThemAsArguments() {
    Model model =
        Elaborated.model(
            """
            model M {
              input w: float[2, 3]
              y = w |> a: dense(2, bias: false, kernel_regularizer: l1_l2(0.1, l2: 0.2))
              z = y |> c: dense(2, bias: false, kernel_constraint: unit_norm)
              loss sum[i, j] z[i, j]
            }
            """);
    Map<String, Tensor> variables =
        Map.of(
            "a.W", new Tensor(List.of(3, 2), W),
            "c.W", new Tensor(List.of(2, 2), new double[] {1, 2, 3, 4}));
    Call call = Call.of(1, Map.of("w", new Tensor(List.of(1, 2, 3), W)), variables);
    Evaluation evaluation = Interpreter.evaluate(model.entries().get(0).training(), call);
    assertEquals(1, evaluation.penalties().size());
    assertEquals(3.8375, evaluation.penalties().get(0), 1e-13);
    assertEquals(
        List.of("c.W"), model.constraints().stream().map(each -> each.variable().path()).toList());
  }

  @Test
  void constraints() {
    assertGives("non_neg(w)", 1, 0, 0.5, 3, 0.25, 0);
    assertGives(
        "max_norm(w)",
        0.6324555120336764,
        -1.984555654965802,
        0.49999995527864444,
        1.8973665361010295,
        0.24806945687072526,
        -0.9999999105572889);
    assertGives(
        "min_max_norm(w, 1.5, 2.5, rate: 0.5)",
        0.8952846792096602,
        -1.9999999007722173,
        0.5854101442642933,
        2.685854037628981,
        0.24999998759652717,
        -1.1708202885285866);
    assertGives(
        "unit_norm(w)",
        0.3162277560168382,
        -0.992277827482901,
        0.44721355549996145,
        0.9486832680505147,
        0.12403472843536263,
        -0.8944271109999229);
  }
}
