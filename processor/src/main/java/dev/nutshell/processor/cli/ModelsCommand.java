package dev.nutshell.processor.cli;

import dev.nutshell.processor.graph.Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that does something with the models of one file, if nothing is wrong with them. */
abstract class ModelsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file of the language (.dl).")
  private Path path;

  @Spec private CommandSpec spec;

  @Override
  public final Integer call() {
    SourceFile file = SourceFile.read(path);
    List<Model> models = file.models();
    file.print(spec.commandLine().getErr());
    return file.diagnostics().hasErrors() ? ExitCode.SOFTWARE : run(file, models);
  }

  /**
   * The work of the command.
   *
   * @param models all of the file, without errors
   * @return the exit code
   */
  abstract int run(SourceFile file, List<Model> models);

  /** Where results go. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** A failure that the file is the reason of. */
  final CommandFailure failure(String reason) {
    return new CommandFailure(path + ": " + reason);
  }
}
