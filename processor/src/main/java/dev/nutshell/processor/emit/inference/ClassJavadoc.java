package dev.nutshell.processor.emit.inference;

import dev.nutshell.processor.emit.kernel.Documentation;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.CompiledModel;
import java.util.List;

/** What stands above the generated classes. */
final class ClassJavadoc {
  private static final String CONTRACT =
      """
      Instances are immutable: any number of threads may share one, and a new model is one
      assignment. Arrays are flat, row-major, one sample after the other. A wrong argument is an
      {@link IllegalArgumentException} that names it and leaves everything usable.""";

  private ClassJavadoc() {}

  static String inference(CompiledModel compiled, List<Entry> entries) {
    Model model = compiled.model();
    StringBuilder text = new StringBuilder();
    String documentation =
        model.documentation().isBlank()
            ? "The network " + model.name() + "."
            : model.documentation();
    text.append(Documentation.javadoc(documentation)).append("\n\n");
    for (Entry entry : entries) {
      List<String> table = SummaryTable.lines(entry.point());
      if (!table.isEmpty()) {
        text.append(Documentation.preformatted(table)).append("\n\n");
      }
    }
    return text.append("<p>").append(CONTRACT).toString();
  }
}
