package dev.nutshell.benchmarks;

import dev.nutshell.benchmarks.launch.CompareCommand;
import picocli.CommandLine;

/** The main class of the command {@code run}. */
public final class BenchmarksMain {

  private BenchmarksMain() {}

  /** Runs the command and exits with 0, or with 1 if anything failed. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CompareCommand()).execute(args));
  }
}
