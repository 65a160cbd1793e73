package dev.nutshell.benchmarks.peer;

/** One batch to train on; its inputs are real numbers or indices. */
public final class TrainingBatch {
  private final float[] reals;
  private final int[] indices;
  private final int[] targets;

  private TrainingBatch(float[] reals, int[] indices, int[] targets) {
    this.reals = reals;
    this.indices = indices;
    this.targets = targets;
  }

  /**
   * A batch of real inputs, in arrays that are kept as they are.
   *
   * @param reals the inputs, channels last
   * @param targets the true class of each sample or position
   */
  public static TrainingBatch ofReals(float[] reals, int[] targets) {
    return new TrainingBatch(reals, null, targets);
  }

  /**
   * A batch of inputs that are indices, in arrays that are kept as they are.
   *
   * @param indices the inputs
   * @param targets the true class of each sample or position
   */
  public static TrainingBatch ofIndices(int[] indices, int[] targets) {
    return new TrainingBatch(null, indices, targets);
  }

  /** Whether the inputs are indices. */
  public boolean isOfIndices() {
    return indices != null;
  }

  /** The real inputs, or null. */
  public float[] reals() {
    return reals;
  }

  /** The inputs that are indices, or null. */
  public int[] indices() {
    return indices;
  }

  /** The true class of each sample or position. */
  public int[] targets() {
    return targets;
  }
}
