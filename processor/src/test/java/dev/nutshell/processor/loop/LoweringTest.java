package dev.nutshell.processor.loop;

import static dev.nutshell.processor.graph.Scalars.add;
import static dev.nutshell.processor.graph.Scalars.equal;
import static dev.nutshell.processor.graph.Scalars.index;
import static dev.nutshell.processor.graph.Scalars.integer;
import static dev.nutshell.processor.graph.Scalars.less;
import static dev.nutshell.processor.graph.Scalars.lessEqual;
import static dev.nutshell.processor.graph.Scalars.multiply;
import static dev.nutshell.processor.graph.Scalars.real;
import static dev.nutshell.processor.graph.Scalars.subtract;
import static dev.nutshell.processor.loop.Graphs.at;
import static dev.nutshell.processor.loop.Graphs.axis;
import static dev.nutshell.processor.loop.Graphs.batch;
import static dev.nutshell.processor.loop.Graphs.compute;
import static dev.nutshell.processor.loop.Graphs.dense;
import static dev.nutshell.processor.loop.Graphs.input;
import static dev.nutshell.processor.loop.Graphs.integers;
import static dev.nutshell.processor.loop.Graphs.map;
import static dev.nutshell.processor.loop.Graphs.outputs;
import static dev.nutshell.processor.loop.Graphs.parameter;
import static dev.nutshell.processor.loop.Graphs.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form of kernels: what is in which loop. */
class LoweringTest {

  private static List<Program.Step> steps(Program program) {
    return program.phases().get(0).parallel();
  }

  private static String onlyKernel(Program program) {
    assertEquals(1, steps(program).size());
    return KernelText.of(((Program.Call) steps(program).get(0)).kernel());
  }

  @Test
  void denseLayerWithBiasAndActivationIsOneKernel() {
    Input x = input("x", 7);
    Variable w = parameter("fc.W", 7, 3);
    Variable b = parameter("fc.b", 3);
    Node y = map(dense(x, w, b), value -> multiply(value, value));
    Program program = new Comparison(List.of(x), List.of(w, b)).inference(outputs(y));
    assertEquals(
        """
        // y[b, i1] = ((sum[i] x[b, i] * W[i, i1]) + b2[i1]) * ((sum[i] x[b, i] * W[i, i1]) + b2[i1])
        // y[batch, 3], x[batch, 7], W[7, 3], b2[3]
        // about 105 operations a sample
        """,
        onlyKernel(program).lines().limit(3).map(line -> line + "\n").reduce("", String::concat));
  }

  @Test
  void bordersAreBoundsOfLoops() {
    Input x = input("x", 20);
    Variable w = parameter("w", 3);
    Axis b = batch();
    Axis i = axis("i", 20);
    Axis k = axis("k", 3);
    Scalar position = subtract(add(index(i), index(k)), integer(1));
    Node y =
        compute(
            "y",
            List.of(b, i),
            sum(
                List.of(k),
                add(at(x, b, position), at(w, k)),
                lessEqual(integer(0), position),
                less(position, integer(20))));
    Program program = new Comparison(List.of(x), List.of(w)).inference(outputs(y));
    assertEquals(
        """
        // y[b, i] = sum[k] if 0 <= i + k - 1 and i + k - 1 < 20: x[b, i + k - 1] + w[k]
        // y[batch, 20], x[batch, 20], w[3]
        // about 400 operations a sample
        for b = from until to
          int at = (b * 20)
          for i = 0 until 20 VECTOR
            real sum = 0.0
            int at2 = (at + i)
            for k = (0 max (1 - i)) until (3 min (21 - i))
              int at3 = (at2 + k)
              sum = (sum + (x[(at3 - 1)] + w[k]))
            y[(at + i)] = sum
        """,
        onlyKernel(program));
  }

  @Test
  void dataDependentSumsScatter() {
    Input tokens = integers("tokens", 5);
    Axis b = batch();
    Axis v = axis("v", 3);
    Axis t = axis("t", 5);
    Node counts =
        compute(
            "counts", List.of(b, v), sum(List.of(t), real(1), equal(index(v), at(tokens, b, t))));
    Program program = new Comparison(List.of(tokens), List.of()).inference(outputs(counts));
    assertEquals(
        """
        for b = from until to
          int at = (b * 3)
          for i = 0 until 3 VECTOR
            y[(at + i)] = 0.0
          int at2 = (b * 5)
          for t = 0 until 5
            int k = x[(at2 + t)]
            if ((0 less_equal k) and (k < 3))
              y[(at + k)] = (y[(at + k)] + 1.0)
        """,
        onlyKernel(program).lines().skip(3).map(line -> line + "\n").reduce("", String::concat));
  }

  @Test
  void neighbouringAxesBecomeOneLoop() {
    Input x = input("x", 3, 4, 5);
    Program program =
        new Comparison(List.of(x), List.of())
            .inference(outputs(map(x, value -> multiply(value, value))));
    assertEquals(
        """
        for b = from until to
          int at = (b * 60)
          for i3 = 0 until 60 VECTOR
            real v = x[(at + i3)]
            y[(at + i3)] = (v * v)
        """,
        onlyKernel(program).lines().skip(3).map(line -> line + "\n").reduce("", String::concat));
  }

  @Test
  void equalLayersShareTheirKernel() {
    Input x = input("x", 8);
    List<Variable> variables =
        List.of(
            parameter("fc1.W", 8, 8),
            parameter("fc1.b", 8),
            parameter("fc2.W", 8, 8),
            parameter("fc2.b", 8),
            parameter("fc3.W", 8, 8),
            parameter("fc3.b", 8));
    Node last = map(x, Graphs::relu);
    for (int layer = 0; layer < variables.size(); layer += 2) {
      last = map(dense(last, variables.get(layer), variables.get(layer + 1)), Graphs::relu);
    }
    last = map(dense(last, variables.get(0), variables.get(1)), value -> multiply(value, value));
    List<Program.Step> steps =
        steps(new Comparison(List.of(x), variables).inference(outputs(last)));
    Kernel kernel = ((Program.Call) steps.get(1)).kernel();
    assertSame(kernel, ((Program.Call) steps.get(2)).kernel());
  }
}
