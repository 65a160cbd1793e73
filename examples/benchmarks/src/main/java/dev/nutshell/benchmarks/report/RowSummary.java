package dev.nutshell.benchmarks.report;

import dev.nutshell.benchmarks.measure.Statistics;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The rows of one measurement from several processes as one: medians of the times and ratios, the
 * worst of the differences and allocations.
 *
 * @param row the summary
 * @param lowestRatio of one process, or null
 * @param highestRatio of one process, or null
 */
public record RowSummary(Row row, Double lowestRatio, Double highestRatio) {

  /**
   * The summary of rows of the same workload, batch, peer and JDK.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RowSummary of(List<Row> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no rows");
    }
    Row first = rows.get(0);
    Row row =
        new Row(
            first.workload(),
            first.batch(),
            first.peer(),
            first.jdk(),
            median(rows, Row::ratio),
            median(rows, Row::nutshellNs),
            median(rows, Row::peerNs),
            Objects.requireNonNull(largest(rows, Row::bytesPerOp)),
            largest(rows, Row::maxDiff),
            rows.stream().map(Row::note).filter(Objects::nonNull).findFirst().orElse(null));
    Double lowest = present(rows, Row::ratio).stream().min(Comparator.naturalOrder()).orElse(null);
    return new RowSummary(row, lowest, largest(rows, Row::ratio));
  }

  private static Double median(List<Row> rows, Function<Row, Double> number) {
    double[] numbers = present(rows, number).stream().mapToDouble(Double::doubleValue).toArray();
    return numbers.length == 0 ? null : Statistics.median(numbers);
  }

  private static Double largest(List<Row> rows, Function<Row, Double> number) {
    return present(rows, number).stream().max(Comparator.naturalOrder()).orElse(null);
  }

  private static List<Double> present(List<Row> rows, Function<Row, Double> number) {
    return rows.stream().map(number).filter(Objects::nonNull).toList();
  }
}
