package dev.nutshell.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis from {@code low} to {@code high} with round numbers on it: steps of 1, 2 or 5 times a
 * power of ten.
 */
record Scale(double low, double high, double step) {
  private static final int STEPS = 5;

  /** A scale that holds both numbers; the ends are round. */
  static Scale of(double least, double most) {
    double span = most > least ? most - least : Math.max(Math.abs(least), 1) * 0.1;
    double power = Math.pow(10, Math.floor(Math.log10(span / STEPS)));
    double ratio = span / STEPS / power;
    double step = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
    double low = Math.floor(least / step) * step;
    double high = Math.ceil(most / step) * step;
    return new Scale(low, high > low ? high : low + step, step);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** A tick as text, without the errors of its sum. */
  String label(double tick) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step)));
    if (decimals > 6 || Math.abs(high) >= 1e7) {
      return String.format(Locale.ROOT, "%.1e", tick);
    }
    return BigDecimal.valueOf(tick).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Where a number is: 0 at the low end, 1 at the high one. */
  double place(double value) {
    return (value - low) / (high - low);
  }
}
