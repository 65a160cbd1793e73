package dev.nutshell.processor.emit;

/** An interface that a generated class implements, as a user would write it. */
public interface TanhAnchor {
  /** Computes {@code y} of {@code x}. */
  void predict(float[] x, float[] y);
}
