package dev.nutshell.processor.cli;

import dev.nutshell.processor.diagram.Picture;
import dev.nutshell.processor.graph.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Draws a network. */
@Command(
    name = "graph",
    description = "Draw a network as SVG: its layers, their shapes and parameters.",
    mixinStandardHelpOptions = true)
final class GraphCommand extends ModelsCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "SVG",
      description = "The file that is written; standard output if none is given.")
  private Path output;

  @Override
  int run(SourceFile file, List<Model> models) {
    if (models.isEmpty()) {
      throw failure("there is no model in it");
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
      out().print(svg);
      return;
    }
    try {
      Files.writeString(output, svg);
    } catch (IOException e) {
      throw new CommandFailure(output + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
