package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.GraphBuilder.at;
import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.batch;
import static dev.nutshell.processor.graph.GraphBuilder.node;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static dev.nutshell.processor.graph.GraphBuilder.scan;
import static dev.nutshell.processor.graph.GraphBuilder.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import dev.nutshell.processor.graph.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of scans. */
class ScanAdjointTest {
  private static final int STEPS = 4;
  private static final int WIDTH = 3;

  private final GraphBuilder builder = new GraphBuilder();
  private final Axis t = axis("t", STEPS);

  private void check() {
    check(new RandomCalls(builder, -1, 1));
  }

  private void check(RandomCalls calls) {
    new GradientCheck(1).check(builder.graph("scan"), builder.sources(), calls);
  }

  private static Carried carried(String name) {
    return new Carried(
        name, ElementType.REAL, List.of(Extent.BATCH, Extent.of(WIDTH)), GraphBuilder.SPAN);
  }

  private static Node filled(Scalar value) {
    return node("initial", List.of(batch(), axis("j", WIDTH)), value);
  }

  /** {@code tanh(x[t] W + h U)}. */
  private Node cell(Input x, Node h, Scalar step) {
    Variable w = builder.parameter("W", 2, WIDTH);
    Variable u = builder.parameter("U", WIDTH, WIDTH);
    Axis b = batch();
    Axis j = axis("j", WIDTH);
    Axis i = axis("i", 2);
    Node fromInput =
        node(
            "xW", List.of(b, j), sum(List.of(i), Scalars.multiply(at(x, b, step, i), at(w, i, j))));
    Axis b2 = batch();
    Axis j2 = axis("j", WIDTH);
    Axis k = axis("k", WIDTH);
    Node fromState =
        node("hU", List.of(b2, j2), sum(List.of(k), Scalars.multiply(at(h, b2, k), at(u, k, j2))));
    Axis b3 = batch();
    Axis j3 = axis("j", WIDTH);
    Scalar total = Scalars.add(at(fromInput, b3, j3), at(fromState, b3, j3));
    return node("h", List.of(b3, j3), Scalars.unary(UnaryOp.TANH, total));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recurrentLayer(boolean reverse) {
    Input x = builder.input("x", STEPS, 2);
    Carried h = carried("h");
    Node next = cell(x, h, scalar(t));
    Node initial = filled(scalar(0.0));
    Scan scan = scan(t, reverse, List.of(new Scan.Carry(h, initial, next)), next);
    builder.loss(new ScanOutput(scan, 0)).loss(new ScanOutput(scan, 1));
    check();
  }

  @Test
  void lastValueAlone() {
    Input x = builder.input("x", STEPS, 2);
    Input first = builder.input("first", WIDTH);
    Carried h = carried("h");
    Node next = cell(x, h, scalar(t));
    Scan scan = scan(t, false, List.of(new Scan.Carry(h, first, next)));
    builder.loss(new ScanOutput(scan, 0));
    check();
  }

  @Test
  void parametersGetOneSumOverAllSteps() {
    Input x = builder.input("x", STEPS, 2);
    Carried h = carried("h");
    Node next = cell(x, h, scalar(t));
    Scan scan = scan(t, false, List.of(new Scan.Carry(h, filled(scalar(0.0)), next)), next);
    builder.loss(new ScanOutput(scan, 1));
    Graph graph = Autodiff.differentiate(builder.graph("scan"), builder.sources());
    for (Graph.Gradient gradient : graph.gradients()) {
      boolean parameter = gradient.of() instanceof Variable;
      // Parameters: over the batch and the steps; the input: over the columns of W.
      assertEquals(parameter ? 2 : 1, Inspection.reductions(gradient.value()), gradient.toString());
    }
    for (Node node : graph.nodes()) {
      if (node instanceof ScanOutput output && output.scan().reverse()) {
        assertEquals(1, output.scan().carries().size());
        assertEquals(1, output.scan().yields().size(), "only the adjoint of the sum is kept");
      }
    }
  }

  @Test
  void onlyWhatTheGradientReadsIsKept() {
    Input x = builder.input("x", STEPS, 2);
    Carried h = carried("h");
    Node next = cell(x, h, scalar(t));
    Scan scan = scan(t, false, List.of(new Scan.Carry(h, filled(scalar(0.0)), next)), next);
    builder.loss(new ScanOutput(scan, 1));
    Graph graph = Autodiff.differentiate(builder.graph("scan"), builder.sources());
    List<Integer> yields =
        graph.nodes().stream()
            .filter(node -> node instanceof ScanOutput output && !output.scan().reverse())
            .map(node -> ((ScanOutput) node).scan().yields().size())
            .distinct()
            .toList();
    // The values after and before each step; neither of the two products.
    assertEquals(List.of(2), yields);
  }

  @Test
  void severalCarriesThatTradePlaces() {
    Input x = builder.input("x", WIDTH);
    Input y = builder.input("y", WIDTH);
    Carried p = carried("p");
    Carried q = carried("q");
    Axis b = batch();
    Axis j = axis("j", WIDTH);
    Scalar step = Scalars.cast(ElementType.REAL, Scalars.index(t));
    Scalar product = Scalars.multiply(at(p, b, j), at(q, b, j));
    Node next = node("next", List.of(b, j), Scalars.add(product, step));
    Scan scan =
        scan(t, false, List.of(new Scan.Carry(p, x, q), new Scan.Carry(q, y, next)), p, next);
    builder.loss(new ScanOutput(scan, 0)).loss(new ScanOutput(scan, 2));
    check(new RandomCalls(builder, -0.5, 0.5));
  }

  @Test
  void carryThatBecomesAnOuterValue() {
    Input x = builder.input("x", WIDTH);
    Input y = builder.input("y", WIDTH);
    Carried p = carried("p");
    Axis b = batch();
    Axis j = axis("j", WIDTH);
    Scalar step = Scalars.cast(ElementType.REAL, Scalars.index(t));
    Node value = node("value", List.of(b, j), Scalars.multiply(at(p, b, j), step));
    Scan scan = scan(t, false, List.of(new Scan.Carry(p, x, y)), value, y);
    builder
        .loss(new ScanOutput(scan, 0))
        .loss(new ScanOutput(scan, 1))
        .loss(new ScanOutput(scan, 2));
    check();
  }

  @Test
  void maskedStepsKeepTheCarry() {
    Input x = builder.input("x", STEPS, 2);
    Input mask = builder.input("mask", ElementType.BOOL, STEPS);
    Carried h = carried("h");
    Node stepped = cell(x, h, scalar(t));
    Axis b = batch();
    Axis j = axis("j", WIDTH);
    Scalar kept = Scalars.select(at(mask, b, t), at(stepped, b, j), at(h, b, j));
    Node next = node("kept", List.of(b, j), kept);
    Scan scan = scan(t, true, List.of(new Scan.Carry(h, filled(scalar(0.1)), next)), next);
    builder.loss(new ScanOutput(scan, 1));
    check();
  }

  @Test
  void runningMaximumAndProduct() {
    Input x = builder.input("x", STEPS, WIDTH);
    Carried p = carried("p");
    Axis b = batch();
    Axis j = axis("j", WIDTH);
    Axis k = axis("k", WIDTH);
    Node product =
        node(
            "product",
            List.of(b, j),
            Scalars.reduce(
                ReduceOp.PRODUCT,
                List.of(k),
                List.of(Scalars.lessEqual(scalar(k), scalar(j))),
                Scalars.add(at(p, b, k), at(x, b, t, k))));
    Axis b2 = batch();
    Axis k2 = axis("k", WIDTH);
    Node max =
        node(
            "max",
            List.of(b2),
            Scalars.reduce(ReduceOp.MAX, List.of(k2), List.of(), at(product, b2, k2)));
    Axis b3 = batch();
    Axis j3 = axis("j", WIDTH);
    Scalar value = Scalars.subtract(at(product, b3, j3), at(max, b3));
    Node next = node("next", List.of(b3, j3), value);
    Scan scan = scan(t, false, List.of(new Scan.Carry(p, filled(scalar(0.3)), next)), max);
    builder.loss(new ScanOutput(scan, 0)).loss(new ScanOutput(scan, 1));
    check();
  }

  /** For each step, a scan over the columns that starts from the outer carry. */
  @Test
  void scanInAScan() {
    Input x = builder.input("x", STEPS, WIDTH);
    Variable w = builder.parameter("w", WIDTH);
    Axis c = axis("c", WIDTH);
    List<Extent> perSample = List.of(Extent.BATCH);
    Carried outer = new Carried("outer", ElementType.REAL, perSample, GraphBuilder.SPAN);
    Carried inner = new Carried("inner", ElementType.REAL, perSample, GraphBuilder.SPAN);
    Axis b = batch();
    Scalar mixed = Scalars.multiply(Scalars.add(at(inner, b), at(outer, b)), at(w, c));
    Node innerNext =
        node("inner", List.of(b), Scalars.unary(UnaryOp.TANH, Scalars.add(mixed, at(x, b, t, c))));
    Axis b1 = batch();
    Node start = node("start", List.of(b1), Scalars.multiply(at(outer, b1), at(w, 0)));
    Scan columns = scan(c, true, List.of(new Scan.Carry(inner, start, innerNext)), innerNext);
    Node last = new ScanOutput(columns, 0);
    Node stack = new ScanOutput(columns, 1);
    Axis b2 = batch();
    Axis k = axis("k", WIDTH);
    Node total = node("total", List.of(b2), sum(List.of(k), at(stack, b2, k)));
    Axis b3 = batch();
    Node next = node("outer", List.of(b3), Scalars.multiply(at(total, b3), at(last, b3)));
    Axis b4 = batch();
    Node initial = node("initial", List.of(b4), at(x, b4, 0, 0));
    Scan rows = scan(t, false, List.of(new Scan.Carry(outer, initial, next)), stack);
    builder.loss(new ScanOutput(rows, 0)).loss(new ScanOutput(rows, 1));
    check();
  }

  /** What has no samples cannot be summed over the batch inside of a scan. */
  @Test
  void stepsWithoutSamples() {
    Input x = builder.input("x", STEPS, WIDTH);
    Variable decay = builder.parameter("decay", WIDTH);
    Variable w = builder.parameter("w", STEPS, WIDTH);
    Carried power =
        new Carried("power", ElementType.REAL, List.of(Extent.of(WIDTH)), GraphBuilder.SPAN);
    Carried h = carried("h");
    Axis j = axis("j", WIDTH);
    Scalar grown = Scalars.add(Scalars.multiply(at(power, j), at(decay, j)), at(w, t, j));
    Node nextPower = node("power", List.of(j), grown);
    Axis b = batch();
    Axis j2 = axis("j", WIDTH);
    Scalar value = Scalars.add(Scalars.multiply(at(h, b, j2), at(nextPower, j2)), at(x, b, t, j2));
    Node next = node("h", List.of(b, j2), Scalars.multiply(value, at(power, j2)));
    Node one = node("one", List.of(axis("j", WIDTH)), scalar(1.0));
    Scan scan =
        scan(
            t,
            false,
            List.of(
                new Scan.Carry(power, one, nextPower),
                new Scan.Carry(h, filled(scalar(0.5)), next)),
            next);
    builder.loss(new ScanOutput(scan, 1)).loss(new ScanOutput(scan, 2));
    builder.penalty(new ScanOutput(scan, 0));
    check();
  }

  @Test
  void boundedSteps() {
    Axis steps = new Axis("t", new Extent.Bounded("t", 7));
    List<Extent> shape = List.of(Extent.BATCH, steps.extent(), Extent.of(2));
    Input x = builder.input("x", ElementType.REAL, shape);
    Carried h = carried("h");
    Node next = cell(x, h, scalar(steps));
    Scan scan = scan(steps, false, List.of(new Scan.Carry(h, filled(scalar(0.0)), next)), next);
    builder.loss(new ScanOutput(scan, 1));
    check(new RandomCalls(builder, -1, 1, 4, Map.of("t", 5)));
  }

  @Test
  void randomNumbersOfTheForwardPassAreDrawnAgain() {
    Input x = builder.input("x", STEPS, 2);
    Carried h = carried("h");
    Node stepped = cell(x, h, scalar(t));
    Axis b = batch();
    Axis j = axis("j", WIDTH);
    Scalar element = Scalars.add(Scalars.multiply(scalar(t), scalar(WIDTH)), scalar(j));
    Scalar kept = Scalars.less(new Scalar.Random(3, scalar(b), element), scalar(0.5));
    Node next = node("next", List.of(b, j), Scalars.select(kept, at(stepped, b, j), scalar(0.0)));
    Scan scan = scan(t, false, List.of(new Scan.Carry(h, filled(scalar(0.0)), next)), next);
    builder.loss(new ScanOutput(scan, 1));
    check();
  }

  @Test
  void scansOneAfterTheOther() {
    Input x = builder.input("x", STEPS, WIDTH);
    Node values = x;
    for (int k = 0; k < 8; k++) {
      Axis step = axis("t", STEPS);
      Carried h = carried("h" + k);
      Axis b = batch();
      Axis j = axis("j", WIDTH);
      Scalar mean = Scalars.add(at(h, b, j), at(values, b, step, j));
      Node next = node("h" + k, List.of(b, j), Scalars.unary(UnaryOp.SIN, mean));
      Scan scan =
          scan(step, k % 2 == 1, List.of(new Scan.Carry(h, filled(scalar(0.0)), next)), next);
      values = new ScanOutput(scan, 1);
    }
    builder.loss(values);
    check();
  }
}
