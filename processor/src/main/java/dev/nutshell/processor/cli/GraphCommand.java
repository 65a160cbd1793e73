package dev.nutshell.processor.cli;

import dev.nutshell.processor.diagram.Picture;
import dev.nutshell.processor.graph.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a network. */
@Command(
    name = "graph",
    description = "Draw a network as SVG: its layers, their shapes and parameters.",
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file of the language (.dl).")
  private Path path;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SVG",
      description = "The file that is written; standard output if none is given.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SourceFile file = SourceFile.read(path);
    List<Model> models = file.models();
    file.print(spec.commandLine().getErr());
    if (file.diagnostics().hasErrors()) {
      return ExitCode.SOFTWARE;
    }
    if (models.isEmpty()) {
      throw new CommandFailure(path + ": there is no model in it");
    }
    Picture picture = new Picture();
    for (Model model : models) {
      picture.add(model, file.text());
    }
    write(picture.svg());
    return ExitCode.OK;
  }

  private void write(String svg) {
    if (output == null) {
      spec.commandLine().getOut().print(svg);
      return;
    }
    try {
      Files.writeString(output, svg);
    } catch (IOException e) {
      throw new CommandFailure(output + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
