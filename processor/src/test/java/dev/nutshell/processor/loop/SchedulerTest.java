package dev.nutshell.processor.loop;

import static dev.nutshell.processor.graph.Scalars.add;
import static dev.nutshell.processor.graph.Scalars.cast;
import static dev.nutshell.processor.graph.Scalars.equal;
import static dev.nutshell.processor.graph.Scalars.index;
import static dev.nutshell.processor.graph.Scalars.integer;
import static dev.nutshell.processor.graph.Scalars.less;
import static dev.nutshell.processor.graph.Scalars.lessEqual;
import static dev.nutshell.processor.graph.Scalars.multiply;
import static dev.nutshell.processor.graph.Scalars.real;
import static dev.nutshell.processor.graph.Scalars.reduce;
import static dev.nutshell.processor.graph.Scalars.select;
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

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs give what the interpreter gives. */
class SchedulerTest {

  @Test
  void denseLayers() {
    Input x = input("x", 7);
    Variable w1 = parameter("fc1.W", 7, 20);
    Variable b1 = parameter("fc1.b", 20);
    Variable w2 = parameter("fc2.W", 20, 3);
    Variable b2 = parameter("fc2.b", 3);
    Node hidden = map(dense(x, w1, b1), Graphs::relu);
    new Comparison(List.of(x), List.of(w1, b1, w2, b2))
        .inference(outputs(dense(hidden, w2, b2), hidden, x, b1));
  }

  @Test
  void convolutionWithPadding() {
    Input x = input("x", 6, 5, 2);
    Variable w = parameter("conv.W", 3, 3, 2, 9);
    Node y = convolution(x, w, 1);
    new Comparison(List.of(x), List.of(w)).inference(outputs(y, convolution(x, w, 2)));
  }

  private static Node convolution(Node x, Variable w, int stride) {
    Axis b = batch();
    Axis oy = axis("y", (6 + stride - 1) / stride);
    Axis ox = axis("x", (5 + stride - 1) / stride);
    Axis co = axis("o", 9);
    Axis ky = axis("ky", 3);
    Axis kx = axis("kx", 3);
    Axis ci = axis("c", 2);
    Scalar row = subtract(add(multiply(index(oy), integer(stride)), index(ky)), integer(1));
    Scalar column = subtract(add(multiply(index(ox), integer(stride)), index(kx)), integer(1));
    return compute(
        "conv",
        List.of(b, oy, ox, co),
        sum(
            List.of(ky, kx, ci),
            multiply(at(x, b, row, column, ci), at(w, ky, kx, ci, co)),
            lessEqual(integer(0), row),
            less(row, integer(6)),
            lessEqual(integer(0), column),
            less(column, integer(5))));
  }

  @Test
  void transposedConvolutionByDivisibility() {
    Input x = input("x", 4, 2);
    Variable w = parameter("up.W", 3, 2, 3);
    Axis b = batch();
    Axis o = axis("o", 9);
    Axis u = axis("u", 3);
    Axis k = axis("k", 3);
    Axis c = axis("c", 2);
    Scalar offset = subtract(index(o), index(k));
    Scalar position = Scalars.floorDivide(offset, integer(2));
    Node y =
        compute(
            "up",
            List.of(b, o, u),
            sum(
                List.of(k, c),
                multiply(at(x, b, position, c), at(w, k, c, u)),
                equal(Scalars.remainder(offset, integer(2)), integer(0)),
                lessEqual(integer(0), position),
                less(position, integer(4))));
    new Comparison(List.of(x), List.of(w)).inference(outputs(y));
  }

  @Test
  void reductionsOfEveryKind() {
    Input x = input("x", 4, 9);
    List<Node> nodes = new ArrayList<>();
    for (ReduceOp op : ReduceOp.values()) {
      Axis b = batch();
      Axis i = axis("i", 4);
      Axis j = axis("j", 9);
      nodes.add(
          compute(
              op.name(),
              List.of(b, i),
              reduce(op, List.of(j), List.of(lessEqual(index(i), index(j))), at(x, b, i, j))));
    }
    new Comparison(List.of(x), List.of()).inference(outputs(nodes.toArray(Node[]::new)));
  }

  @Test
  void paddingReadsOnlyTheBranchTaken() {
    Input x = input("x", 4);
    Axis b = batch();
    Axis i = axis("i", 8);
    Scalar at = subtract(index(i), integer(2));
    Scalar inside = Scalars.and(lessEqual(integer(0), at), less(at, integer(4)));
    Scalar read = at(x, b, at);
    Node y =
        compute("pad", List.of(b, i), select(inside, multiply(read, add(read, real(1))), real(-1)));
    new Comparison(List.of(x), List.of()).inference(outputs(y));
  }

