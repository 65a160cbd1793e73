package dev.nutshell.benchmarks.network;

/**
 * The sizes of an attention layer.
 *
 * @param time positions
 * @param features numbers at each position
 * @param heads into which the features are split
 * @param causal whether a position sees only itself and those before it
 */
public record AttentionShape(int time, int features, int heads, boolean causal) {

  /** Features of one head. */
  public int headSize() {
    return features / heads;
  }

  /** The factor of the scores. */
  public float scale() {
    return (float) (1 / Math.sqrt(headSize()));
  }
}
