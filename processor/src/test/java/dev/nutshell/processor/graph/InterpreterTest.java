package dev.nutshell.processor.graph;

import static dev.nutshell.processor.graph.GraphBuilder.at;
import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.batch;
import static dev.nutshell.processor.graph.GraphBuilder.node;
import static dev.nutshell.processor.graph.GraphBuilder.reduce;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static dev.nutshell.processor.graph.GraphBuilder.scan;
import static dev.nutshell.processor.graph.GraphBuilder.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the primitives mean. */
class InterpreterTest {
  private static final double NAN = Double.NaN;

  private final GraphBuilder builder = new GraphBuilder();

  private static double[] values(Node node, Call call) {
    return new Interpreter(call, Precision.DOUBLE).value(node).values();
  }

  private static Call vector(double... values) {
    return Call.of(1, Map.of("x", new Tensor(List.of(1, values.length), values)), Map.of());
  }

  private double reduced(ReduceOp op, double... elements) {
    Input x = builder.input("x", elements.length);
    Axis b = batch();
    Axis i = axis("i", elements.length);
    Node node = node("reduced", List.of(b), reduce(op, List.of(i), at(x, b, i)));
    return values(node, vector(elements))[0];
  }

  @ParameterizedTest
  @CsvSource({"SUM, 0", "PRODUCT, 1", "MAX, -Infinity", "MIN, Infinity", "ARGMAX, 0", "ARGMIN, 0"})
  void reductionsOfNothing(ReduceOp op, double expected) {
    Axis i = axis("i", 3);
    Scalar never = Scalars.less(scalar(i), scalar(0));
    // Kept as it is: the builder of expressions would fold it away.
    Scalar guard = new Scalar.Binary(BinaryOp.AND, never, Scalars.TRUE);
    Scalar reduce = new Scalar.Reduce(op, List.of(i), List.of(guard), scalar(7.0));
    assertArrayEquals(
        new double[] {expected},
        values(node("none", List.of(), reduce), Call.of(1, Map.of(), Map.of())));
  }

