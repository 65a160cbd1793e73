package dev.nutshell.benchmarks.peer;

import dev.nutshell.benchmarks.network.AttentionShape;
import dev.nutshell.benchmarks.network.Convolution;
import dev.nutshell.benchmarks.network.ImageShape;
import dev.nutshell.benchmarks.network.Layers;

/**
 * Layers of a library that builds networks as rows of layers: a tensor is the number of layers so
 * far. What such a library is not used for here is refused.
 */
public abstract class SequentialLayers implements Layers<Integer> {

  @Override
  public Integer gelu(Integer x) {
    throw missing("GELU");
  }

  @Override
  public Integer conv(Integer x, String path, Convolution convolution) {
    throw missing("convolution without padding");
  }

  @Override
  public Integer maxPool(Integer x, int window) {
    throw missing("pooling");
  }

  @Override
  public Integer denseOfImage(Integer x, String path, ImageShape image) {
    throw missing("flattening");
  }

  @Override
  public Integer globalAveragePool(Integer x) {
    throw missing("global pooling");
  }

  @Override
  public Integer batchNorm(Integer x, String path, float epsilon) {
    throw missing("batch normalization");
  }

  @Override
  public Integer layerNorm(Integer x, String path, float epsilon) {
    throw missing("layer normalization");
  }

  @Override
  public Integer add(Integer a, Integer b) {
    throw missing("addition");
  }

  @Override
  public Integer attention(Integer x, String path, AttentionShape shape) {
    throw missing("attention");
  }

  @Override
  public Integer lstm(Integer x, String path) {
    throw missing("LSTM");
  }

  @Override
  public Integer embedding(Integer indices, String path) {
    throw missing("embedding");
  }

  @Override
  public Integer positions(Integer x, String path) {
    throw missing("positions");
  }

  private static UnsupportedOperationException missing(String layer) {
    return new UnsupportedOperationException(layer);
  }
}
