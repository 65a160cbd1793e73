package dev.nutshell.processor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files and writes nothing. */
@Command(
    name = "check",
    description = "Report what is wrong with networks.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of the language (.dl).")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean failed = false;
    for (Path path : files) {
      failed |= !check(path);
    }
    return failed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private boolean check(Path path) {
    try {
      SourceFile file = SourceFile.read(path);
      boolean empty = file.models().isEmpty();
      file.print(spec.commandLine().getErr());
      if (empty && !file.diagnostics().hasErrors()) {
        // No failure: a file of layers alone is there to be imported.
        spec.commandLine().getErr().println(path + ": no model");
      }
      return !file.diagnostics().hasErrors();
    } catch (CommandFailure failure) {
      spec.commandLine().getErr().println(failure.getMessage());
      return false;
    }
  }
}