  @Test
  void theFirstOfSeveralBestPointsIsTaken() {
    assertEquals(1, reduced(ReduceOp.ARGMAX, 1, 3, 3, 2));
    assertEquals(0, reduced(ReduceOp.ARGMIN, 1, 3, 1, 2));
    assertEquals(0, reduced(ReduceOp.ARGMAX, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  @Test
  void nanIsBestOfAll() {
    assertEquals(NAN, reduced(ReduceOp.MAX, 1, NAN, Double.POSITIVE_INFINITY));
    assertEquals(NAN, reduced(ReduceOp.MIN, 1, NAN, Double.NEGATIVE_INFINITY));
    assertEquals(1, reduced(ReduceOp.ARGMAX, 1, NAN, 9, NAN));
    assertEquals(1, reduced(ReduceOp.ARGMIN, 1, NAN, -9, NAN));
  }

  @Test
  void positionsCountByTheBoundsOfAxes() {
    Axis t = new Axis("t", new Extent.Bounded("t", 5));
    Axis u = new Axis("u", new Extent.Bounded("u", 7));
    Input x = builder.input("x", ElementType.REAL, List.of(t.extent(), u.extent()));
    Node node = node("best", List.of(), reduce(ReduceOp.ARGMAX, List.of(t, u), at(x, t, u)));
    Tensor given = new Tensor(List.of(2, 3), new double[] {0, 0, 0, 0, 9, 0});
    Call call = Call.of(1, Map.of("x", given), Map.of()).withExtents(Map.of("t", 2, "u", 3));
    assertArrayEquals(new double[] {1 * 7 + 1}, values(node, call));
  }

  @Test
  void theBranchTakenAloneIsEvaluated() {
    Input x = builder.input("x", 2);
    Axis b = batch();
    Axis i = axis("i", 4);
    Scalar inside = Scalars.less(scalar(i), scalar(2));
    Node node = node("padded", List.of(b, i), Scalars.select(inside, at(x, b, i), scalar(-1.0)));
    assertArrayEquals(new double[] {5, 6, -1, -1}, values(node, vector(5, 6)));
  }

  @Test
  void aPointWhoseGuardFailsIsNotRead() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    Axis k = axis("k", 3);
    Scalar position = Scalars.subtract(Scalars.add(scalar(i), scalar(k)), scalar(1));
    Scalar[] guards = Scalars.inRange(position, Extent.of(3), Ranges.NONE).toArray(Scalar[]::new);
    Node padded = node("same", List.of(b, i), sum(List.of(k), at(x, b, position), guards));
    assertArrayEquals(new double[] {3, 6, 5}, values(padded, vector(1, 2, 3)));
    Node wrong = node("wrong", List.of(b, i), sum(List.of(k), at(x, b, position)));
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> values(wrong, vector(1, 2, 3)));
    assertEquals("wrong reads x[batch, 3] at index -1 of axis 1", error.getMessage());
  }

  @Test
  void integerArithmetic() {
    Input x = builder.input("x", ElementType.INT, 1);
    Axis b = batch();
    Scalar element = at(x, b, 0);
    Scalar quotient = Scalars.floorDivide(element, scalar(4));
    Scalar remainder = Scalars.remainder(element, scalar(4));
    assertArrayEquals(new double[] {-2}, values(node("q", List.of(b), quotient), vector(-5)));
    assertArrayEquals(new double[] {3}, values(node("r", List.of(b), remainder), vector(-5)));
    Scalar square = new Scalar.Binary(BinaryOp.MULTIPLY, element, element);
    int wrapped = (int) (65_537L * 65_537L);
    assertArrayEquals(
        new double[] {wrapped}, values(node("s", List.of(b), square), vector(65_537)));
  }

  @ParameterizedTest
  @CsvSource({"2.7, 2", "-2.7, -2", "1e12, 2147483647"})
  void castsToIntTruncate(double from, double to) {
    Input x = builder.input("x", 1);
    Axis b = batch();
    Scalar cast = Scalars.cast(ElementType.INT, at(x, b, 0));
    assertArrayEquals(new double[] {to}, values(node("cast", List.of(b), cast), vector(from)));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void scansGoThroughTheStepsInTheirOrder(boolean reverse) {
    Input x = builder.input("x", 3);
    Axis t = axis("t", 3);
    List<Extent> perSample = List.of(Extent.BATCH);
    Carried sum = new Carried("sum", ElementType.REAL, perSample, GraphBuilder.SPAN);
    Carried last = new Carried("last", ElementType.REAL, perSample, GraphBuilder.SPAN);
    Axis b = batch();
    Scalar doubled = Scalars.multiply(at(sum, b), scalar(10.0));
    Node next = node("next", List.of(b), Scalars.add(doubled, at(x, b, t)));
    Node zero = node("zero", List.of(batch()), scalar(0.0));
    Scan scan =
        scan(
            t,
            reverse,
            List.of(new Scan.Carry(sum, zero, next), new Scan.Carry(last, zero, sum)),
            next);
    Call call = vector(1, 2, 3);
    double[] stacked = reverse ? new double[] {321, 32, 3} : new double[] {1, 12, 123};
    assertArrayEquals(stacked, values(new ScanOutput(scan, 2), call));
    assertArrayEquals(new double[] {reverse ? 321 : 123}, values(new ScanOutput(scan, 0), call));
    assertArrayEquals(new double[] {reverse ? 32 : 12}, values(new ScanOutput(scan, 1), call));
  }

  @Test
  void randomNumbersBelongToTheSample() {
    Axis b = batch();
    Axis i = axis("i", 4);
    Node node = node("draw", List.of(b, i), new Scalar.Random(1, scalar(b), scalar(i)));
    Call both = Call.of(2, Map.of(), Map.of()).withRandom(3, 4, List.of(10, 11));
    Call second = Call.of(1, Map.of(), Map.of()).withRandom(3, 4, List.of(11));
    double[] drawn = values(node, both);
    assertArrayEquals(new double[] {drawn[4], drawn[5], drawn[6], drawn[7]}, values(node, second));
    assertNotEquals(drawn[0], drawn[4]);
    assertNotEquals(drawn[0], values(node, both.withRandom(3, 5, List.of(10, 11)))[0]);
  }

  @Test
  void inFloatEveryRealIsRounded() {
    Input x = builder.input("x", 1);
    Axis b = batch();
    Scalar root = Scalars.unary(UnaryOp.SQRT, at(x, b, 0));
    Node real = node("root", List.of(b), root);
    Node exact =
        node(
            "double",
            List.of(b),
            Scalars.multiply(
                GraphBuilder.doubled(root), new Scalar.Constant(ElementType.DOUBLE, 0.1)));
    Interpreter interpreter = new Interpreter(vector(2), Precision.FLOAT);
    assertEquals((float) Math.sqrt(2), interpreter.value(real).values()[0]);
    assertEquals((float) Math.sqrt(2) * 0.1, interpreter.value(exact).values()[0]);
  }

  @Test
  void meansAreWeighted() {
    Input x = builder.input("x", 1);
    builder.loss(node("first", List.of(batchOf(x)), at(x, batchOf(x), 0)));
    Node zero = node("zero", List.of(), new Scalar.Constant(ElementType.DOUBLE, 0));
    Node five = node("five", List.of(), new Scalar.Constant(ElementType.DOUBLE, 5));
    builder.loss("empty", five, zero);
    Call call = Call.of(2, Map.of("x", new Tensor(List.of(2, 1), new double[] {1, 3})), Map.of());
    Evaluation evaluation = Interpreter.evaluate(builder.graph("means"), call);
    // (1 + 1/4 + 3 + 9/4) / 2, and nothing from the loss without weight.
    assertEquals(3.25, evaluation.losses().get(0).value());
    assertEquals(0, evaluation.losses().get(1).value());
    assertEquals(3.25, evaluation.objective());
  }

  private Axis row;

  private Axis batchOf(Input input) {
    assertTrue(input.isBatched());
    row = row == null ? batch() : row;
    return row;
  }

  @Test
  void wrongInputsAreNamed() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Node node = node("first", List.of(b), at(x, b, 0));
    assertEquals(
        "There is no input x",
        assertThrows(
                IllegalArgumentException.class, () -> values(node, Call.of(1, Map.of(), Map.of())))
            .getMessage());
    assertEquals(
        "The input x has the shape [1, 2]; expected [1, 3]",
        assertThrows(IllegalArgumentException.class, () -> values(node, vector(1, 2)))
            .getMessage());
  }
}
