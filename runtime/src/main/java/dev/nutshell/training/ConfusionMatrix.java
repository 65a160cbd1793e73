package dev.nutshell.training;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each true class met each predicted class, as the metric {@code confusion_matrix}
 * reports it: {@code ConfusionMatrix.of(evaluation.array("confusion_matrix"))}. Counts are not
 * whole where samples have weights.
 */
public final class ConfusionMatrix {
  private static final int LEAST_WIDTH = "weighted avg".length();

  private final double[] counts;
  private final String[] labels;

  private ConfusionMatrix(double[] counts, String[] labels) {
    this.counts = counts;
    this.labels = labels;
  }

  /**
   * Copies a matrix.
   *
   * @param counts row by row; a row is a true class, a column a predicted one
   * @param labels of the classes; without any they are numbered
   * @throws IllegalArgumentException if the matrix is not square, or has other classes than labels
   */
  public static ConfusionMatrix of(double[] counts, String... labels) {
    int classes = (int) Math.round(Math.sqrt(counts.length));
    if (classes == 0 || classes * classes != counts.length) {
      throw new IllegalArgumentException("counts: " + counts.length + " are no square matrix");
    }
    if (labels.length != 0 && labels.length != classes) {
      throw new IllegalArgumentException(
          "labels: " + classes + " expected, " + labels.length + " found");
    }
    String[] names =
        labels.length == 0
            ? IntStream.range(0, classes).mapToObj(Integer::toString).toArray(String[]::new)
            : labels.clone();
    return new ConfusionMatrix(counts.clone(), names);
  }

  /** The number of classes. */
  public int classes() {
    return labels.length;
  }

  /** How often a class was predicted where another, or itself, was true. */
  public double count(int actual, int predicted) {
    return counts[actual * classes() + predicted];
  }

  /** How often a class was true. */
  public double support(int label) {
    return total(predicted -> count(label, predicted));
  }

  /** How often the prediction was right, of all; 0 where there are none. */
  public double accuracy() {
    return part(total(label -> count(label, label)), total(this::support));
  }

  /** How often a class was true where it was predicted; 0 where it never was. */
  public double precision(int label) {
    return part(count(label, label), total(actual -> count(actual, label)));
  }

  /** How often a class was predicted where it was true; 0 where it never was. */
  public double recall(int label) {
    return part(count(label, label), support(label));
  }

  /** The harmonic mean of precision and recall; 0 where both are. */
  public double f1(int label) {
    double predicted = total(actual -> count(actual, label));
    return part(2 * count(label, label), predicted + support(label));
  }

  private double total(IntToDoubleFunction ofClass) {
    return IntStream.range(0, classes()).mapToDouble(ofClass).sum();
  }

  private static double part(double some, double all) {
    return all == 0 ? 0 : some / all;
  }

  /**
   * A table with precision, recall, F1 and support of each class, their means, and their means
   * weighted by support: scikit-learn's {@code classification_report}.
   */
  public String report() {
    StringBuilder text = new StringBuilder();
    double all = total(this::support);
    line(text, "", "precision", "recall", "f1-score", "support");
    text.append('\n');
    for (int i = 0; i < classes(); i++) {
      line(text, labels[i], two(precision(i)), two(recall(i)), two(f1(i)), plain(support(i)));
    }
    text.append('\n');
    line(text, "accuracy", "", "", two(accuracy()), plain(all));
    averages(text, "macro avg", label -> 1.0 / classes());
    averages(text, "weighted avg", label -> part(support(label), all));
    return text.toString();
  }

  private void averages(StringBuilder text, String name, IntToDoubleFunction weight) {
    line(
        text,
        name,
        two(total(label -> weight.applyAsDouble(label) * precision(label))),
        two(total(label -> weight.applyAsDouble(label) * recall(label))),
        two(total(label -> weight.applyAsDouble(label) * f1(label))),
        plain(total(this::support)));
  }

  /** The counts as a table: a row is a true class, a column a predicted one. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "", labels);
    for (int i = 0; i < classes(); i++) {
      int row = i;
      line(
          text,
          labels[i],
          IntStream.range(0, classes())
              .mapToObj(predicted -> plain(count(row, predicted)))
              .toArray(String[]::new));
    }
    return text.toString();
  }

  private void line(StringBuilder text, String name, String... cells) {
    int width = LEAST_WIDTH;
    for (String label : labels) {
      width = Math.max(width, label.length());
    }
    text.append(" ".repeat(width - name.length())).append(name).append(' ');
    for (String cell : cells) {
      text.append(' ').append(" ".repeat(Math.max(0, 9 - cell.length()))).append(cell);
    }
    text.append('\n');
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A count without decimals, unless it has some. */
  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : two(value);
  }
}
