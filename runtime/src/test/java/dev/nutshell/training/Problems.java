package dev.nutshell.training;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.ScalarMath;

/** Data sets of a known linear relation. */
public final class Problems {

  public static final int IN = 3;
  public static final int OUT = 2;

  private Problems() {}

  /** Random x, and y = x W + b without noise. */
  public static Dataset linear(int samples) {
    float[] x = new float[samples * IN];
    float[] y = new float[samples * OUT];
    for (int s = 0; s < samples; s++) {
      for (int o = 0; o < OUT; o++) {
        y[s * OUT + o] = 0.25f * (o + 1);
      }
      for (int i = 0; i < IN; i++) {
        x[s * IN + i] = 2 * ScalarMath.uniform(77, 0, 0, s, i) - 1;
        for (int o = 0; o < OUT; o++) {
          y[s * OUT + o] += x[s * IN + i] * (i - o);
        }
      }
    }
    return Dataset.of("x", Column.of(IN, x)).with("y", Column.of(OUT, y));
  }
}
