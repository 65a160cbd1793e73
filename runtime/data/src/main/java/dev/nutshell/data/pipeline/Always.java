package dev.nutshell.data.pipeline;

import dev.nutshell.data.augment.Augmentation;
import dev.nutshell.data.augment.Draw;

/** A transform as an augmentation that draws nothing and is there in evaluations too. */
record Always(Transform transform) implements Augmentation {

  @Override
  public int width(int width) {
    return transform.width(width);
  }

  @Override
  public void apply(float[] from, float[] to, Draw draw) {
    transform.apply(from, to);
  }

  @Override
  public void evaluate(float[] from, float[] to) {
    transform.apply(from, to);
  }
}