  @Test
  void gatherAndReshape() {
    Input tokens = integers("tokens", 6);
    Variable table = parameter("table", 3, 4);
    Axis b = batch();
    Axis t = axis("t", 6);
    Axis d = axis("d", 4);
    Node embedded = compute("e", List.of(b, t, d), at(table, at(tokens, b, t), d));
    Node flat = new Reshape("flat", embedded, Graphs.batched(24), Graphs.SPAN);
    Node y = map(flat, v -> Scalars.unary(UnaryOp.TANH, v));
    new Comparison(List.of(tokens), List.of(table)).inference(outputs(y, flat));
  }

  @Test
  void boundedAxisRunsToItsLength() {
    Extent length = new Extent.Bounded("t", 8);
    Input x =
        new Input(
            "x", ElementType.REAL, List.of(Extent.BATCH, length, Extent.of(3)), false, Graphs.SPAN);
    Axis b = batch();
    Axis t = new Axis("t", length);
    Axis t2 = new Axis("t", length);
    Axis c = axis("c", 3);
    Node scores =
        compute(
            "scores",
            List.of(b, t, t2),
            sum(
                List.of(c),
                multiply(at(x, b, t, c), at(x, b, t2, c)),
                lessEqual(index(t2), index(t))));
    Axis b2 = batch();
    Axis t3 = new Axis("t", length);
    Axis t4 = new Axis("t", length);
    Node total =
        compute(
            "total",
            List.of(b2),
            Scalars.divide(
                sum(List.of(t3, t4), at(scores, b2, t3, t4)),
                cast(ElementType.REAL, Scalars.extent(length))));
    new Comparison(List.of(x), List.of()).extent("t", 5).inference(outputs(scores, total));
  }

  @Test
  void recurrentLayerWithStackedSteps() {
    Input x = input("x", 4, 3);
    Variable w = parameter("rnn.W", 3, 5);
    Variable u = parameter("rnn.U", 5, 5);
    for (boolean reverse : new boolean[] {false, true}) {
      Scan scan = recurrent(x, w, u, reverse);
      new Comparison(List.of(x), List.of(w, u))
          .inference(
              outputs(new ScanOutput(scan, 0), new ScanOutput(scan, 2), new ScanOutput(scan, 3)));
    }
  }

  /** An Elman network whose second carry is the state of the step before. */
  private static Scan recurrent(Node x, Variable w, Variable u, boolean reverse) {
    Axis b = batch();
    Axis j = axis("j", 5);
    Node zeros = compute("zeros", List.of(b, j), real(0));
    Carried h = new Carried("h", ElementType.REAL, Graphs.batched(5), Graphs.SPAN);
    Carried before = new Carried("before", ElementType.REAL, Graphs.batched(5), Graphs.SPAN);
    Axis t = axis("t", 4);
    Axis b1 = batch();
    Axis i = axis("i", 3);
    Axis k = axis("k", 5);
    Axis o = axis("o", 5);
    Node fromInput =
        compute("xw", List.of(b1, o), sum(List.of(i), multiply(at(x, b1, t, i), at(w, i, o))));
    Axis b2 = batch();
    Axis o2 = axis("o", 5);
    Node fromState =
        compute("hu", List.of(b2, o2), sum(List.of(k), multiply(at(h, b2, k), at(u, k, o2))));
    Axis b3 = batch();
    Axis o3 = axis("o", 5);
    Compute next =
        compute(
            "h",
            List.of(b3, o3),
            Scalars.unary(
                UnaryOp.TANH,
                add(add(at(fromInput, b3, o3), at(fromState, b3, o3)), at(before, b3, o3))));
    return new Scan(
        "rnn",
        t,
        reverse,
        List.of(new Scan.Carry(h, zeros, next), new Scan.Carry(before, zeros, h)),
        List.of(next, before));
  }

  /** A counter and a table of the steps have no samples; the state has. */
  @Test
  void stepsWithAndWithoutSamples() {
    Input x = input("x", 4, 3);
    Variable w = parameter("w", 4, 3);
    Axis i = axis("i", 3);
    Axis t = axis("t", 4);
    Axis b = batch();
    Carried counter = new Carried("counter", ElementType.REAL, List.of(), Graphs.SPAN);
    Carried state = new Carried("state", ElementType.REAL, Graphs.batched(3), Graphs.SPAN);
    Node zero = compute("zero", List.of(), real(0));
    Node zeros = compute("zeros", List.of(batch(), axis("i", 3)), real(0));
    Node counted = compute("counted", List.of(), add(at(counter), real(1)));
    Axis k = axis("k", 3);
    Node total = compute("total", List.of(), multiply(at(counted), sum(List.of(k), at(w, t, k))));
    Node next =
        compute(
            "next",
            List.of(b, i),
            add(add(at(state, b, i), at(counter)), multiply(at(x, b, t, i), at(total))));
    Scan scan =
        new Scan(
            "steps",
            t,
            false,
            List.of(new Scan.Carry(counter, zero, counted), new Scan.Carry(state, zeros, next)),
            List.of(next, total));
    new Comparison(List.of(x), List.of(w))
        .inference(
            outputs(
                new ScanOutput(scan, 1),
                new ScanOutput(scan, 2),
                new ScanOutput(scan, 0),
                new ScanOutput(scan, 3)));
  }

