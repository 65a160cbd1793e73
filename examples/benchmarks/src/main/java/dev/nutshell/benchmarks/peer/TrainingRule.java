package dev.nutshell.benchmarks.peer;

/** The optimizers of the benchmark, with PyTorch's formulas and defaults where not said here. */
public enum TrainingRule {
  /** Plain gradient descent at a rate of 0.01. */
  SGD(0.01f, 0),
  /** Adam at a rate of 0.001. */
  ADAM(0.001f, 0),
  /** AdamW at a rate of 0.001 with a decay of 0.01. */
  ADAM_W(0.001f, 0.01f);

  private final float rate;
  private final float decay;

  TrainingRule(float rate, float decay) {
    this.rate = rate;
    this.decay = decay;
  }

  /** The learning rate. */
  public float rate() {
    return rate;
  }

  /** The decoupled weight decay. */
  public float decay() {
    return decay;
  }
}
