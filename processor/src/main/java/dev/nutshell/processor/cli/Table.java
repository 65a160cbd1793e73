package dev.nutshell.processor.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their widest cell. */
final class Table {
  private static final String GAP = "  ";

  private final List<Boolean> rightAligned;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param rightAligned for each column, whether its cells end at the same place
   */
  Table(List<Boolean> rightAligned) {
    this.rightAligned = List.copyOf(rightAligned);
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** A line of dashes. */
  void rule() {
    rows.add(List.of());
  }

  List<String> lines() {
    int[] widths = new int[rightAligned.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int whole = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      whole += width;
    }
    String dashes = "-".repeat(whole);
    return rows.stream().map(row -> row.isEmpty() ? dashes : line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(rightAligned.get(i) ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }
}
