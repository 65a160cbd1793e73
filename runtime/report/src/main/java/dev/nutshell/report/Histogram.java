package dev.nutshell.report;

import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.List;

/**
 * How some numbers are distributed; those that are not finite are counted apart.
 *
 * @param counts of as many parts of equal width from the least to the most
 * @param deviation the standard deviation
 */
record Histogram(
    List<Long> counts, double least, double most, double mean, double deviation, long notFinite) {
  private static final int BINS = 32;

  Histogram {
    counts = List.copyOf(counts);
  }

  static Histogram of(Storage numbers) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    long finite = 0;
    for (int i = 0; i < numbers.size(); i++) {
      double value = numbers.get(i);
      if (Double.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
        finite++;
      }
    }
    long[] counts = new long[BINS];
    if (finite == 0) {
      double none = Double.NaN;
      return new Histogram(list(counts), none, none, none, none, numbers.size());
    }
    double mean = sum / finite;
    double squares = 0;
    for (int i = 0; i < numbers.size(); i++) {
      double value = numbers.get(i);
      if (Double.isFinite(value)) {
        squares += (value - mean) * (value - mean);
        // Numbers that are all the same stand in the middle.
        double place = most > least ? (value - least) / (most - least) : 0.5;
        counts[Math.min(BINS - 1, (int) (place * BINS))]++;
      }
    }
    double deviation = Math.sqrt(squares / finite);
    return new Histogram(list(counts), least, most, mean, deviation, numbers.size() - finite);
  }

  private static List<Long> list(long[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /** Writes bars, as SVG within the page. */
  void write(Markup page, String style) {
    long highest = 1;
    for (long count : counts) {
      highest = Math.max(highest, count);
    }
    double width = 160;
    double height = 36;
    page.open(
        "svg",
        "class",
        "bars " + style,
        "viewBox",
        "0 0 160 38",
        "preserveAspectRatio",
        "none",
        "role",
        "img");
    page.element("title", Numbers.value(least) + " to " + Numbers.value(most));
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        // A count of one is to be seen beside thousands.
        double bar = Math.max(1, height * counts.get(i) / highest);
        double step = width / counts.size();
        page.empty("rect", "x", i * step, "y", height - bar, "width", step - 1, "height", bar);
      }
    }
    page.empty("line", "class", "grid", "x1", 0.0, "x2", width, "y1", 36.5, "y2", 36.5);
    page.close();
  }
}
