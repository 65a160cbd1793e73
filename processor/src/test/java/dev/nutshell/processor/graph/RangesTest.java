package dev.nutshell.processor.graph;

import static dev.nutshell.processor.graph.GraphBuilder.at;
import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.node;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.graph.Scalar.BinaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of integers; of large expressions as well, in a time that is not felt. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RangesTest {
  private static final int MANY = 60;

  private final Extent length = new Extent.Bounded("t", 100);
  private final Scalar end = Scalars.extent(length);
  private final List<Scalar> indices =
      IntStream.range(0, MANY).mapToObj(k -> Scalars.index(new Axis("i" + k, length))).toList();

  private Scalar joined(BinaryOp op, UnaryOperator<Scalar> part) {
    return indices.stream()
        .map(part)
        .reduce((left, right) -> new Scalar.Binary(op, left, right))
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(names = {"MIN", "MAX"})
  void whatHoldsOfManyHoldsOfTheirLeastAndGreatest(BinaryOp op) {
    assertEquals(Scalars.TRUE, Scalars.less(joined(op, index -> index), end));
  }

  @Test
  void oneThatIsNotKnownToBeBelowIsEnoughForTheGreatestAndNotForTheLeast() {
    Scalar beyond = Scalars.add(end, scalar(1));
    Scalar greatest = new Scalar.Binary(BinaryOp.MAX, joined(BinaryOp.MAX, i -> i), beyond);
    Scalar least = new Scalar.Binary(BinaryOp.MIN, joined(BinaryOp.MIN, i -> i), beyond);
    assertFalse(Ranges.NONE.implies(Scalars.less(greatest, end)));
    assertTrue(Ranges.NONE.implies(Scalars.less(least, end)));
  }

  @Test
  void aLargeConjunctionIsImpliedByItsParts() {
    UnaryOperator<Scalar> beforeLast = index -> Scalars.less(Scalars.add(index, scalar(1)), end);
    Scalar all = joined(BinaryOp.AND, beforeLast);
    assertFalse(Ranges.NONE.implies(all));
    assertTrue(Ranges.NONE.assume(all).implies(all));
    Scalar greatest = joined(BinaryOp.MAX, index -> Scalars.add(index, scalar(1)));
    assertTrue(Ranges.NONE.assume(all).implies(Scalars.less(greatest, end)));
  }

  @Test
  void nodesThatReadEachOtherTwiceAreLookedAtOnce() {
    Input input = new GraphBuilder().input("x", ElementType.BYTE, 100);
    Node last = null;
    for (int size = 99; size > 99 - MANY; size--) {
      Axis row = GraphBuilder.batch();
      Axis i = axis("i", size);
      Scalar here = last == null ? code(input, row, scalar(i)) : at(last, row, i);
      Scalar next = Scalars.add(scalar(i), scalar(1));
      Scalar behind = last == null ? code(input, row, next) : at(last, row, next);
      last = node("n" + size, List.of(row, i), Scalars.binary(BinaryOp.MAX, here, behind));
    }
    Axis row = GraphBuilder.batch();
    assertEquals(new Interval(0, 255), Ranges.NONE.of(at(last, row, 0)));
  }

  private static Scalar code(Input input, Axis row, Scalar index) {
    Scalar value = Scalars.cast(ElementType.INT, at(input, row, index));
    return Scalars.binary(
        BinaryOp.MIN, scalar(255), Scalars.binary(BinaryOp.MAX, scalar(0), value));
  }

  @Test
  void productsOfUnknownIntegersAreUnknown() {
    GraphBuilder builder = new GraphBuilder();
    Scalar[] factors = new Scalar[4];
    Arrays.setAll(factors, k -> at(builder.input("x" + k, ElementType.INT), GraphBuilder.batch()));
    Scalar pair = Scalars.multiply(factors[0], factors[1]);
    Scalar product = Scalars.multiply(pair, Scalars.multiply(factors[2], factors[3]));
    assertFalse(Ranges.NONE.refutes(Scalars.less(product, scalar(0))));
    assertFalse(Ranges.NONE.implies(Scalars.less(product, scalar(1))));
  }
}
