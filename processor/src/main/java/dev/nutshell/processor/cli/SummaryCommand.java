package dev.nutshell.processor.cli;

import dev.nutshell.processor.graph.Model;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Shows layers, shapes, parameters and cost. */
@Command(
    name = "summary",
    description = "Show the layers of a network, their shapes, parameters and cost.",
    mixinStandardHelpOptions = true)
final class SummaryCommand extends ModelsCommand {
  @Override
  int run(SourceFile file, List<Model> models) {
    PrintWriter out = out();
    for (int i = 0; i < models.size(); i++) {
      if (i > 0) {
        out.println();
      }
      Summary.of(models.get(i)).forEach(out::println);
    }
    return ExitCode.OK;
  }
}
