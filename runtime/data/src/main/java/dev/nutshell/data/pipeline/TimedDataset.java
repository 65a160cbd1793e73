package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A data set that measures how long those who read it wait for their batches. Around a whole
 * pipeline it tells whether a training waits for data, or whether more is to be read ahead.
 */
public final class TimedDataset extends ForwardingDataset {

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier clock;
  private final AtomicLong waited = new AtomicLong();

  /** From the first beginning of a pass to the end of the last read. */
  private volatile long begun;

  private volatile long ended;

  private TimedDataset(Dataset source, LongSupplier clock) {
    super(source);
    this.clock = clock;
  }

  /** The same samples; nothing was waited for yet. */
  public static TimedDataset of(Dataset data) {
    return of(data, System::nanoTime);
  }

  /** The same by another clock, which counts nanoseconds. */
  static TimedDataset of(Dataset data, LongSupplier clock) {
    return new TimedDataset(data, clock);
  }

  /**
   * Seconds that callers of all readers spent in them so far: for the first batches of passes, for
   * samples that were not there yet, and for copying those that were.
   */
  public double secondsWaited() {
    return waited.get() / NANOS_PER_SECOND;
  }

  /**
   * What part of the time these seconds are, from the beginning of the first pass to the last read;
   * 0 if nothing was read.
   */
  public double shareWaited() {
    return waited.get() == 0 ? 0 : (double) waited.get() / (ended - begun);
  }

  /** Both in words. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "waited %.2f s for data, %.2f %% of the time",
        secondsWaited(),
        100 * shareWaited());
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    return new TimedReader(source().reader(batch));
  }

  private void took(long start) {
    long end = clock.getAsLong();
    if (waited.getAndAdd(end - start) == 0) {
      begun = start;
    }
    ended = end;
  }

  /** Passes on, and takes the time. */
  private final class TimedReader implements BatchReader {

    private final BatchReader reader;

    TimedReader(BatchReader reader) {
      this.reader = reader;
    }

    @Override
    public void begin(Epoch epoch, int[] order, int from) {
      long start = clock.getAsLong();
      reader.begin(epoch, order, from);
      took(start);
    }

    @Override
    public void read(int row, int n) {
      long start = clock.getAsLong();
      reader.read(row, n);
      took(start);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