  @Test
  void carryKeptBetweenCalls() {
    Input x = input("x", 3);
    Variable state = Graphs.variable(Variable.Kind.CARRY, "memory", Graphs.batched(3));
    Axis b = batch();
    Axis i = axis("i", 3);
    Node next =
        compute("next", List.of(b, i), add(at(x, b, i), multiply(at(state, b, i), real(0.5))));
    Graph graph =
        new Graph(
            "predict",
            List.of(new Graph.Output("y", map(next, v -> multiply(v, v)))),
            List.of(new Graph.Update(state, next)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Program program = new Comparison(List.of(x), List.of(state)).inference(graph);
    assertEquals(
        List.of(Area.CARRIES, Area.INPUT),
        call(program, 0).places().stream().map(Place::area).toList(),
        "the new value arises over the old one");
  }

  private static Program.Call call(Program program, int index) {
    return (Program.Call) program.phases().get(0).parallel().get(index);
  }

  /**
   * Batch normalisation, a weighted loss and a parameter's gradient: three phases, joined in the
   * order of the chunks.
   */
  @Test
  void reductionsOverTheBatch() {
    Input x = input("x", 6);
    Variable w = parameter("W", 6, 9);
    Variable mean = Graphs.variable(Variable.Kind.STATE, "mean", Graphs.shape(9));
    Axis b = batch();
    Axis i = axis("i", 6);
    Axis u = axis("u", 9);
    Node y = compute("y", List.of(b, u), sum(List.of(i), multiply(at(x, b, i), at(w, i, u))));
    Axis b2 = batch();
    Axis u2 = axis("u", 9);
    Node total = compute("total", List.of(u2), sum(List.of(b2), at(y, b2, u2)));
    Scalar count = cast(ElementType.REAL, Scalars.extent(Extent.BATCH));
    Node average = map(total, v -> Scalars.divide(v, count));
    Axis b3 = batch();
    Axis u3 = axis("u", 9);
    Node centred = compute("centred", List.of(b3, u3), subtract(at(y, b3, u3), at(average, u3)));
    Axis b4 = batch();
    Axis u4 = axis("u", 9);
    Scalar value = at(centred, b4, u4);
    Node loss =
        compute(
            "loss",
            List.of(),
            sum(List.of(b4, u4), cast(ElementType.DOUBLE, multiply(value, value))));
    Axis b5 = batch();
    Node weight =
        compute("weight", List.of(), sum(List.of(b5), new Scalar.Constant(ElementType.DOUBLE, 9)));
    Axis b6 = batch();
    Axis i6 = axis("i", 6);
    Axis u6 = axis("u", 9);
    Node gradient =
        compute(
            "dW", List.of(i6, u6), sum(List.of(b6), multiply(at(x, b6, i6), at(centred, b6, u6))));
    Axis u7 = axis("u", 9);
    Node updated =
        compute("mean", List.of(u7), multiply(real(0.5), add(at(mean, u7), at(average, u7))));
    Axis i8 = axis("i", 6);
    Axis u8 = axis("u", 9);
    Node penalty =
        compute("l2", List.of(), sum(List.of(i8, u8), multiply(at(w, i8, u8), at(w, i8, u8))));
    Graph graph =
        new Graph(
            "train",
            List.of(),
            List.of(new Graph.Update(mean, updated)),
            List.of(new Graph.Measure("loss", loss, weight)),
            List.of(),
            List.of(penalty),
            List.of(new Graph.Gradient(w, gradient)));
    new Comparison(List.of(x), List.of(w, mean)).training(graph);
  }

  @Test
  void gradientOfAGather() {
    Input tokens = integers("tokens", 6);
    Variable table = parameter("table", 3, 4);
    Axis b = batch();
    Axis t = axis("t", 6);
    Axis v = axis("v", 3);
    Axis d = axis("d", 4);
    Node gradient =
        compute(
            "dE",
            List.of(v, d),
            sum(
                List.of(b, t),
                multiply(at(table, v, d), cast(ElementType.REAL, index(t))),
                equal(index(v), at(tokens, b, t))));
    Graph graph =
        new Graph(
            "train",
            List.of(),
            List.of(),
            List.of(measure()),
            List.of(),
            List.of(),
            List.of(new Graph.Gradient(table, gradient)));
    new Comparison(List.of(tokens), List.of(table)).training(graph);
  }

  private static Graph.Measure measure() {
    Axis b = batch();
    Node one =
        compute("one", List.of(), sum(List.of(b), new Scalar.Constant(ElementType.DOUBLE, 1)));
    return new Graph.Measure("loss", one, one);
  }
}
