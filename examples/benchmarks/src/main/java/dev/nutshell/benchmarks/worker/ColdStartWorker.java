package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.measure.AllocatedBytes;
import dev.nutshell.benchmarks.measure.LatencyHistogram;
import dev.nutshell.benchmarks.peer.Nutshell;
import dev.nutshell.benchmarks.workload.InferenceWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import dev.nutshell.inference.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The main class of a process that measures the first seconds of a network's class. Weights and
 * input come from files, because drawing them would load the class before its time.
 */
public final class ColdStartWorker {
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int FIRST_SECOND = 4;
  private static final int FIRST_FIVE_SECONDS = 20;
  private static final int STEADY = 28;
  private static final int WINDOWS = 32;

  private ColdStartWorker() {}

  /**
   * Measures and prints.
   *
   * @param args the name of the workload, the file of weights, the file of one input, and the size
   *     of an output
   */
  public static void main(String[] args) throws IOException {
    InferenceWorkload workload = (InferenceWorkload) Workloads.named(args[0]);
    float[] values = floats(Path.of(args[1]));
    float[] input = floats(Path.of(args[2]));
    float[] output = new float[Integer.parseInt(args[3])];

    long start = System.nanoTime();
    Weights weights = Weights.of(workload.spec().get(), values);
    Nutshell.Prediction prediction = workload.network().bind(weights).session(1);
    prediction.predict(1, input, 0, output);
    long firstNanos = System.nanoTime() - start;

    LatencyHistogram[] windows = new LatencyHistogram[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      windows[i] = new LatencyHistogram();
    }
    long allocatedBefore = AllocatedBytes.ofThisThread();
    record(windows, prediction, input, output);
    long allocated = AllocatedBytes.ofThisThread() - allocatedBefore;
    print(workload.title(), firstNanos, windows, allocated);
  }

  private static void record(
      LatencyHistogram[] windows, Nutshell.Prediction prediction, float[] input, float[] output) {
    long begin = System.nanoTime();
    long before = begin;
    while (true) {
      int window = (int) ((before - begin) / WINDOW_NANOS);
      if (window >= windows.length) {
        return;
      }
      prediction.predict(1, input, 0, output);
      long after = System.nanoTime();
      windows[window].record(after - before);
      before = after;
    }
  }

  private static void print(
      String title, long firstNanos, LatencyHistogram[] windows, long allocated) {
    long steady = merged(windows, STEADY, WINDOWS).percentile(0.5);
    long worst = 0;
    for (int i = FIRST_SECOND; i < FIRST_FIVE_SECONDS; i++) {
      // A call that takes longer than a window leaves windows empty.
      if (windows[i].count() > 0) {
        worst = Math.max(worst, windows[i].percentile(0.99));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-48s %9.1f %12.2f %12.2f %12.2f %8.1fx %14d%n",
        title,
        firstNanos / 1e6,
        merged(windows, 0, FIRST_SECOND).percentile(0.99) / 1e3,
        worst / 1e3,
        steady / 1e3,
        (double) worst / Math.max(1, steady),
        allocated);
  }

  private static LatencyHistogram merged(LatencyHistogram[] windows, int from, int to) {
    LatencyHistogram all = new LatencyHistogram();
    for (int i = from; i < to; i++) {
      all.add(windows[i]);
    }
    return all;
  }

  private static float[] floats(Path file) throws IOException {
    FloatBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }
}
