package dev.nutshell.processor.cli;

import dev.nutshell.grammar.format.Formatter;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Writes files in the one way to write them. */
@Command(
    name = "format",
    description = "Format networks in place.",
    mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of the language (.dl).")
  private List<Path> files;

  @Option(
      names = "--check",
      description = "Change nothing; fail if a file is not formatted, and name it.")
  private boolean check;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean failed = false;
    for (Path path : files) {
      failed |= !format(path);
    }
    return failed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  /** Whether the file is well-formed, and formatted now. */
  private boolean format(Path path) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      SourceFile file = SourceFile.read(path);
      if (!file.parses()) {
        file.print(err);
        return false;
      }
      String text = file.source().text();
      String formatted = Formatter.format(file.source().name(), text);
      if (formatted.equals(text)) {
        return true;
      }
      if (check) {
        err.println(path + ": not formatted");
        return false;
      }
      write(path, formatted);
      return true;
    } catch (CommandFailure failure) {
      err.println(failure.getMessage());
      return false;
    }
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new CommandFailure(path + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
