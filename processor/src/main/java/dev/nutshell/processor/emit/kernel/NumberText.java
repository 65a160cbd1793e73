package dev.nutshell.processor.emit.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text that reads back to the same bits: rounded to as few digits as that takes. {@link
 * Float#toString} and {@link Double#toString} changed between JDK 17 and 25, so that their digits
 * would make the generated source depend on the JDK.
 */
public final class NumberText {
  private static final int FLOAT_DIGITS = 9;
  private static final int DOUBLE_DIGITS = 17;
  private static final int LARGEST_PLAIN_EXPONENT = 7;
  private static final int SMALLEST_PLAIN_EXPONENT = -4;

  private NumberText() {}

  /**
   * A Java expression for the value: a literal, or a constant of {@link Float} where there is no
   * literal.
   */
  static String literal(float value) {
    if (Float.isNaN(value)) {
      return "Float.NaN";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    return digits(value) + "f";
  }

  /**
   * A Java expression for the value: a literal, or a constant of {@link Double} where there is no
   * literal.
   */
  static String literal(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return digits(value);
  }

  static String literal(int value) {
    return value == Integer.MIN_VALUE ? "Integer.MIN_VALUE" : Integer.toString(value);
  }

  private static String digits(float value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(value);
    for (int count = 1; count < FLOAT_DIGITS; count++) {
      BigDecimal rounded = exact.round(new MathContext(count, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == value) {
        return text(rounded);
      }
    }
    return text(exact.round(new MathContext(FLOAT_DIGITS, RoundingMode.HALF_EVEN)));
  }

  /** The digits of a finite value, with a point, as in {@code 0.25} or {@code 1.0E-12}. */
  public static String digits(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(value);
    for (int count = 1; count < DOUBLE_DIGITS; count++) {
      BigDecimal rounded = exact.round(new MathContext(count, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return text(rounded);
      }
    }
    return text(exact.round(new MathContext(DOUBLE_DIGITS, RoundingMode.HALF_EVEN)));
  }

  private static String text(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < LARGEST_PLAIN_EXPONENT) {
      String plain = shortest.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String digits = shortest.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    return (shortest.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
  }
}
