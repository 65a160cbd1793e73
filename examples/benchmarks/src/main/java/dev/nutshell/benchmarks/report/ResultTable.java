package dev.nutshell.benchmarks.report;

import dev.nutshell.benchmarks.workload.Bar;
import java.io.PrintStream;
import java.util.Locale;

/** The table that is printed: a line for each workload and peer. */
public final class ResultTable {
  private static final String FORMAT = "%-48s %5s  %-18s %12s %12s %9s %17s %8s %8s %9s%n";

  private final PrintStream out;

  /** A table that is printed line by line. */
  public ResultTable(PrintStream out) {
    this.out = out;
  }

  /** Prints the names of the columns. */
  public void header() {
    out.printf(
        Locale.ROOT,
        FORMAT,
        "workload",
        "batch",
        "peer",
        "nutshell",
        "peer's time",
        "ratio",
        "(of processes)",
        "bar",
        "B/call",
        "max diff");
  }

  /** Prints a line. */
  public void line(RowSummary summary, Bar bar) {
    Row row = summary.row();
    if (row.ratio() == null) {
      out.printf(
          Locale.ROOT,
          "%-48s %5d  %-18s %12s %s%n",
          row.workload(),
          row.batch(),
          row.peer(),
          time(row.nutshellNs()),
          row.note());
      return;
    }
    out.printf(
        Locale.ROOT,
        FORMAT,
        row.workload(),
        row.batch(),
        row.peer(),
        time(row.nutshellNs()),
        time(row.peerNs()),
        ratio(row.ratio()),
        "(" + ratio(summary.lowestRatio()) + " - " + ratio(summary.highestRatio()) + ")",
        barText(row, bar),
        String.format(Locale.ROOT, "%.0f", row.bytesPerOp()),
        String.format(Locale.ROOT, "%.1e", row.maxDiff()));
  }

  private static String barText(Row row, Bar bar) {
    if (!row.peer().equals(bar.peer())) {
      return "";
    }
    return (row.ratio() >= bar.ratio() ? "met " : "miss ") + ratio(bar.ratio());
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2fx" : "%.0fx", value);
  }

  private static String time(double nanos) {
    if (nanos < 1e3) {
      return String.format(Locale.ROOT, "%.1f ns", nanos);
    }
    if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.2f µs", nanos / 1e3);
    }
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }
}
