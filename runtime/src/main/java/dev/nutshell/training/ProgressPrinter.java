package dev.nutshell.training;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how a training goes on: one line an epoch.
 *
 * <p>On a terminal the line of the epoch at work is rewritten ten times a second, with the time
 * that is left of all epochs. Elsewhere only whole lines are printed, one an epoch and one every
 * ten seconds within a long epoch.
 */
public final class ProgressPrinter implements Callback {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final double LIVE_SECONDS = 0.1;
  private static final double PLAIN_SECONDS = 10;

  private final PrintStream out;
  private final boolean live;
  private double lastShown;

  /**
   * Prints to a stream.
   *
   * @param live whether it is a terminal, on which a line can be rewritten
   */
  public ProgressPrinter(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Prints to standard error, as a terminal if the program has one. */
  public static ProgressPrinter console() {
    return new ProgressPrinter(System.err, onTerminal());
  }

  @SuppressWarnings("SystemConsoleNull") // Asks both ways: which one counts depends on the JDK.
  private static boolean onTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      // Before JDK 22 there is no such method, and a console only on a terminal.
      return true;
    }
  }

  @Override
  public void onBatchEnd(FitRun run) {
    double seconds = run.epochSeconds();
    if (run.samplesDone() == 0 || seconds < lastShown) {
      lastShown = 0;
    }
    if (seconds - lastShown < (live ? LIVE_SECONDS : PLAIN_SECONDS)) {
      return;
    }
    lastShown = seconds;
    String line =
        String.format(
            Locale.ROOT,
            "%s  %d/%d  %s  %s  %s left",
            epoch(run),
            run.samplesDone(),
            run.samplesPerEpoch(),
            run.soFar(),
            rate(run.samplesDone(), seconds),
            duration(secondsLeft(run, seconds)));
    if (live) {
      out.print(CLEAR_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    String validation =
        result.validation().map(evaluation -> "  validation: " + evaluation).orElse("");
    out.println(
        (live ? CLEAR_LINE : "")
            + epoch(run)
            + "  "
            + result.training()
            + validation
            + "  "
            + rate(run.samplesPerEpoch(), result.seconds())
            + "  "
            + duration(result.seconds()));
    lastShown = 0;
  }

  private static String epoch(FitRun run) {
    return "epoch " + run.epoch() + "/" + run.epochs();
  }

  private static double secondsLeft(FitRun run, double seconds) {
    double epochsDone = (double) run.samplesDone() / run.samplesPerEpoch();
    double epochsLeft = run.epochs() - run.epoch() + 1 - epochsDone;
    return seconds / epochsDone * epochsLeft;
  }

  private static String rate(int samples, double seconds) {
    return String.format(Locale.ROOT, "%,.0f samples/s", samples / Math.max(seconds, 1e-9));
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 1) {
      return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
    }
    if (whole < 60) {
      return whole + " s";
    }
    long minutes = whole / 60;
    return minutes < 60
        ? minutes + " min " + whole % 60 + " s"
        : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
