package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** From the layouts of PyTorch to ours: channels last, weights {@code [..., in, out]}. */
final class Layout {
  static final UnaryOperator<Tensor> SAME = UnaryOperator.identity();

  /** {@code [out, in]} becomes {@code [in, out]}. */
  static final UnaryOperator<Tensor> TRANSPOSED = permuted(1, 0);

  /** All of it is one sample: axes of the case become dimensions of ours. */
  static final UnaryOperator<Tensor> ONE_SAMPLE = repeated(1);

  private Layout() {}

  /** Axis {@code k} of the result is axis {@code order[k]} of the operand. */
  static UnaryOperator<Tensor> permuted(int... order) {
    return tensor -> permute(tensor, order);
  }

  /** {@code [batch, channels, ...]} becomes {@code [batch, ..., channels]}. */
  static Tensor channelsLast(Tensor tensor) {
    int rank = tensor.shape().size();
    int[] order = new int[rank];
    for (int k = 1; k < rank; k++) {
      order[k] = k + 1 < rank ? k + 1 : 1;
    }
    return permute(tensor, order);
  }

  /** {@code [a, b, window...]} becomes {@code [window..., b, a]}. */
  static Tensor kernel(Tensor tensor) {
    int rank = tensor.shape().size();
    int[] order = new int[rank];
    for (int k = 0; k < rank - 2; k++) {
      order[k] = k + 2;
    }
    order[rank - 2] = 1;
    return permute(tensor, order);
  }

  /** The same elements in another shape; one size may be -1. */
  static UnaryOperator<Tensor> reshaped(Integer... sizes) {
    return tensor -> {
      List<Integer> shape = new ArrayList<>(Arrays.asList(sizes));
      int rest = shape.indexOf(-1);
      if (rest >= 0) {
        shape.set(rest, 1);
        int others = shape.stream().reduce(1, Math::multiplyExact);
        shape.set(rest, tensor.size() / others);
      }
      return new Tensor(shape, tensor.values());
    };
  }

  /** Rows {@code from} to {@code to} of the first axis. */
  static UnaryOperator<Tensor> rows(int from, int to) {
    return tensor -> {
      List<Integer> shape = new ArrayList<>(tensor.shape());
      int size = tensor.size() / shape.get(0);
      shape.set(0, to - from);
      return new Tensor(shape, Arrays.copyOfRange(tensor.values(), from * size, to * size));
    };
  }

  /** A matrix with a vector as one more row at its end. */
  static Tensor withRow(Tensor matrix, Tensor row) {
    double[] values = Arrays.copyOf(matrix.values(), matrix.size() + row.size());
    System.arraycopy(row.values(), 0, values, matrix.size(), row.size());
    return new Tensor(List.of(matrix.shape().get(0) + 1, row.size()), values);
  }

  /** The same tensor for each of some samples. */
  static UnaryOperator<Tensor> repeated(int samples) {
    return tensor -> {
      List<Integer> shape = new ArrayList<>(tensor.shape());
      shape.add(0, samples);
      double[] values = new double[samples * tensor.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.values()[i % tensor.size()];
      }
      return new Tensor(shape, values);
    };
  }

  private static Tensor permute(Tensor tensor, int... order) {
    List<Integer> shape = new ArrayList<>();
    int[] strides = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      shape.add(tensor.shape().get(order[k]));
      strides[k] = 1;
      for (int axis = order[k] + 1; axis < order.length; axis++) {
        strides[k] *= tensor.shape().get(axis);
      }
    }
    double[] values = new double[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      int from = 0;
      int rest = i;
      for (int k = order.length - 1; k >= 0; k--) {
        from += rest % shape.get(k) * strides[k];
        rest /= shape.get(k);
      }
      values[i] = tensor.values()[from];
    }
    return new Tensor(shape, values);
  }
}
