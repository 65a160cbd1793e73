package dev.nutshell.report;

import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A chart for each loss and each metric that is one number, and a table of the same. */
final class CurvesSection {
  private static final String LOSS = "loss";

  private final Markup page;
  private final List<EpochResult> epochs;

  CurvesSection(Markup page, List<EpochResult> epochs) {
    this.page = page;
    this.epochs = epochs;
  }

  void write() {
    page.element("h2", "Losses and metrics").open("p", "class", "key");
    page.element("span", "training, each step before its update", "class", "training");
    if (hasValidation()) {
      page.element("span", "validation, after the epoch", "class", "validation");
    }
    page.close();
    Set<String> measures = measures();
    page.open("div", "class", "charts");
    measures.forEach(measure -> LineChart.write(page, measure, curves(measure)));
    page.close();
    table(measures);
  }

  private boolean hasValidation() {
    return epochs.stream().anyMatch(epoch -> epoch.validation().isPresent());
  }

  /** The loss and all measures; a single loss that is the loss is shown once. */
  private Set<String> measures() {
    Set<String> names = new LinkedHashSet<>();
    names.add(LOSS);
    for (String name : epochs.get(0).training().measures().keySet()) {
      boolean isLoss =
          epochs.stream()
              .map(EpochResult::training)
              .allMatch(each -> each.get(name) == each.loss());
      if (!isLoss) {
        names.add(name);
      }
    }
    return names;
  }

  /** A measure that is called {@code loss} is one of them, and not their sum. */
  private static double value(Evaluation evaluation, String measure) {
    return measure.equals(LOSS) ? evaluation.loss() : evaluation.get(measure);
  }

  private List<Curve> curves(String measure) {
    List<Integer> numbers = epochs.stream().map(EpochResult::epoch).toList();
    List<Curve> curves = new ArrayList<>();
    curves.add(
        new Curve(
            "training",
            numbers,
            epochs.stream().map(epoch -> value(epoch.training(), measure)).toList()));
    if (hasValidation()) {
      curves.add(
          new Curve(
              "validation",
              numbers,
              epochs.stream()
                  .map(epoch -> epoch.validation().map(each -> value(each, measure)))
                  .map(value -> value.orElse(Double.NaN))
                  .toList()));
    }
    return curves;
  }

  private void table(Set<String> measures) {
    page.open("details").element("summary", "All epochs in numbers");
    page.open("div", "class", "scroll").open("table").open("tr").element("th", "epoch");
    measures.forEach(measure -> page.element("th", measure));
    if (hasValidation()) {
      measures.forEach(measure -> page.element("th", "validation " + measure));
    }
    page.element("th", "time").close();
    for (EpochResult epoch : epochs) {
      page.open("tr").element("td", Integer.toString(epoch.epoch()));
      cells(measures, Optional.of(epoch.training()));
      if (hasValidation()) {
        cells(measures, epoch.validation());
      }
      page.element("td", Numbers.seconds(epoch.seconds())).close();
    }
    page.close().close().close();
  }

  private void cells(Set<String> measures, Optional<Evaluation> evaluation) {
    for (String measure : measures) {
      page.element("td", evaluation.map(each -> Numbers.value(value(each, measure))).orElse(""));
    }
  }
}
