package dev.nutshell.benchmarks;

import dev.nutshell.benchmarks.launch.CompareCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command of the benchmarks; without a subcommand it compares with the peers. */
@Command(name = "run", mixinStandardHelpOptions = true)
public final class BenchmarksMain extends CompareCommand {

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchmarksMain()).execute(args));
  }
}
