package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.measure.LatencyHistogram;
import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Side;
import dev.nutshell.benchmarks.peer.onnxruntime.OnnxRuntimePeer;
import dev.nutshell.benchmarks.workload.InferenceWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The main class of a process that measures how long single predictions take from two threads, each
 * of which asks again as soon as it has its answer: Nutshell and ONNX Runtime in turns of half a
 * second, each with one network that the threads share.
 */
public final class LatencyWorker {
  private static final int THREADS = 2;
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private LatencyWorker() {}

  /**
   * Measures and prints.
   *
   * @param args the name of the workload, the turns of warm-up, and the turns that count
   */
  public static void main(String[] args) throws Exception {
    InferenceWorkload workload = (InferenceWorkload) Workloads.named(args[0]);
    InferenceTask task = workload.task();
    List<InferenceSide> nutshell = workload.nutshell(task, THREADS);
    List<InferenceSide> onnxRuntime = new OnnxRuntimePeer().open(task, THREADS);
    LatencyHistogram own = new LatencyHistogram();
    LatencyHistogram other = new LatencyHistogram();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    turns(pool, Integer.parseInt(args[1]), nutshell, new LatencyHistogram());
    turns(pool, Integer.parseInt(args[1]), onnxRuntime, new LatencyHistogram());
    for (int turn = 0; turn < Integer.parseInt(args[2]); turn++) {
      turns(pool, 1, nutshell, own);
      turns(pool, 1, onnxRuntime, other);
    }
    pool.shutdown();
    print(workload.title(), "Nutshell", own);
    print(workload.title(), "ONNX Runtime Java", other);
    System.exit(0);
  }

  private static void turns(
      ExecutorService pool, int count, List<InferenceSide> sides, LatencyHistogram histogram)
      throws Exception {
    for (int turn = 0; turn < count; turn++) {
      List<Callable<LatencyHistogram>> tasks = new ArrayList<>();
      for (Side side : sides) {
        tasks.add(() -> oneTurn(side));
      }
      for (Future<LatencyHistogram> part : pool.invokeAll(tasks)) {
        histogram.add(part.get());
      }
    }
  }

  private static LatencyHistogram oneTurn(Side side) {
    LatencyHistogram histogram = new LatencyHistogram();
    long begin = System.nanoTime();
    long before = begin;
    while (before - begin < TURN_NANOS) {
      side.run(1);
      long after = System.nanoTime();
      histogram.record(after - before);
      before = after;
    }
    return histogram;
  }

  private static void print(String title, String library, LatencyHistogram histogram) {
    System.out.printf(
        Locale.ROOT,
        "%-48s %-18s %10d %12.2f %12.2f %12.2f%n",
        title,
        library,
        histogram.count(),
        histogram.percentile(0.5) / 1e3,
        histogram.percentile(0.99) / 1e3,
        histogram.percentile(0.999) / 1e3);
  }
}
