package dev.nutshell.processor.cli;

import dev.nutshell.processor.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code nutshell}. Exit status: 0, 1 with diagnostics on standard error, or 2 for a
 * command line that makes no sense.
 */
@Command(
    name = "nutshell",
    description = "Deep learning, compiled into plain Java.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    subcommands = {
      CheckCommand.class,
      SummaryCommand.class,
      GraphCommand.class,
      CompileCommand.class,
      FormatCommand.class,
      RunCommand.class,
      GradientsCommand.class,
      LibraryCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs the command and returns its exit status; flushes both writers. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    int status =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(Main::explain)
            .execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  /** What no command foresaw: a file that cannot be read or written, or a mistake of ours. */
  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (exception instanceof CommandFailure) {
      err.println(exception.getMessage());
    } else {
      err.println("nutshell: internal error; please report it with the file and this trace");
      exception.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What {@code --version} says. */
  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"nutshell " + Version.current()};
    }
  }
}
