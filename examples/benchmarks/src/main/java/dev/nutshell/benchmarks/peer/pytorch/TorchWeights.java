package dev.nutshell.benchmarks.peer.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.nutshell.benchmarks.network.NetworkWeights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The weights of a network as arrays of PyTorch: made when first asked for, then kept. */
final class TorchWeights {
  private final NDManager manager;
  private final NetworkWeights weights;
  private final boolean trained;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  /**
   * Weights that live as long as a manager.
   *
   * @param trained whether gradients are wanted
   */
  TorchWeights(NDManager manager, NetworkWeights weights, boolean trained) {
    this.manager = manager;
    this.weights = weights;
    this.trained = trained;
  }

  /** All arrays that were asked for so far, by path. */
  Map<String, NDArray> all() {
    return arrays;
  }

  /** Shapes and numbers in Nutshell's layout. */
  NetworkWeights source() {
    return weights;
  }

  /** A variable as it is. */
  NDArray plain(String path) {
    long[] shape = weights.shape(path).stream().mapToLong(Integer::longValue).toArray();
    return array(path, () -> weights.values(path), shape);
  }

  /** A matrix with the rows and columns exchanged. */
  NDArray transposed(String path) {
    int rows = weights.shape(path).get(0);
    int columns = weights.shape(path).get(1);
    return array(path, () -> weights.transposed(path), columns, rows);
  }

  /** An array of numbers that are computed when first asked for. */
  NDArray array(String path, Supplier<float[]> values, long... shape) {
    return arrays.computeIfAbsent(
        path,
        key -> {
          NDArray array = manager.create(values.get(), new Shape(shape));
          if (trained) {
            array.setRequiresGradient(true);
          }
          return array;
        });
  }
}
