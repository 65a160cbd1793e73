package dev.nutshell.processor.cli;

import dev.nutshell.processor.graph.Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows layers, shapes, parameters and cost. */
@Command(
    name = "summary",
    description = "Show the layers of a network, their shapes, parameters and cost.",
    mixinStandardHelpOptions = true)
final class SummaryCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file of the language (.dl).")
  private Path path;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SourceFile file = SourceFile.read(path);
    List<Model> models = file.models();
    file.print(spec.commandLine().getErr());
    if (file.diagnostics().hasErrors()) {
      return ExitCode.SOFTWARE;
    }
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < models.size(); i++) {
      if (i > 0) {
        out.println();
      }
      Summary.of(models.get(i)).forEach(out::println);
    }
    return ExitCode.OK;
  }
}
