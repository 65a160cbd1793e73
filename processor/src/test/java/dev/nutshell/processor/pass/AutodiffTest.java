package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.GraphBuilder.at;
import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.batch;
import static dev.nutshell.processor.graph.GraphBuilder.node;
import static dev.nutshell.processor.graph.GraphBuilder.reduce;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static dev.nutshell.processor.graph.GraphBuilder.sum;
import static dev.nutshell.processor.graph.GraphBuilder.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients of the computing node and of reshapes. */
class AutodiffTest {
  private static final int SEED = 20_260;

  private final GraphBuilder builder = new GraphBuilder();
  private final GradientCheck check = new GradientCheck(SEED);

  private void check(Node node) {
    check(node, -1, 1);
  }

  private void check(Node node, double low, double high) {
    if (node.isBatched()) {
      builder.loss(node);
    } else {
      builder.penalty(node);
    }
    check.check(builder.graph(node.name()), builder.sources(), new RandomCalls(builder, low, high));
    assertTrue(check.redrawRate() <= 0.5, "Redrawn: " + check.redrawRate());
  }

  @Test
  void dense() {
    Input x = builder.input("x", 3);
    Variable weights = builder.parameter("W", 3, 4);
    Variable bias = builder.parameter("b", 4);
    Axis b = batch();
    Axis o = axis("o", 4);
    Axis i = axis("i", 3);
    Node product =
        node(
            "product",
            List.of(b, o),
            sum(List.of(i), Scalars.multiply(at(x, b, i), at(weights, i, o))));
    Axis b2 = batch();
    Axis o2 = axis("o", 4);
    check(node("dense", List.of(b2, o2), Scalars.add(at(product, b2, o2), at(bias, o2))));
  }

  @ParameterizedTest
  @EnumSource(
      value = UnaryOp.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NOT"})
  void functionOfOneOperand(UnaryOp op) {
    Input x = builder.input("x", 5);
    Axis b = batch();
    Axis i = axis("i", 5);
    Node node =
        node(
            op.name(),
            List.of(b, i),
            Scalars.multiply(
                Scalars.unary(op, at(x, b, i)), Scalars.add(at(x, b, i), scalar(2.0))));
    if (op == UnaryOp.STOP_GRADIENT) {
      builder.loss(node);
      Graph graph = Autodiff.differentiate(builder.graph("stop"), List.of(x));
      Call call =
          Call.of(
              1, Map.of("x", new Tensor(List.of(1, 5), new double[] {3, 0, 0, 0, 0})), Map.of());
      // v = 3 · (3 + 2) with slope cos 0 + v / 2, and only the second factor moves.
      assertEquals(
          3 * (1 + 7.5), Interpreter.evaluate(graph, call).gradients().get("x").values()[0]);
      return;
    }
    boolean positive = op == UnaryOp.LOG || op == UnaryOp.SQRT;
    check(node, positive ? 0.2 : -0.9, positive ? 2 : 0.9);
  }

  @ParameterizedTest
  @EnumSource(
      value = BinaryOp.class,
      names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "POWER"})
  void functionOfTwoOperands(BinaryOp op) {
    Input x = builder.input("x", 3);
    Input y = builder.input("y", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    check(node(op.name(), List.of(b, i), Scalars.binary(op, at(x, b, i), at(y, b, i))), 0.4, 1.5);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "0.5", "-1.5"})
  void powerWithAConstantExponent(double exponent) {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    Scalar power = new Scalar.Binary(BinaryOp.POWER, at(x, b, i), scalar(exponent));
    check(node("power", List.of(b, i), power), 0.4, 1.5);
  }

