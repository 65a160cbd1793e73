package dev.nutshell.examples.tabular;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import dev.nutshell.data.label.KFold;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small network on 569 tumours, judged by cross-validation. */
public final class TumoursExample {
  private static final int FOLDS = 5;

  private TumoursExample() {}

  /** Arguments: the table, the seed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    List<Evaluation> folds = folds(arguments.data("wdbc.csv"), arguments.number(1, 1));
    for (String measure : List.of("binary_accuracy", "recall", "auc")) {
      double mean = folds.stream().mapToDouble(fold -> fold.get(measure)).average().orElseThrow();
      System.out.printf(Locale.ROOT, "%s over %d folds: %.4f%n", measure, FOLDS, mean);
    }
  }

  /** What a network that was trained on the other folds says of each fold. */
  static List<Evaluation> folds(Path file, long seed) throws IOException {
    Csv table = Csv.read(file);
    // What is asked for by name comes first: it says what is missing in another table.
    Dataset tumours =
        Dataset.of("malignant", table.categories("diagnosis", List.of("benign", "malignant")))
            .with("nuclei", table.floats(table.header().subList(0, 30)));
    List<Evaluation> folds = new ArrayList<>();
    for (Dataset.Split fold : KFold.stratified(tumours, "malignant", FOLDS, seed)) {
      try (TumoursTraining training =
          new TumoursTraining(TrainingOptions.defaults().withSeed(seed))) {
        training.optimizer(Optimizer.adam(0.005));
        training.fit(fold.train(), FitOptions.epochs(30).quiet());
        folds.add(training.evaluate(fold.test()));
      }
    }
    return folds;
  }
}
