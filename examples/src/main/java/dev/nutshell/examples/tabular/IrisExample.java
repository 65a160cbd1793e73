package dev.nutshell.examples.tabular;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import dev.nutshell.data.label.KFold;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Logistic regression on 150 flowers, judged by cross-validation. */
public final class IrisExample {
  private static final int FOLDS = 5;

  private IrisExample() {}

  /** Arguments: the table, the seed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    double accuracy = accuracy(arguments.data("iris.csv"), arguments.number(1, 1));
    System.out.printf(Locale.ROOT, "accuracy over %d folds: %.3f%n", FOLDS, accuracy);
  }

  /** The mean over the folds, each judged by a network that was trained on the others. */
  static double accuracy(Path file, long seed) throws IOException {
    Csv table = Csv.read(file);
    // What is asked for by name comes first: it says what is missing in another table.
    Dataset flowers =
        Dataset.of("species", table.categories("species", table.values("species")))
            .with("flower", table.floats(table.header().subList(0, 4)));
    double sum = 0;
    for (Dataset.Split fold : KFold.stratified(flowers, "species", FOLDS, seed)) {
      try (IrisTraining training = new IrisTraining(TrainingOptions.defaults().withSeed(seed))) {
        training.optimizer(Optimizer.adam(0.02));
        training.fit(fold.train(), FitOptions.epochs(100).quiet());
        sum += training.evaluate(fold.test()).get("accuracy");
      }
    }
    return sum / FOLDS;
  }
}