  @Test
  void equalPartsAreOneVariable() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    Scalar s = at(x, b, i);
    for (int k = 0; k < 5; k++) {
      s = Scalars.unary(UnaryOp.TANH, Scalars.add(Scalars.multiply(s, s), s));
    }
    check(node("chain", List.of(b, i), s));
  }

  @Test
  void theBranchNotTakenIsNotEvaluated() {
    Input x = builder.input("x", 4);
    Axis b = batch();
    Axis i = axis("i", 4);
    Scalar element = at(x, b, i);
    Scalar positive = Scalars.less(scalar(0.0), element);
    Scalar log = Scalars.unary(UnaryOp.LOG, element);
    Node node = node("guarded", List.of(b, i), Scalars.select(positive, log, scalar(0.0)));
    builder.loss(node);
    Graph graph = Autodiff.differentiate(builder.graph("guarded"), List.of(x));
    Call call =
        Call.of(1, Map.of("x", new Tensor(List.of(1, 4), new double[] {0, -1, 1, 0})), Map.of());
    double[] gradient = Interpreter.evaluate(graph, call).gradients().get("x").values();
    assertArrayEquals(new double[] {0, 0, Math.cos(1.4), 0}, gradient, 1e-15);
  }

  @Test
  void theKinkOfAnAbsoluteValueIsFlat() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    builder.loss(node("abs", List.of(b, i), Scalars.unary(UnaryOp.ABS, at(x, b, i))));
    Graph graph = Autodiff.differentiate(builder.graph("abs"), List.of(x));
    Call call = Call.of(1, Map.of("x", Tensor.zeros(List.of(1, 3))), Map.of());
    assertArrayEquals(
        new double[3], Interpreter.evaluate(graph, call).gradients().get("x").values());
  }

  @Test
  void selectByDataAndPosition() {
    Input x = builder.input("x", 6);
    Axis b = batch();
    Axis i = axis("i", 6);
    Scalar element = at(x, b, i);
    Scalar before = at(x, b, Scalars.subtract(scalar(i), scalar(1)));
    Scalar hasBefore = Scalars.less(scalar(0), scalar(i));
    Scalar larger = Scalars.less(scalar(0.1), element);
    check(
        node(
            "select",
            List.of(b, i),
            Scalars.select(
                hasBefore,
                Scalars.multiply(before, element),
                Scalars.select(larger, Scalars.multiply(element, element), element))));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 1", "3, 1, 1", "1, 2, 2", "2, 2, 1", "3, 2, 0", "5, 1, 0"})
  void convolution(int stride, int dilation, int padding) {
    int size = 9;
    int kernel = 3;
    int outputs = (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
    Input x = builder.input("x", size, 2);
    Variable weights = builder.parameter("W", kernel, 2, 3);
    Axis b = batch();
    Axis i = axis("i", outputs);
    Axis o = axis("o", 3);
    Axis k = axis("k", kernel);
    Axis c = axis("c", 2);
    Scalar position =
        Scalars.add(
            Scalars.multiply(scalar(i), scalar(stride)),
            Scalars.subtract(Scalars.multiply(scalar(k), scalar(dilation)), scalar(padding)));
    check(
        node(
            "convolution",
            List.of(b, i, o),
            sum(
                List.of(k, c),
                Scalars.multiply(at(x, b, position, c), at(weights, k, c, o)),
                within(position, size))));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "2, 1", "3, 1"})
  void transposedConvolution(int stride, int padding) {
    int size = 4;
    int kernel = 3;
    int outputs = (size - 1) * stride + kernel - 2 * padding;
    Input x = builder.input("x", size, 2);
    Variable weights = builder.parameter("W", kernel, 2, 2);
    Axis b = batch();
    Axis i = axis("i", outputs);
    Axis o = axis("o", 2);
    Axis k = axis("k", kernel);
    Axis c = axis("c", 2);
    Scalar reach = Scalars.subtract(Scalars.add(scalar(i), scalar(padding)), scalar(k));
    Scalar position = Scalars.floorDivide(reach, scalar(stride));
    check(
        node(
            "transposed",
            List.of(b, i, o),
            sum(
                List.of(k, c),
                Scalars.multiply(at(x, b, position, c), at(weights, k, c, o)),
                Scalars.equal(Scalars.remainder(reach, scalar(stride)), scalar(0)),
                within(position, size))));
  }

  @ParameterizedTest
  @CsvSource({"MAX, 2, 2", "MIN, 2, 2", "MAX, 3, 2", "MAX, 2, 3", "MIN, 3, 1"})
  void pooling(ReduceOp op, int window, int stride) {
    int size = 7;
    int outputs = (size - window) / stride + 1;
    Input x = builder.input("x", size, size, 2);
    Axis b = batch();
    Axis i = axis("i", outputs);
    Axis j = axis("j", outputs);
    Axis c = axis("c", 2);
    Axis k = axis("k", window);
    Axis l = axis("l", window);
    Scalar row = Scalars.add(Scalars.multiply(scalar(i), scalar(stride)), scalar(k));
    Scalar column = Scalars.add(Scalars.multiply(scalar(j), scalar(stride)), scalar(l));
    check(node("pool", List.of(b, i, j, c), reduce(op, List.of(k, l), at(x, b, row, column, c))));
  }

  @Test
  void tiesGoToTheFirst() {
    Input x = builder.input("x", 4);
    Axis b = batch();
    Axis i = axis("i", 4);
    builder.loss(node("max", List.of(b), reduce(ReduceOp.MAX, List.of(i), at(x, b, i))));
    Graph graph = Autodiff.differentiate(builder.graph("max"), List.of(x));
    Call call =
        Call.of(1, Map.of("x", new Tensor(List.of(1, 4), new double[] {1, 2, 2, 2})), Map.of());
    assertArrayEquals(
        new double[] {0, 2, 0, 0}, Interpreter.evaluate(graph, call).gradients().get("x").values());
  }

  @Test
  void emptyMaximumHasNoGradient() {
    Input x = builder.input("x", 4);
    Axis b = batch();
    Axis i = axis("i", 4);
    Scalar positive = Scalars.less(scalar(0.0), at(x, b, i));
    Node max = node("max", List.of(b), reduce(ReduceOp.MAX, List.of(i), at(x, b, i), positive));
    Axis b2 = batch();
    Scalar finite = Scalars.less(scalar(Double.NEGATIVE_INFINITY), at(max, b2));
    builder.loss(node("finite", List.of(b2), Scalars.select(finite, at(max, b2), scalar(0.0))));
    Graph graph = Autodiff.differentiate(builder.graph("max"), List.of(x));
    Call call =
        Call.of(
            2,
            Map.of("x", new Tensor(List.of(2, 4), new double[] {-1, -2, -3, -4, -1, 3, 2, 0})),
            Map.of());
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 0, (1 + 1.5) / 2, 0, 0},
        Interpreter.evaluate(graph, call).gradients().get("x").values());
  }

  @Test
  void product() {
    Input x = builder.input("x", 3, 4);
    Axis b = batch();
    Axis i = axis("i", 3);
    Axis j = axis("j", 4);
    Scalar guard = Scalars.less(Scalars.add(scalar(i), scalar(j)), scalar(5));
    Scalar factor = Scalars.add(at(x, b, i, j), scalar(1.0));
    check(node("product", List.of(b), reduce(ReduceOp.PRODUCT, List.of(i, j), factor, guard)));
  }

  @Test
  void productWithZeros() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    builder.loss(node("product", List.of(b), reduce(ReduceOp.PRODUCT, List.of(i), at(x, b, i))));
    Graph graph = Autodiff.differentiate(builder.graph("product"), List.of(x));
    Call call =
        Call.of(
            2, Map.of("x", new Tensor(List.of(2, 3), new double[] {2, 0, 5, 0, 3, 0})), Map.of());
    assertArrayEquals(
        new double[] {0, 5, 0, 0, 0, 0},
        Interpreter.evaluate(graph, call).gradients().get("x").values());
  }

  @Test
  void gather() {
    Input index = builder.input("index", ElementType.INT, 5);
    Variable table = builder.parameter("table", 4, 3);
    Axis b = batch();
    Axis t = axis("t", 5);
    Axis d = axis("d", 3);
    check(node("gather", List.of(b, t, d), at(table, at(index, b, t), d)));
  }

  @Test
  void gatherOfAnInput() {
    Input x = builder.input("x", 4);
    Input index = builder.input("index", ElementType.INT);
    Axis b = batch();
    check(node("picked", List.of(b), at(x, b, at(index, b))));
  }

  @Test
  void reshape() {
    Input x = builder.input("x", 2, 6);
    Node reshaped = GraphBuilder.reshape(x, Extent.BATCH, Extent.of(3), Extent.of(2), Extent.of(2));
    Axis b = batch();
    Axis i = axis("i", 3);
    Axis j = axis("j", 2);
    Axis k = axis("k", 2);
    Scalar element = at(reshaped, b, i, j, k);
    check(node("squared", List.of(b, i, j, k), Scalars.multiply(element, element)));
  }

  @Test
  void flattenedByIndices() {
    Input x = builder.input("x", 3, 4);
    Axis b = batch();
    Axis i = axis("i", 12);
    Scalar row = Scalars.floorDivide(scalar(i), scalar(4));
    Scalar column = Scalars.remainder(scalar(i), scalar(4));
    Node flat = node("flat", List.of(b, i), at(x, b, row, column));
    builder.loss(flat);
    Graph graph = Autodiff.differentiate(builder.graph("flat"), List.of(x));
    Node gradient = graph.gradients().get(0).value();
    assertEquals(0, Inspection.reductions(gradient), "solved without a sum");
    check.check(builder.graph("flat"), builder.sources(), new RandomCalls(builder, -1, 1));
  }

  @Test
  void resizedAndTiled() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 8);
    Scalar nearest =
        at(x, b, Scalars.floorDivide(Scalars.multiply(scalar(i), scalar(3)), scalar(8)));
    Scalar tiled = at(x, b, Scalars.remainder(scalar(i), scalar(3)));
    check(node("resized", List.of(b, i), Scalars.multiply(nearest, tiled)));
  }

  @Test
  void clampedFlippedAndDiagonalReads() {
    Input x = builder.input("x", 5, 5);
    Axis b = batch();
    Axis i = axis("i", 5);
    Scalar clamped = Scalars.binary(BinaryOp.MIN, Scalars.add(scalar(i), scalar(2)), scalar(4));
    Scalar flipped = Scalars.subtract(scalar(4), scalar(i));
    check(
        node(
            "reads",
            List.of(b, i),
            Scalars.multiply(
                Scalars.add(at(x, b, clamped, 0), at(x, b, flipped, i)), at(x, b, i, i))));
  }

  @Test
  void batchReductions() {
    Input x = builder.input("x", 3);
    Variable scale = builder.parameter("scale", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    Scalar count = Scalars.cast(ElementType.REAL, Scalars.extent(Extent.BATCH));
    Node sum = node("sum", List.of(i), sum(List.of(b), at(x, b, i)));
    Axis i2 = axis("i", 3);
    Node mean = node("mean", List.of(i2), Scalars.divide(at(sum, i2), count));
    Axis b3 = batch();
    Axis i3 = axis("i", 3);
    Scalar off = Scalars.subtract(at(x, b3, i3), at(mean, i3));
    Node variance = node("variance", List.of(i3), sum(List.of(b3), Scalars.multiply(off, off)));
    Axis b4 = batch();
    Axis i4 = axis("i", 3);
    Scalar deviation = Scalars.unary(UnaryOp.SQRT, Scalars.add(at(variance, i4), scalar(0.1)));
    Scalar centred = Scalars.subtract(at(x, b4, i4), at(mean, i4));
    check(
        node(
            "norm",
            List.of(b4, i4),
            Scalars.multiply(Scalars.divide(centred, deviation), at(scale, i4))));
  }

  @Test
  void maximumOverTheBatch() {
    Input x = builder.input("x", 3);
    Axis b = batch();
    Axis i = axis("i", 3);
    check(node("max", List.of(i), reduce(ReduceOp.MAX, List.of(b), at(x, b, i))));
  }

  @Test
  void randomMask() {
    Input x = builder.input("x", 6);
    Axis b = batch();
    Axis i = axis("i", 6);
    Scalar kept = Scalars.less(new Scalar.Random(7, scalar(b), scalar(i)), scalar(0.5));
    check(
        node(
            "dropout",
            List.of(b, i),
            Scalars.select(kept, Scalars.multiply(at(x, b, i), scalar(2.0)), scalar(0.0))));
  }

  @Test
  void softmaxWithAMask() {
    Input x = builder.input("x", 5);
    Input mask = builder.input("mask", ElementType.BOOL, 5);
    Axis b = batch();
    Axis j = axis("j", 5);
    Node max =
        node("max", List.of(b), reduce(ReduceOp.MAX, List.of(j), at(x, b, j), at(mask, b, j)));
    Axis b2 = batch();
    Axis i = axis("i", 5);
    Scalar shifted = Scalars.unary(UnaryOp.EXP, Scalars.subtract(at(x, b2, i), at(max, b2)));
    Node exp = node("exp", List.of(b2, i), Scalars.select(at(mask, b2, i), shifted, scalar(0.0)));
    Axis b3 = batch();
    Axis j3 = axis("j", 5);
    Node total = node("total", List.of(b3), sum(List.of(j3), at(exp, b3, j3)));
    Axis b4 = batch();
    Axis i4 = axis("i", 5);
    Scalar any = Scalars.less(scalar(0.0), at(total, b4));
    check(
        node(
            "softmax",
            List.of(b4, i4),
            Scalars.select(any, Scalars.divide(at(exp, b4, i4), at(total, b4)), scalar(0.0))));
  }

  @Test
  void weightsOfALossAreDifferentiated() {
    Input x = builder.input("x", 2);
    Variable temperature = builder.parameter("temperature");
    Axis b = batch();
    Axis i = axis("i", 2);
    Scalar weight = Scalars.unary(UnaryOp.EXP, Scalars.multiply(at(x, b, 0), at(temperature)));
    Node weights = node("weights", List.of(b), weight);
    Node values = node("values", List.of(b), sum(List.of(i), at(x, b, i)));
    Axis b2 = batch();
    Axis b3 = batch();
    Scalar product = Scalars.multiply(at(values, b2), at(weights, b2));
    builder.loss(
        "mean",
        node("sum", List.of(), sum(List.of(b2), GraphBuilder.doubled(product))),
        node("weight", List.of(), sum(List.of(b3), GraphBuilder.doubled(at(weights, b3)))));
    check.check(builder.graph("mean"), builder.sources(), new RandomCalls(builder, -1, 1));
  }

  @Test
  void whatIsNotReachedGetsZeros() {
    Input x = builder.input("x", 2);
    Variable unused = builder.parameter("unused", 3);
    Axis b = batch();
    builder.loss(node("first", List.of(b), at(x, b, 0)));
    Graph graph = Autodiff.differentiate(builder.graph("first"), List.of(unused));
    Call call =
        Call.of(
            1, Map.of("x", Tensor.zeros(List.of(1, 2))), Map.of("unused", Tensor.vector(1, 2, 3)));
    assertArrayEquals(
        new double[3], Interpreter.evaluate(graph, call).gradients().get("unused").values());
  }
}
