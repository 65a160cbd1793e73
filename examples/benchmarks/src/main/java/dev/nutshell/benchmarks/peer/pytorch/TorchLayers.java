package dev.nutshell.benchmarks.peer.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import dev.nutshell.benchmarks.network.AttentionShape;
import dev.nutshell.benchmarks.network.Convolution;
import dev.nutshell.benchmarks.network.ImageShape;
import dev.nutshell.benchmarks.network.Layers;
import dev.nutshell.benchmarks.network.Layouts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Layers as PyTorch's eager operators. */
final class TorchLayers implements Layers<NDArray> {
  private final NDManager manager;
  private final TorchWeights weights;
  private final Map<Integer, NDArray> causalMasks = new HashMap<>();

  /**
   * Layers.
   *
   * @param manager owns what is kept from call to call
   */
  TorchLayers(NDManager manager, TorchWeights weights) {
    this.manager = manager;
    this.weights = weights;
  }

  @Override
  public NDArray dense(NDArray x, String path) {
    NDArray matrix = weights.transposed(path + ".W");
    NDArray bias = weights.plain(path + ".b");
    return x.getNDArrayInternal().linear(x, matrix, bias).get(0);
  }

  @Override
  public NDArray denseOfImage(NDArray x, String path, ImageShape image) {
    String matrixPath = path + ".W";
    int rows = weights.source().shape(matrixPath).get(0);
    int units = weights.source().shape(matrixPath).get(1);
    NDArray matrix =
        weights.array(
            matrixPath,
            () ->
                Layouts.transposed(
                    weights.source().rowsChannelsFirst(matrixPath, image), rows, units),
            units,
            rows);
    NDArray flat = x.reshape(-1, rows);
    return flat.getNDArrayInternal().linear(flat, matrix, weights.plain(path + ".b")).get(0);
  }

  @Override
  public NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  @Override
  public NDArray gelu(NDArray x) {
    return x.getNDArrayInternal().gelu();
  }

  @Override
  public NDArray conv(NDArray x, String path, Convolution convolution) {
    String filtersPath = path + ".W";
    List<Integer> shape = weights.source().shape(filtersPath);
    int kernel = shape.get(0);
    NDArray filters =
        weights.array(
            filtersPath,
            () -> weights.source().filtersFirst(filtersPath),
            shape.get(3),
            shape.get(2),
            kernel,
            kernel);
    return x.getNDArrayInternal()
        .convolution(
            x,
            filters,
            convolution.bias() ? weights.plain(path + ".b") : null,
            new Shape(convolution.stride(), convolution.stride()),
            new Shape(convolution.pad(), convolution.pad()),
            new Shape(1, 1),
            convolution.groups())
        .get(0);
  }

  @Override
  public NDArray maxPool(NDArray x, int window) {
    Shape size = new Shape(window, window);
    return x.getNDArrayInternal().maxPool(size, size, new Shape(0, 0), false);
  }

  @Override
  public NDArray globalAveragePool(NDArray x) {
    return x.getNDArrayInternal().globalAvgPool();
  }

  @Override
  public NDArray batchNorm(NDArray x, String path, float epsilon) {
    return x.getNDArrayInternal()
        .batchNorm(
            x,
            weights.plain(path + ".moving_mean"),
            weights.plain(path + ".moving_variance"),
            weights.plain(path + ".gamma"),
            weights.plain(path + ".beta"),
            1,
            0.9f,
            epsilon,
            false)
        .get(0);
  }

  @Override
  public NDArray layerNorm(NDArray x, String path, float epsilon) {
    NDArray gamma = weights.plain(path + ".gamma");
    NDArray beta = weights.plain(path + ".beta");
    return x.getNDArrayInternal().layerNorm(x, gamma.getShape(), gamma, beta, epsilon).get(0);
  }

  @Override
  public NDArray add(NDArray a, NDArray b) {
    return a.add(b);
  }

  @Override
  public NDArray attention(NDArray x, String path, AttentionShape shape) {
    NDArray query = heads(dense(x, path + ".query"), shape, 0, 2, 1, 3);
    NDArray keys = heads(dense(x, path + ".key"), shape, 0, 2, 3, 1);
    NDArray values = heads(dense(x, path + ".value"), shape, 0, 2, 1, 3);
    NDArray scores = query.matMul(keys).mul(shape.scale());
    if (shape.causal()) {
      scores = scores.add(causalMasks.computeIfAbsent(shape.time(), this::causalMask));
    }
    NDArray mixed = scores.softmax(-1).matMul(values).transpose(0, 2, 1, 3);
    return dense(mixed.reshape(-1, shape.time(), shape.features()), path + ".out");
  }

  private static NDArray heads(NDArray x, AttentionShape shape, int... order) {
    return x.reshape(-1, shape.time(), shape.heads(), shape.headSize()).transpose(order);
  }

  private NDArray causalMask(int time) {
    float[] mask = new float[time * time];
    for (int query = 0; query < time; query++) {
      for (int key = query + 1; key < time; key++) {
        mask[query * time + key] = Float.NEGATIVE_INFINITY;
      }
    }
    return manager.create(mask, new Shape(time, time));
  }

  @Override
  public NDArray lstm(NDArray x, String path) {
    NDArray inputWeights = weights.transposed(path + ".W");
    NDArray recurrentWeights = weights.transposed(path + ".U");
    NDArray bias = weights.plain(path + ".b");
    int units = weights.source().shape(path + ".U").get(0);
    long[] gates = {4L * units};
    NDArray noBias = weights.array(path + ".no_bias", () -> new float[4 * units], gates);
    Shape stateShape = new Shape(1, x.getShape().get(0), units);
    NDArray hidden = x.getManager().zeros(stateShape);
    NDArray cell = x.getManager().zeros(stateShape);
    NDList parameters = new NDList(inputWeights, recurrentWeights, bias, noBias);
    NDList states = new NDList(hidden, cell);
    NDList result =
        x.getNDArrayInternal().lstm(x, states, parameters, true, 1, 0, false, false, true);
    return result.get(1).reshape(-1, units);
  }

  @Override
  public NDArray embedding(NDArray indices, String path) {
    NDArray table = weights.plain(path + ".W");
    return indices.getNDArrayInternal().embedding(indices, table, SparseFormat.DENSE).get(0);
  }

  @Override
  public NDArray positions(NDArray x, String path) {
    return x.add(weights.plain(path + ".W"));
  }
}
