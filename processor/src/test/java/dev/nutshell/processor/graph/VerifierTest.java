package dev.nutshell.processor.graph;

import static dev.nutshell.processor.graph.GraphBuilder.at;
import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.batch;
import static dev.nutshell.processor.graph.GraphBuilder.node;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static dev.nutshell.processor.graph.GraphBuilder.scan;
import static dev.nutshell.processor.graph.GraphBuilder.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each invariant of a graph, broken. */
class VerifierTest {
  private final GraphBuilder builder = new GraphBuilder();
  private final Input x = builder.input("x", 3);
  private final Axis b = batch();
  private final Axis i = axis("i", 3);

  private static Graph graph(Node... outputs) {
    List<Graph.Output> named =
        List.of(outputs).stream().map(node -> new Graph.Output(node.name(), node)).toList();
    return new Graph("g", named, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static void assertWrong(String message, Node... outputs) {
    assertWrong(message, graph(outputs));
  }

  private static void assertWrong(String message, Graph graph) {
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> Verifier.verify(graph));
    assertEquals("Graph g: " + message, error.getMessage());
  }

  @Test
  void aRightGraph() {
    Node total = node("total", List.of(b), sum(List.of(i), at(x, b, i)));
    Verifier.verify(graph(total));
  }

  @Test
  void axesThatAreNotBound() {
    Node free = node("n", List.of(b), at(x, b, i));
    assertWrong("n[batch] (test.dl:1:1) mentions the axis i unbound", free);
  }

  @Test
  void anAxisTwice() {
    Node twice = node("n", List.of(i, i), scalar(1.0));
    assertWrong("n[3, 3] (test.dl:1:1) has an axis twice", twice);
    Node bound = node("n", List.of(b, i), sum(List.of(i), at(x, b, i)));
    assertWrong("n[batch, 3] (test.dl:1:1) binds the axis i twice", bound);
  }

  @Test
  void theBatchComesFirst() {
    Node last = node("n", List.of(i, b), at(x, b, i));
    assertWrong("n[3, batch] (test.dl:1:1) has the batch as axis 1", last);
    Node sum = node("n", List.of(), sum(List.of(i, b), at(x, b, i)));
    assertWrong("n[] (test.dl:1:1) reduces over the batch, and not as the first axis", sum);
  }

  @Test
  void rowsDoNotMix() {
    Axis other = batch();
    Node mixed = node("n", List.of(b), sum(List.of(other), at(x, other, 0)));
    assertWrong("n[batch] (test.dl:1:1) has the batch as an axis and reduces over it", mixed);
    Scalar first = new Scalar.Read(x, List.of(Scalars.integer(0), Scalars.integer(0)));
    assertWrong(
        "n[] (test.dl:1:1) reads x[batch, 3] at other rows than its own",
        node("n", List.of(), first));
  }

  @Test
  void readsOutOfRange() {
    Scalar next = Scalars.add(scalar(i), scalar(1));
    assertWrong(
        "n[batch, 3] (test.dl:1:1) reads x[batch, 3] at 1..3 of axis 1",
        node("n", List.of(b, i), at(x, b, next)));
    Scalar guard = Scalars.less(next, scalar(3));
    Verifier.verify(
        graph(node("n", List.of(b, i), Scalars.select(guard, at(x, b, next), scalar(0.0)))));
  }

  @Test
  void readsThatNoConditionMakesRight() {
    Scalar beyond = Scalars.add(scalar(i), scalar(3));
    Scalar guard = Scalars.less(scalar(0.5), at(x, b, i));
    assertWrong(
        "n[batch, 3] (test.dl:1:1) reads x[batch, 3] at 3..5 of axis 1",
        node("n", List.of(b, i), Scalars.select(guard, at(x, b, beyond), scalar(0.0))));
  }

  @Test
  void normalForm() {
    Scalar nested = Scalars.add(sum(List.of(i), at(x, b, i)), scalar(1.0));
    Node fused = node("n", List.of(b), nested);
    assertWrong("n[batch] (test.dl:1:1) reduces inside an expression", fused);
    Verifier.verify(graph(fused), Verifier.Form.FUSED);
  }

  @Test
  void types() {
    Scalar notOfFloat = new Scalar.Unary(UnaryOp.NOT, at(x, b, 0));
    assertWrong("n[batch] (test.dl:1:1) NOT of REAL", node("n", List.of(b), notOfFloat));
    Scalar mixed = new Scalar.Binary(BinaryOp.ADD, at(x, b, 0), Scalars.integer(1));
    assertWrong("n[batch] (test.dl:1:1) ADD of REAL and INT", node("n", List.of(b), mixed));
    Scalar floatIndex = new Scalar.Read(x, List.of(scalar(b), scalar(1.0)));
    assertWrong("n[batch] (test.dl:1:1) has REAL for INT", node("n", List.of(b), floatIndex));
    Scalar choice = new Scalar.Select(Scalars.integer(1), at(x, b, 0), at(x, b, 1));
    assertWrong("n[batch] (test.dl:1:1) has INT for BOOL", node("n", List.of(b), choice));
  }

  @Test
  void reshapesKeepTheNumberOfElements() {
    Node reshaped = GraphBuilder.reshape(x, Extent.BATCH, Extent.of(4));
    assertWrong("x.reshaped[batch, 4] (test.dl:1:1) reshapes x[batch, 3]", reshaped);
    Extent t = new Extent.Bounded("t", 4);
    Input bounded = builder.input("y", ElementType.REAL, List.of(Extent.BATCH, t, Extent.of(2)));
    Node moved = GraphBuilder.reshape(bounded, Extent.BATCH, Extent.of(2), t);
    assertWrong("y.reshaped[batch, 2, t <= 4] (test.dl:1:1) reshapes y[batch, t <= 4, 2]", moved);
    Verifier.verify(
        graph(GraphBuilder.reshape(bounded, Extent.BATCH, t, Extent.of(1), Extent.of(2))));
  }

  @Test
  void scans() {
    Carried sum = new Carried("sum", ElementType.REAL, List.of(Extent.BATCH), GraphBuilder.SPAN);
    Node zero = node("zero", List.of(batch()), scalar(0.0));
    Node next = node("next", List.of(b), Scalars.add(at(sum, b), at(x, b, i)));
    Scan right = scan(i, false, List.of(new Scan.Carry(sum, zero, next)));
    Verifier.verify(graph(new ScanOutput(right, 0)));
    assertWrong(
        "sum[batch] (test.dl:1:1) is read outside its scan", node("n", List.of(b), at(sum, b)));
    Scan wrong = scan(i, false, List.of(new Scan.Carry(sum, x, next)));
    assertWrong(
        "sum[batch] (test.dl:1:1) differs from its initial value: REAL x[batch, 3]",
        new ScanOutput(wrong, 0));
  }

  @Test
  void scansDoNotSumOverTheBatch() {
    Carried sum = new Carried("sum", ElementType.REAL, List.of(), GraphBuilder.SPAN);
    Node zero = node("zero", List.of(), scalar(0.0));
    Node next = node("next", List.of(), sum(List.of(b), at(x, b, i)));
    Scan scan = scan(i, false, List.of(new Scan.Carry(sum, zero, next)));
    assertWrong(
        "next[] (test.dl:1:1) reduces over the batch inside a scan", new ScanOutput(scan, 0));
  }

  @Test
  void roots() {
    Variable w = builder.parameter("w", 2);
    Node real = node("real", List.of(), scalar(1.0));
    Node exact = node("exact", List.of(), new Scalar.Constant(ElementType.DOUBLE, 1));
    List<Graph.Measure> measures = List.of(new Graph.Measure("loss", exact, real));
    assertWrong(
        "real[] (test.dl:1:1) is a part of the measure loss and no DOUBLE of rank 0",
        new Graph("g", List.of(), List.of(), measures, List.of(), List.of(), List.of()));
    List<Graph.Gradient> gradients = List.of(new Graph.Gradient(w, real));
    assertWrong(
        "w[2] (test.dl:1:1) differs from its gradient: REAL real[]",
        new Graph("g", List.of(), List.of(), List.of(), List.of(), List.of(), gradients));
    List<Graph.Update> updates = List.of(new Graph.Update(w, w));
    assertWrong(
        "w[2] (test.dl:1:1) is a parameter and has an update",
        new Graph("g", List.of(), updates, List.of(), List.of(), List.of(), List.of()));
  }
}
