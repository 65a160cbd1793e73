package dev.nutshell.processor.library;

import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of the library of a few numbers, by the interpreter. */
final class LibraryValues {
  private LibraryValues() {}

  /** An expression of the vector {@code x}. */
  static double[] of(String expression, double... x) {
    Model model =
        Elaborated.model(
            """
            model Values(): double {
              input x: float[%d]
              output y = %s
            }
            """
                .formatted(x.length, expression));
    Call call = Call.of(1, Map.of("x", new Tensor(List.of(1, x.length), x)), Map.of());
    return Interpreter.evaluate(model.entries().get(0).inference(), call)
        .outputs()
        .get("y")
        .values();
  }

  /** The derivative of an expression of each number alone. */
  static double[] derivative(String expression, double... x) {
    Evaluation evaluation = trained("[...] %d * (%s)".formatted(x.length, expression), "x", x);
    return evaluation.gradients().get("x").values();
  }

  /** The loss that training sees for the parameter {@code p}, whose class is {@code k}. */
  static double loss(String loss, int k, double... p) {
    return trained(loss, "p", p, k).objective();
  }

  private static Evaluation trained(String loss, String name, double[] values, int... k) {
    String index = k.length == 0 ? "" : "  target k: int\n";
    Model model =
        Elaborated.model(
            """
            model Values(): double {
              input one: float
            %s  param %s: float[%d]
              output shown = one
              loss total = %s
            }
            """
                .formatted(index, name, values.length, loss));
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("one", Tensor.vector(1));
    if (k.length > 0) {
      inputs.put("k", Tensor.vector(k[0]));
    }
    Call call = Call.of(1, inputs, Map.of(name, Tensor.vector(values)));
    return Interpreter.evaluate(Compiler.differentiate(model).get("predict"), call);
  }
}
