package dev.nutshell.examples.tabular;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.schedule.Schedules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Regression on a table with missing cells and a category, as it comes: the network prepares it.
 */
public final class HousingExample {
  private static final int BATCH = 64;

  private HousingExample() {}

  /** Arguments: the table, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path table = arguments.data("california-housing-sample.csv");
    double error = error(table, arguments.number(1, 1), arguments.number(2, 60));
    System.out.printf(Locale.ROOT, "root mean squared error: %.0f dollars%n", error);
  }

  /** The root mean squared error on a fifth of the table, after training on the rest. */
  static double error(Path file, long seed, int epochs) throws IOException {
    Csv table = Csv.read(file).missingAs(Double.NaN);
    // What is asked for by name comes first: it says what is missing in another table.
    Dataset blocks =
        Dataset.of("price", table.floats("median_house_value"))
            .with("proximity", table.categories("ocean_proximity", table.values("ocean_proximity")))
            .with("numbers", table.floats(table.header().subList(0, 8)));
    Dataset.Split split = blocks.split(0.2, seed);
    int steps = epochs * (split.train().size() / BATCH + 1);
    try (HousingTraining training = new HousingTraining(new TrainingOptions(BATCH, 2, seed))) {
      training.optimizer(Optimizer.adam(2e-3).schedule(Schedules.cosine(2e-3, steps)));
      training.fit(split.train(), FitOptions.epochs(epochs));
      return training.evaluate(split.test()).get("root_mean_squared_error");
    }
  }
}
