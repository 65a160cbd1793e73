package dev.nutshell.training;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how a training goes on: one line an epoch.
 *
 * <p>On a terminal the line of the epoch at work is rewritten ten times a second, with the time
 * that is left of all epochs by the speed of late. Elsewhere only whole lines are printed, one an
 * epoch and one every ten seconds within a long epoch.
 */
public final class ProgressPrinter implements Callback {

  private static final String CLEAR_LINE = "\r\u001b[K";

  /** A line that is longer than the terminal is wide is cut, so that it can be rewritten. */
  private static final String CUT = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long LIVE_NANOS = 100_000_000;
  private static final long PLAIN_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean live;
  private final LongSupplier clock;

  private long start;
  private long shown;

  // Speed is measured from one of the last moments and not from the start: the first step is slow,
  // and so are others until they are compiled. When twice the time of the later moment has gone
  // by, it becomes the earlier one: that is between half of the time and three quarters of it ago.
  private long earlier;
  private long leftEarlier;
  private long later;
  private long leftLater;

  /** Samples of the epoch that were trained on before the training was resumed. */
  private int before;

  private boolean isFirst;

  private long epochStart;
  private double stepSeconds;

  /**
   * Prints to a stream.
   *
   * @param live whether it is a terminal, on which a line can be rewritten
   */
  public ProgressPrinter(PrintStream out, boolean live) {
    this(out, live, System::nanoTime);
  }

  ProgressPrinter(PrintStream out, boolean live, LongSupplier clock) {
    this.out = out;
    this.live = live;
    this.clock = clock;
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

  /** Comes after the resumption of a training that was broken off. */
  @Override
  public void onStart(FitRun run) {
    measureFrom(clock.getAsLong(), run.samplesLeft());
    epochStart = start;
    shown = start;
    before = run.samplesDone();
    isFirst = true;
  }

  private void measureFrom(long now, long left) {
    start = now;
    earlier = now;
    leftEarlier = left;
    later = now;
    leftLater = left;
  }

  @Override
  public void onEpochStart(FitRun run) {
    epochStart = clock.getAsLong();
  }

  @Override
  public void onBatchEnd(FitRun run) {
    long now = clock.getAsLong();
    if (now - shown >= (live ? LIVE_NANOS : PLAIN_NANOS)) {
      shown = now;
      show(run, now);
    }
    if (isFirst) {
      isFirst = false;
      measureFrom(now, run.samplesLeft());
    }
  }

  private void show(FitRun run, long now) {
    long left = run.samplesLeft();
    if (now - start >= 2 * (later - start)) {
      earlier = later;
      leftEarlier = leftLater;
      later = now;
      leftLater = left;
    }
    double speed = (leftEarlier - left) / seconds(now - earlier);
    String line =
        String.format(
            Locale.ROOT,
            "%s  %,d/%,d  %s  %s left  %s",
            epoch(run),
            run.samplesDone(),
            run.samplesPerEpoch(),
            rate(speed),
            duration(left / speed),
            run.soFar());
    if (live) {
      out.print(CLEAR_LINE + CUT + line + WRAP);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** The speed of an epoch is that of its steps, without validation. */
  @Override
  public void onStepsEnd(FitRun run) {
    stepSeconds = seconds(clock.getAsLong() - epochStart);
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
            + rate((run.samplesDone() - before) / stepSeconds)
            + "  "
            + duration(result.seconds()));
    shown = clock.getAsLong();
    before = 0;
  }

  private static String epoch(FitRun run) {
    return "epoch " + run.epoch() + "/" + run.epochs();
  }

  private static double seconds(long nanos) {
    return Math.max(nanos, 1) / NANOS_PER_SECOND;
  }

  private static String rate(double speed) {
    return String.format(Locale.ROOT, "%,.0f samples/s", speed);
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
