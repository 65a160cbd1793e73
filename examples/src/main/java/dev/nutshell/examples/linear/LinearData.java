package dev.nutshell.examples.linear;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tables that the linear models are fitted to, under the names of their inputs and targets. */
final class LinearData {
  private static final Path FOLDER = Path.of("data");

  private LinearData() {}

  /** Ten measurements of 442 patients, and how far their diabetes has progressed a year later. */
  static Dataset diabetes() throws IOException {
    Csv table = Csv.read(FOLDER.resolve("diabetes.csv"));
    return Dataset.of("measurements", table.doubles(table.header().subList(0, 10)))
        .with("progression", table.doubles(List.of("progression")));
  }

  /** Ten means over the cell nuclei of 569 tumours, and whether these are malignant. */
  static Dataset tumours() throws IOException {
    Csv table = Csv.read(FOLDER.resolve("wdbc.csv"));
    return Dataset.of("nuclei", table.doubles(table.header().subList(0, 10)))
        .with("malignant", table.categories("diagnosis", List.of("benign", "malignant")));
  }

  /** Four lengths of 150 flowers, and which of three species they are. */
  static Dataset irises() throws IOException {
    Csv table = Csv.read(FOLDER.resolve("iris.csv"));
    return Dataset.of("flower", table.doubles(table.header().subList(0, 4)))
        .with("species", table.categories("species", table.values("species")));
  }
}
