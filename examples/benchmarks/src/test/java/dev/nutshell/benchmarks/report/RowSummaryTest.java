package dev.nutshell.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSummaryTest {

  @Test
  void aSummaryHoldsMediansAndTheWorst() {
    RowSummary summary = RowSummary.of(List.of(row(2, 0, 1e-6), row(4, 8, 1e-7), row(3, 0, 0)));
    assertEquals(row(3, 8, 1e-6), summary.row());
    assertEquals(2, summary.lowestRatio());
    assertEquals(4, summary.highestRatio());
  }

  @Test
  void aPeerThatCannotBeHadHasNoRatio() {
    Row missing = new Row("MLP", 1, "peer", "17", null, 5, null, 0, null, "cannot be had");
    RowSummary summary = RowSummary.of(List.of(missing, missing));
    assertEquals(missing, summary.row());
    assertNull(summary.lowestRatio());
  }

  @Test
  void aNewMeasurementTakesThePlaceOfTheOld(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("results.json");
    Row other = new Row("MLP", 64, "peer", "17", null, 5, null, 0, null, "cannot be had");
    RowFile.merge(file, List.of(row(2, 0, 0), other));
    RowFile.merge(file, List.of(row(3, 0, 0)));
    assertEquals(List.of(other, row(3, 0, 0)), RowFile.read(file));
    assertTrue(Files.readString(file).contains("\"bytes_per_op\""));
  }

  private static Row row(double ratio, double bytes, double difference) {
    return new Row("MLP", 1, "peer", "17", ratio, 10, 10 * ratio, bytes, difference, null);
  }
}
