package dev.nutshell.processor.emit.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void floatsHaveTheFewestDigitsThatReadBack() {
    assertEquals("0.1f", NumberText.literal(0.1f));
    assertEquals("1.0f", NumberText.literal(1f));
    assertEquals("-0.0f", NumberText.literal(-0f));
    assertEquals("1234567.0f", NumberText.literal(1234567f));
    assertEquals("1.2345678E7f", NumberText.literal(12345678f));
    assertEquals("1.0E-5f", NumberText.literal(1e-5f));
    assertEquals("0.0001f", NumberText.literal(1e-4f));
    assertEquals("1.0E-45f", NumberText.literal(Float.MIN_VALUE));
    assertEquals("-3.4028235E38f", NumberText.literal(-Float.MAX_VALUE));
  }

  /** JDK 17 itself writes 2^-44 with a digit less than JDK 25. */
  @Test
  @SuppressWarnings("FloatingPointLiteralPrecision") // 2e23 is the case
  void doublesDoNotDependOnTheJdk() {
    assertEquals("2.0E23", NumberText.literal(2e23));
    assertEquals("5.6843418860808015E-14", NumberText.literal(0x1p-44));
    assertEquals("0.3333333333333333", NumberText.literal(1 / 3.0));
  }

  @Test
  void whatHasNoLiteralIsAConstant() {
    assertEquals("Float.NaN", NumberText.literal(Float.NaN));
    assertEquals("Float.NEGATIVE_INFINITY", NumberText.literal(Float.NEGATIVE_INFINITY));
    assertEquals("Double.POSITIVE_INFINITY", NumberText.literal(Double.POSITIVE_INFINITY));
    assertEquals("Integer.MIN_VALUE", NumberText.literal(Integer.MIN_VALUE));
    assertEquals("-7", NumberText.literal(-7));
  }

  @Test
  void everyNumberReadsBackToItsBits() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      float single = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(single)) {
        assertEquals(single, Float.parseFloat(NumberText.literal(single)));
      }
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertEquals(number, Double.parseDouble(NumberText.literal(number)));
      }
    }
  }
}
