package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarMathTest {

  /** A prime stride over the bit patterns of all floats, so that every low bit pattern occurs. */
  private static final int STRIDE = 1009;

  private interface FloatFunction {
    float apply(float x);
  }

  @Test
  void singlePrecisionStaysWithinItsBounds() {
    assertWithin("exp", 1.1, ScalarMath::exp, StrictMath::exp);
    assertWithin("expm1", 2, ScalarMath::expm1, StrictMath::expm1);
    assertWithin("log", 1, ScalarMath::log, StrictMath::log);
    assertWithin("log1p", 1, ScalarMath::log1p, StrictMath::log1p);
    assertWithin("tanh", 2, ScalarMath::tanh, StrictMath::tanh);
    assertWithin("erf", 2, ScalarMath::erf, ScalarMath::erf);
    assertWithin("sin", 1, ScalarMath::sin, StrictMath::sin);
    assertWithin("cos", 1, ScalarMath::cos, StrictMath::cos);
    assertWithin("sqrt", 0.5, ScalarMath::sqrt, Math::sqrt);
  }

  private static void assertWithin(
      String name, double bound, FloatFunction function, DoubleUnaryOperator exact) {
    double largest = 0;
    float where = 0;
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
      float x = Float.intBitsToFloat((int) bits);
      double expected = exact.applyAsDouble(x);
      float found = function.apply(x);
      double error = error(name, x, expected, found);
      if (error > largest) {
        largest = error;
        where = x;
      }
    }
    System.out.printf(Locale.ROOT, "%s: at most %.3f ulp, at %s%n", name, largest, where);
    assertTrue(largest <= bound, name + " is off by " + largest + " ulp at " + where);
  }

  /** The error in units in the last place of the exact result, rounded to single precision. */
  private static double error(String name, float x, double expected, float found) {
    if (Double.isNaN(expected)) {
      assertTrue(Float.isNaN(found), () -> name + "(" + x + ") is " + found);
      return 0;
    }
    if (name.equals("exp") && x < -86.9f) {
      assertEquals(0f, found, () -> "flushed: exp(" + x + ")");
      return 0;
    }
    if ((float) expected == found) {
      return 0.5 * (expected == found ? 0 : 1);
    }
    assertTrue(
        Float.isFinite(found) && Float.isFinite((float) expected),
        () -> name + "(" + x + ") is " + found + ", not " + expected);
    return Math.abs(found - expected) / Math.ulp((float) expected);
  }

  @Test
  void sineAndCosineInDoublePrecision() {
    double largest = 0;
    for (int i = -200_000; i < 200_000; i++) {
      double x = i * i * i * 1.37e-9 + i * 1e-5;
      largest = Math.max(largest, Math.abs(ScalarMath.sin(x) - StrictMath.sin(x)));
      largest = Math.max(largest, Math.abs(ScalarMath.cos(x) - StrictMath.cos(x)));
    }
    System.out.println("sine and cosine in double precision: within " + largest);
    assertTrue(largest <= 3e-16);
  }

  @Test
  void powerOfEdges() {
    double[] edges = {
      0,
      -0.0,
      1,
      -1,
      2,
      -2,
      3,
      -3,
      0.5,
      -0.5,
      1e-310,
      -1e-310,
      1e300,
      -1e300,
      0x1p53,
      0x1p52 + 1,
      Double.MIN_VALUE,
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN
    };
    for (double x : edges) {
      for (double y : edges) {
        double expected = StrictMath.pow(x, y);
        double found = ScalarMath.pow(x, y);
        double bound = Double.isFinite(expected) && expected != 0 ? 4 * Math.ulp(expected) : 0;
        assertEquals(expected, found, bound, () -> x + " to the power of " + y);
      }
    }
  }

  @Test
  void powerStaysWithinItsBounds() {
    double largest = 0;
    double largestSingle = 0;
    for (int i = 0; i < 1_000_000; i++) {
      double x = Math.scalb(1 + ScalarMath.uniformDouble(1, 0, 0, 0, i), i % 41 - 20);
      double y = 100 * (ScalarMath.uniformDouble(1, 1, 0, 0, i) - 0.5);
      double expected = StrictMath.pow(x, y);
      if (expected > Double.MIN_NORMAL && Double.isFinite(expected)) {
        double error = Math.abs(ScalarMath.pow(x, y) - expected) / Math.ulp(expected);
        largest = Math.max(largest, error);
      }
      double exact = StrictMath.pow((float) x, (float) y);
      if (exact > Float.MIN_NORMAL && exact < Float.MAX_VALUE) {
        double error = Math.abs(ScalarMath.pow((float) x, (float) y) - exact);
        largestSingle = Math.max(largestSingle, error / Math.ulp((float) exact));
      }
    }
    System.out.printf(
        Locale.ROOT, "pow: at most %.3f ulp, in double precision %.0f%n", largestSingle, largest);
    assertTrue(largest <= 4 && largestSingle <= 1);
  }

  @Test
  void nothingAllocates() {
    double[] sink = new double[1];
    Runnable all =
        () -> {
          for (int i = -2_000; i < 2_000; i++) {
            double x = i * 0.05;
            sink[0] +=
                ScalarMath.exp(x)
                    + ScalarMath.expm1(x)
                    + ScalarMath.log(x)
                    + ScalarMath.log1p(x)
                    + ScalarMath.tanh(x)
                    + ScalarMath.erf(x)
                    + ScalarMath.sin(x)
                    + ScalarMath.cos(x)
                    + ScalarMath.pow(x, 3.0)
                    + ScalarMath.sqrt(x);
            float y = (float) x;
            sink[0] +=
                ScalarMath.exp(y)
                    + ScalarMath.expm1(y)
                    + ScalarMath.log(y)
                    + ScalarMath.log1p(y)
                    + ScalarMath.tanh(y)
                    + ScalarMath.erf(y)
                    + ScalarMath.sin(y)
                    + ScalarMath.cos(y)
                    + ScalarMath.pow(y, 3f)
                    + ScalarMath.sqrt(y)
                    + ScalarMath.uniform(i, 1, 2, 3, 4);
          }
        };
    assertEquals(0, Allocation.settledBytes(all));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5204998778130465", "1, 0.8427007929497149", "1.5, 0.9661051464753108",
    "2, 0.9953222650189527", "3, 0.9999779095030014", "4, 0.9999999845827421",
    "5.5, 0.9999999999999927", "7, 1", "0.001, 0.001128378790969236",
  })
  void erfOfTables(double x, double expected) {
    assertEquals(expected, ScalarMath.erf(x), 1e-15);
    assertEquals(-expected, ScalarMath.erf(-x), 1e-15);
  }

  @Test
  void edges() {
    assertEquals(Float.POSITIVE_INFINITY, ScalarMath.exp(Float.POSITIVE_INFINITY));
    assertEquals(0f, ScalarMath.exp(Float.NEGATIVE_INFINITY));
    assertEquals(-1f, ScalarMath.expm1(Float.NEGATIVE_INFINITY));
    assertEquals(1f, ScalarMath.tanh(Float.POSITIVE_INFINITY));
    assertEquals(-1f, ScalarMath.erf(Float.NEGATIVE_INFINITY));
    assertEquals(Float.NEGATIVE_INFINITY, ScalarMath.log(0f));
    assertEquals(-0f, ScalarMath.log1p(-0f));
    assertEquals(-0f, ScalarMath.expm1(-0f));
    assertEquals(-0f, ScalarMath.tanh(-0f));
    assertTrue(Double.isNaN(ScalarMath.erf(Double.NaN)));
    assertTrue(Float.isNaN(ScalarMath.tanh(Float.NaN)));
  }

  /** Bits that every JDK and machine has to give; a change of these changes trained networks. */
  @Test
  void sameBitsEverywhere() {
    long hash = 1;
    for (int i = -4000; i < 4000; i++) {
      float x = i * 0.01037f;
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.exp(x));
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.expm1(x));
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.tanh(x));
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.erf(x));
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.log(Math.abs(x)));
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.log1p(Math.abs(x)));
      hash = 31 * hash + Double.doubleToLongBits(ScalarMath.erf((double) x));
      hash = 31 * hash + Double.doubleToLongBits(ScalarMath.tanh((double) x));
      hash = 31 * hash + Float.floatToIntBits(ScalarMath.uniform(i, 2, 3, 4, 5));
    }
    assertEquals("5f475b9bfe5f938", Long.toHexString(hash));
  }

  @Test
  void uniformNumbersAreUniformAndUnrelated() {
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    double lag = 0;
    int[] bins = new int[64];
    for (int i = 0; i < n; i++) {
      double u = ScalarMath.uniformDouble(1, 2, 3, i / 1000, i % 1000);
      double other = ScalarMath.uniformDouble(1, 3, 3, i / 1000, i % 1000);
      assertTrue(u >= 0 && u < 1);
      assertEquals(
          (float) (Math.floor(u * 0x1p24) * 0x1p-24),
          ScalarMath.uniform(1, 2, 3, i / 1000, i % 1000));
      sum += u;
      squares += u * u;
      lag += (u - 0.5) * (other - 0.5);
      bins[(int) (u * bins.length)]++;
    }
    assertEquals(0.5, sum / n, 4 * Math.sqrt(1.0 / 12 / n));
    assertEquals(1.0 / 3, squares / n, 4 * Math.sqrt(4.0 / 45 / n));
    assertEquals(0, lag / n, 4 * Math.sqrt(1.0 / 144 / n));
    double expected = (double) n / bins.length;
    double chiSquare = 0;
    for (int bin : bins) {
      chiSquare += (bin - expected) * (bin - expected) / expected;
    }
    // 63 degrees of freedom: 0.1 % lie above 103.
    assertTrue(chiSquare < 103, "chi square " + chiSquare);
  }

  @Test
  void eachArgumentOfAUniformNumberMatters() {
    float base = ScalarMath.uniform(1, 2, 3, 4, 5);
    assertTrue(base != ScalarMath.uniform(2, 2, 3, 4, 5));
    assertTrue(base != ScalarMath.uniform(1, 3, 3, 4, 5));
    assertTrue(base != ScalarMath.uniform(1, 2, 4, 4, 5));
    assertTrue(base != ScalarMath.uniform(1, 2, 3, 5, 5));
    assertTrue(base != ScalarMath.uniform(1, 2, 3, 4, 6));
    assertEquals(base, ScalarMath.uniform(1, 2, 3, 4, 5));
  }
}
