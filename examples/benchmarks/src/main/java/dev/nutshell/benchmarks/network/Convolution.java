package dev.nutshell.benchmarks.network;

/**
 * What a square convolution's weights do not say.
 *
 * @param stride the distance of the windows, in both directions
 * @param pad zeros on every side
 * @param groups into which channels and filters are split
 * @param bias whether each filter has a bias
 */
public record Convolution(int stride, int pad, int groups, boolean bias) {

  /** Stride 1, no padding, with a bias. */
  public static Convolution valid() {
    return new Convolution(1, 0, 1, true);
  }
}
