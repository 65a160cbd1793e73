package dev.nutshell.examples.tabular;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;

/** Regression on a small table with missing cells and a category. */
public final class CarsExample {
  private CarsExample() {}

  /** Arguments: the table, the seed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    System.out.println(test(arguments.data("auto-mpg.csv"), arguments.number(1, 1)));
  }

  /** What the network, trained on four fifths of the table, says of the rest. */
  static Evaluation test(Path file, long seed) throws IOException {
    Csv table = Csv.read(file).missingAs(Double.NaN);
    // What is asked for by name comes first: it says what is missing in another table.
    Dataset cars =
        Dataset.of("mpg", table.floats("mpg"))
            .with("origin", table.categories("origin", table.values("origin")))
            .with("numbers", table.floats(table.header().subList(1, 7)));
    Dataset.Split split = cars.split(0.2, seed);
    try (CarsTraining training = new CarsTraining(TrainingOptions.defaults().withSeed(seed))) {
      training.optimizer(Optimizer.adam(2e-3));
      training.fit(split.train(), FitOptions.epochs(60).quiet());
      return training.evaluate(split.test());
    }
  }
}
