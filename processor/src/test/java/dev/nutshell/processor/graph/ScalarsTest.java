package dev.nutshell.processor.graph;

import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What folds when scalar expressions are built. */
class ScalarsTest {
  private final Scalar x = scalar(axis("x", 100));
  private final Scalar y = scalar(axis("y", 100));

  private static Scalar whole(Scalar value, int divisor) {
    return Scalars.multiply(quotient(value, divisor), scalar(divisor));
  }

  private static Scalar quotient(Scalar value, int divisor) {
    return Scalars.floorDivide(value, scalar(divisor));
  }

  private static Scalar rest(Scalar value, int divisor) {
    return Scalars.remainder(value, scalar(divisor));
  }

  @Test
  void quotientAndRemainderOfOneDivisionAreWhatWasDivided() {
    assertEquals(x, Scalars.add(whole(x, 7), rest(x, 7)));
    assertEquals(x, Scalars.add(rest(x, 7), whole(x, 7)));
  }

  @Test
  void theyAreFoundAmongOtherTermsAndInMultiples() {
    Scalar expected = Scalars.add(y, Scalars.multiply(x, scalar(3)));
    Scalar tripled = Scalars.add(y, Scalars.multiply(quotient(x, 7), scalar(21)));
    assertEquals(expected, Scalars.add(tripled, Scalars.multiply(rest(x, 7), scalar(3))));
  }

  @Test
  void aSumThatWasDividedComesBackAsASum() {
    Scalar sum = Scalars.subtract(Scalars.add(x, y), scalar(5));
    assertEquals(sum, Scalars.add(whole(sum, 7), rest(sum, 7)));
  }

  @Test
  void negativeDividendsComeBackToo() {
    Scalar negative = Scalars.negate(x);
    assertEquals(negative, Scalars.add(whole(negative, 7), rest(negative, 7)));
  }

  @Test
  void aDifferenceOfBothIsNegated() {
    Scalar difference = Scalars.subtract(Scalars.negate(whole(x, 7)), rest(x, 7));
    assertEquals(Scalars.negate(x), difference);
  }

  @Test
  void nestedDivisionsComeBackFromTheInside() {
    Scalar inner = quotient(x, 4);
    Scalar position = Scalars.add(whole(inner, 5), rest(inner, 5));
    assertEquals(x, Scalars.add(Scalars.multiply(position, scalar(4)), rest(x, 4)));
  }

  @Test
  void differentDivisionsStayApart() {
    assertIsSum(whole(x, 7), rest(x, 5));
    assertIsSum(Scalars.multiply(quotient(x, 7), scalar(8)), rest(x, 7));
    assertIsSum(whole(x, 7), rest(y, 7));
  }

  private static void assertIsSum(Scalar left, Scalar right) {
    assertEquals(new Scalar.Binary(Scalar.BinaryOp.ADD, left, right), Scalars.add(left, right));
  }
}
