package dev.nutshell.processor.emit.inference;

import dev.nutshell.processor.emit.driver.Repetitions;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The layers of an entry point as a table: path, layer, output shape, parameters. Repeated blocks
 * are shown once.
 */
final class SummaryTable {
  private static final int WORTHWHILE = 2;

  private record Row(String path, String layer, String shape, long parameters) {
    /** Equal for the same row of another block: numbers inside the path are left out. */
    Object key() {
      return List.of(path.replaceAll("\\d+", "#"), layer, shape, parameters);
    }
  }

  private SummaryTable() {}

  static List<String> lines(Model.EntryPoint entry) {
    List<Row> rows = new ArrayList<>();
    Set<Variable> all = new LinkedHashSet<>();
    for (Model.LayerUse use : entry.layers()) {
      long parameters = use.variables().stream().mapToLong(Variable::sampleSize).sum();
      rows.add(new Row(use.path(), use.layer(), "[" + Shapes.axes(use.result()) + "]", parameters));
      all.addAll(use.variables());
    }
    return rows.isEmpty() ? List.of() : table(entry.name(), rows, all);
  }

  private static List<String> table(String entry, List<Row> rows, Set<Variable> all) {
    int path = width(rows.stream().map(Row::path).toList(), entry);
    int layer = width(rows.stream().map(Row::layer).toList(), "layer");
    int shape = width(rows.stream().map(Row::shape).toList(), "output");
    String format = "%-" + path + "s  %-" + layer + "s  %-" + shape + "s  %12s";
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, format, entry, "layer", "output", "variables"));
    int written = 0;
    for (Repetitions.Run run : Repetitions.find(rows, Row::key, run -> run.saved() - WORTHWHILE)) {
      rows.subList(written, run.start() + run.period())
          .forEach(row -> lines.add(line(format, row)));
      lines.add("... the last " + run.period() + " again, " + run.times() + " times in all");
      written = run.end();
    }
    rows.subList(written, rows.size()).forEach(row -> lines.add(line(format, row)));
    long total = all.stream().mapToLong(Variable::sampleSize).sum();
    lines.add(String.format(Locale.ROOT, format, "total", "", "", count(total)));
    return lines;
  }

  private static int width(List<String> cells, String title) {
    return Math.max(title.length(), cells.stream().mapToInt(String::length).max().orElse(0));
  }

  private static String line(String format, Row row) {
    return String.format(
        Locale.ROOT, format, row.path(), row.layer(), row.shape(), count(row.parameters()));
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
