package dev.nutshell.examples.tabular;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples on tables learn what they are there to show, from the data that are shipped. */
class TabularExamplesTest {
  private static final Path DATA = Path.of("data");

  @Test
  void speciesOfIrisesAreFound() throws IOException {
    double accuracy = IrisExample.accuracy(DATA.resolve("iris.csv"), 1);
    assertTrue(accuracy > 0.93, "accuracy " + accuracy);
  }

  @Test
  void malignantTumoursAreFound() throws IOException {
    for (Evaluation fold : TumoursExample.folds(DATA.resolve("wdbc.csv"), 1)) {
      assertTrue(fold.get("auc") > 0.95, fold.toString());
    }
  }

  @Test
  void carsGoAsFarAsEstimated() throws IOException {
    Evaluation test = CarsExample.test(DATA.resolve("auto-mpg.csv"), 1);
    assertTrue(test.get("root_mean_squared_error") < 3.2, test.toString());
  }

  @Test
  void pricesAreEstimatedFromATableWithMissingCells() throws IOException {
    double error = HousingExample.error(DATA.resolve("california-housing-sample.csv"), 1, 60);
    // The deviation of the prices is 115,000 dollars.
    assertTrue(error < 70_000, error + " dollars");
  }
}
