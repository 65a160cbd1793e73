package dev.nutshell.report;

import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.TensorSpec;
import dev.nutshell.training.ConfusionMatrix;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Each confusion matrix among the metrics, with precision, recall and F1 of each class and the most
 * frequent mistakes.
 */
final class ConfusionSection {
  /** Larger matrices are not shown whole. */
  private static final int MOST_CLASSES = 40;

  private static final int MOST_MISTAKES = 12;

  /** How dark a cell is that holds all of its row: its text stays readable. */
  private static final double DARKEST = 0.55;

  private final Markup page;
  private final EntrySpec entry;
  private final EpochResult last;
  private final List<String> labels;

  ConfusionSection(Markup page, EntrySpec entry, List<EpochResult> epochs, List<String> labels) {
    this.page = page;
    this.entry = entry;
    this.last = epochs.get(epochs.size() - 1);
    this.labels = labels;
  }

  void write() {
    Evaluation evaluation = last.judged();
    for (TensorSpec metric : entry.metrics()) {
      if (isConfusion(metric)) {
        matrix(metric.name(), evaluation.array(metric.name()));
      }
    }
  }

  /**
   * Whether a metric is a confusion matrix: the name says it, which is that of the metric in the
   * library unless the network gives it another. Other square matrices are no counts of mistakes.
   */
  static boolean isConfusion(TensorSpec metric) {
    return metric.name().contains("confusion")
        && metric.axes().size() == 2
        && metric.axes().get(0).size() == metric.axes().get(1).size()
        && metric.size() > 1;
  }

  private void matrix(String name, double[] counts) {
    int classes = (int) Math.round(Math.sqrt(counts.length));
    List<String> names =
        labels.size() == classes
            ? labels
            : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    ConfusionMatrix matrix = ConfusionMatrix.of(counts, names.toArray(String[]::new));
    String of = last.validation().isPresent() ? "validation" : "training";
    page.element("h2", "Confusion matrix");
    page.element(
        "p",
        String.format(
            Locale.ROOT,
            "%s of %s data, epoch %d: a row for each true class, a column for each predicted one,"
                + " coloured by its part of the row. Right: %.2f %%.",
            name,
            of,
            last.epoch(),
            100 * matrix.accuracy()),
        "class",
        "note");
    page.open("div", "class", "beside");
    if (classes <= MOST_CLASSES) {
      cells(matrix, names);
      classes(matrix, names);
    }
    mistakes(matrix, names);
    page.close();
  }

  private void cells(ConfusionMatrix matrix, List<String> names) {
    page.open("div", "class", "scroll").open("table", "class", "matrix").open("tr");
    page.element("th", "");
    names.forEach(name -> page.element("th", name));
    page.close();
    for (int actual = 0; actual < names.size(); actual++) {
      page.open("tr").element("th", names.get(actual));
      for (int predicted = 0; predicted < names.size(); predicted++) {
        double count = matrix.count(actual, predicted);
        double share = count == 0 ? 0 : DARKEST * count / matrix.support(actual);
        page.element(
            "td",
            count == 0 ? "" : Numbers.value(count),
            "class",
            actual == predicted ? "hit" : "miss",
            "style",
            String.format(Locale.ROOT, "--share: %.3f", share));
      }
      page.close();
    }
    page.close().close();
  }

  private void classes(ConfusionMatrix matrix, List<String> names) {
    page.open("table").open("tr").element("th", "class", "class", "name");
    List.of("precision", "recall", "F1", "support").forEach(each -> page.element("th", each));
    page.close();
    for (int i = 0; i < names.size(); i++) {
      page.open("tr").element("td", names.get(i), "class", "name");
      page.element("td", part(matrix.precision(i))).element("td", part(matrix.recall(i)));
      page.element("td", part(matrix.f1(i))).element("td", Numbers.value(matrix.support(i)));
      page.close();
    }
    page.close();
  }

  private static String part(double part) {
    return String.format(Locale.ROOT, "%.3f", part);
  }

  /** How often one class was taken for another. */
  private record Mistake(int actual, int predicted, double count) {}

  private void mistakes(ConfusionMatrix matrix, List<String> names) {
    List<Mistake> mistakes = new ArrayList<>();
    for (int actual = 0; actual < names.size(); actual++) {
      for (int predicted = 0; predicted < names.size(); predicted++) {
        double count = matrix.count(actual, predicted);
        if (actual != predicted && count > 0) {
          mistakes.add(new Mistake(actual, predicted, count));
        }
      }
    }
    mistakes.sort(Comparator.comparingDouble(mistake -> -mistake.count));
    page.open("table").open("tr").element("th", "most frequent mistakes", "class", "name");
    page.element("th", "count").close();
    for (Mistake mistake : mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size()))) {
      String text = names.get(mistake.actual) + " taken for " + names.get(mistake.predicted);
      page.open("tr").element("td", text, "class", "name");
      page.element("td", Numbers.value(mistake.count)).close();
    }
    page.close();
  }
}
