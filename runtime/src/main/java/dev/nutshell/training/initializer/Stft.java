package dev.nutshell.training.initializer;

import dev.nutshell.inference.ScalarMath;
import dev.nutshell.training.storage.Storage;
import java.util.List;

/**
 * A kernel [frame, 1, bins] with which a convolution computes one side of a short-time Fourier
 * transform: at time t and frequency f {@code cos} or {@code sin} of {@code -2 pi t f / (2 (bins -
 * 1))}, times a window over the frame.
 */
final class Stft implements Filler {

  private static final List<String> SIDES = List.of("real", "imag");
  private static final List<String> WINDOWS = List.of("hann", "hamming", "blackman", "none");
  private static final List<String> SCALINGS = List.of("density", "spectrum", "none");

  private final boolean real;
  private final double[] window;
  private final int bins;

  private Stft(boolean real, double[] window, int bins) {
    this.real = real;
    this.window = window;
    this.bins = bins;
  }

  /**
   * {@code stft} with its words and its number, which is 1 if the window is one period of a longer
   * one, and 0 if it is symmetric.
   */
  static Stft of(InitializerCall call, List<Integer> shape) {
    if (shape.size() != 3 || shape.get(1) != 1 || shape.get(2) < 2) {
      throw call.error("a shape [frame, 1, bins] expected, " + shape + " found");
    }
    boolean periodic = call.arguments(0)[0] != 0;
    boolean real = call.word(0, SIDES).equals("real");
    double[] window = window(call.word(1, WINDOWS), shape.get(0), periodic);
    String scaling = call.word(2, SCALINGS);
    if (!call.word(1, WINDOWS).equals("none") && !scaling.equals("none")) {
      scale(window, scaling.equals("density"));
    }
    return new Stft(real, window, shape.get(2));
  }

  private static double[] window(String name, int length, boolean periodic) {
    // a0 - a1 cos(x) + a2 cos(2x), x once around the window.
    double[] a =
        switch (name) {
          case "hann" -> new double[] {0.5, 0.5, 0};
          case "hamming" -> new double[] {0.54, 0.46, 0};
          case "blackman" -> new double[] {0.42, 0.5, 0.08};
          default -> new double[] {1, 0, 0};
        };
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      double x = 2 * Math.PI * i / (periodic ? length : length - 1);
      window[i] = length == 1 ? 1 : a[0] - a[1] * ScalarMath.cos(x) + a[2] * ScalarMath.cos(2 * x);
    }
    return window;
  }

  /** Divides by the root of the sum of squares, or by the sum of magnitudes. */
  private static void scale(double[] window, boolean density) {
    double sum = 0;
    for (double w : window) {
      sum += density ? w * w : Math.abs(w);
    }
    double divisor = density ? Math.sqrt(sum) : sum;
    for (int i = 0; i < window.length; i++) {
      window[i] /= divisor;
    }
  }

  @Override
  public void fill(Storage variable, RandomStream stream) {
    long around = 2L * (bins - 1);
    for (int i = 0; i < variable.size(); i++) {
      int time = i / bins;
      // Within one turn, where the functions are most exact.
      double angle = -2 * Math.PI * ((long) time * (i % bins) % around) / around;
      double wave = real ? ScalarMath.cos(angle) : ScalarMath.sin(angle);
      variable.set(i, wave * window[time]);
    }
  }
}
