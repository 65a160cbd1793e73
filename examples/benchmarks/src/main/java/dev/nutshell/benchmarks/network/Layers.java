package dev.nutshell.benchmarks.network;

/**
 * The layers of the benchmark's networks in the terms of one peer, so that each network is told
 * once to all of them.
 *
 * <p>The batch is the first dimension. Images lie as the peer prefers: with the channels first. A
 * path names the layer's parameters in {@link NetworkWeights}, which also says their sizes. A peer
 * that has no such layer throws an {@link UnsupportedOperationException} that says so.
 *
 * @param <T> what stands for a tensor
 */
public interface Layers<T> {

  /** Fully connected over the last dimension, with a bias. */
  T dense(T x, String path);

  /**
   * An image in one dimension, then fully connected: the rows of the weights are in the order
   * height, width, channel, the peer's may be in another.
   *
   * @param image height, width and channels
   */
  T denseOfImage(T x, String path, ImageShape image);

  /** Rectified linear unit. */
  T relu(T x);

  /** Gaussian error linear unit, by the error function. */
  T gelu(T x);

  /** Two-dimensional convolution. */
  T conv(T x, String path, Convolution convolution);

  /** The maximum of windows of so many rows and columns, side by side. */
  T maxPool(T x, int window);

  /** The mean over height and width. */
  T globalAveragePool(T x);

  /** Batch normalization by the moving statistics. */
  T batchNorm(T x, String path, float epsilon);

  /** Layer normalization over the last dimension. */
  T layerNorm(T x, String path, float epsilon);

  /** The sum of two tensors of one shape. */
  T add(T a, T b);

  /** Multi-head attention of {@code [time, features]} to itself. */
  T attention(T x, String path, AttentionShape shape);

  /** The last output of a long short-term memory over {@code [time, features]}. */
  T lstm(T x, String path);

  /** A trained vector for each index. */
  T embedding(T indices, String path);

  /** A trained vector for each position, added. */
  T positions(T x, String path);
}
