package dev.nutshell.benchmarks.workload;

/**
 * The ratio to one peer that a workload must reach.
 *
 * @param peer the name of the peer; empty where nothing is demanded
 * @param ratio the peer's time divided by Nutshell's
 */
public record Bar(String peer, double ratio) {

  /** A bar beside ONNX Runtime. */
  public static Bar onnxRuntime(double ratio) {
    return new Bar("ONNX Runtime Java", ratio);
  }

  /** A bar beside PyTorch. */
  public static Bar pytorch(double ratio) {
    return new Bar("PyTorch (DJL)", ratio);
  }

  /** No bar: the row is for information. */
  public static Bar none() {
    return new Bar("", 0);
  }
}
