package dev.nutshell.examples.digits;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The optical digits: a table with a column for each pixel, row by row, and the digit as the last
 * column.
 */
final class DigitsData {
  /** Pixels of an image. */
  static final int PIXELS = 64;

  /** The input of the network. */
  static final String IMAGE = "image";

  /** The target of the network, and the column of the table. */
  static final String DIGIT = "digit";

  private DigitsData() {}

  /** Reads all samples, under the names of the network's input and target. */
  static Dataset read(Path file) throws IOException {
    Csv table = Csv.read(file);
    return Dataset.of(IMAGE, table.floats(table.header().subList(0, PIXELS)))
        .with(DIGIT, table.ints(DIGIT));
  }
}
