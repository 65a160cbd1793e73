package dev.nutshell.report;

import dev.nutshell.inference.VariableSpec;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.util.List;
import java.util.Locale;

/** A row for each variable: what it is, how its numbers are distributed, and its last gradient. */
final class WeightsSection {
  private final Markup page;
  private final TrainingModel training;

  WeightsSection(Markup page, TrainingModel training) {
    this.page = page;
    this.training = training;
  }

  void write() {
    page.element("h2", "Weights");
    page.element(
        "p",
        "Histograms go from the least to the greatest number; gradients are those of the last step.",
        "class",
        "note");
    page.open("div", "class", "scroll").open("table").open("tr");
    page.element("th", "path", "class", "name").element("th", "shape", "class", "name");
    List.of("numbers", "mean", "deviation", "least", "greatest")
        .forEach(each -> page.element("th", each));
    page.element("th", "weights", "class", "name");
    page.element("th", "gradient", "class", "name").element("th", "its norm").close();
    training.spec().variables().forEach(this::row);
    page.close().close();
  }

  private void row(VariableSpec variable) {
    boolean isState = variable.kind() == VariableSpec.Kind.STATE;
    Histogram weights = Histogram.of(training.variables().get(variable.path()));
    page.open("tr").element("td", variable.path(), "class", "name");
    page.element("td", variable.shape() + (isState ? " state" : ""), "class", "name");
    page.element("td", Numbers.count(variable.size()) + notFinite(weights));
    page.element("td", Numbers.value(weights.mean()));
    page.element("td", Numbers.value(weights.deviation()));
    page.element("td", Numbers.value(weights.least()));
    page.element("td", Numbers.value(weights.most()));
    page.open("td");
    weights.write(page, "weights");
    page.close().open("td");
    Storage gradient = training.gradients().get(variable.path());
    if (gradient != null) {
      Histogram.of(gradient).write(page, "gradients");
    }
    page.close();
    String norm =
        gradient == null ? "" : Numbers.value(Math.sqrt(gradient.sumOfSquares(0, gradient.size())));
    page.element("td", norm).close();
  }

  private static String notFinite(Histogram histogram) {
    return histogram.notFinite() == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d not finite", histogram.notFinite());
  }
}
