package dev.nutshell.processor.execution;

import dev.nutshell.inference.Precision;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import java.lang.reflect.Array;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Between tensors, which have the lengths of a call, and the arrays that generated classes take, in
 * which every axis has its bound and the samples lie one after the other.
 */
final class PortArrays {
  private final Call call;
  private final Precision precision;

  PortArrays(Call call, Precision precision) {
    this.call = call;
    this.precision = precision;
  }

  /** An array for {@code rows} samples, all zeros. */
  Object allocate(Node node, int rows) {
    return Array.newInstance(component(node.type()), Math.toIntExact(rows * node.sampleSize()));
  }

  private Class<?> component(ElementType type) {
    return switch (type) {
      case REAL -> precision == Precision.FLOAT ? float.class : double.class;
      case DOUBLE -> double.class;
      case INT -> int.class;
      case BOOL -> boolean.class;
      case BYTE -> byte.class;
    };
  }

  /** The elements of a tensor, at the places where generated code looks for them. */
  Object toArray(Node node, Tensor tensor) {
    Object array = allocate(node, call.batch());
    int[] next = {0};
    forEachPlace(node, place -> set(array, place, tensor.values()[next[0]++]));
    return array;
  }

  /** The elements that an array holds for a call. */
  double[] toValues(Node node, Object array) {
    double[] values = new double[size(node)];
    int[] next = {0};
    forEachPlace(node, place -> values[next[0]++] = get(array, place));
    return values;
  }

  private int size(Node node) {
    int size = node.isBatched() ? 1 : call.batch();
    for (Extent extent : node.shape()) {
      size *= call.length(extent);
    }
    return size;
  }

  private static void set(Object array, int place, double value) {
    if (array instanceof float[] floats) {
      floats[place] = (float) value;
    } else if (array instanceof double[] doubles) {
      doubles[place] = value;
    } else if (array instanceof int[] ints) {
      ints[place] = (int) value;
    } else if (array instanceof boolean[] booleans) {
      booleans[place] = value != 0;
    } else {
      ((byte[]) array)[place] = (byte) value;
    }
  }

  private static double get(Object array, int place) {
    if (array instanceof boolean[] booleans) {
      return booleans[place] ? 1 : 0;
    }
    return array instanceof byte[] bytes ? bytes[place] & 0xff : Array.getDouble(array, place);
  }

  /** The places of all elements of all samples, in row-major order. */
  private void forEachPlace(Node node, IntConsumer action) {
    List<Extent> shape = node.isBatched() ? node.shape().subList(1, node.rank()) : node.shape();
    int stride = Math.toIntExact(node.sampleSize());
    for (int row = 0; row < call.batch(); row++) {
      visit(shape, 0, row * stride, action);
    }
  }

  private void visit(List<Extent> shape, int axis, int base, IntConsumer action) {
    if (axis == shape.size()) {
      action.accept(base);
      return;
    }
    int stride = 1;
    for (Extent inner : shape.subList(axis + 1, shape.size())) {
      stride *= inner.bound();
    }
    for (int i = 0; i < call.length(shape.get(axis)); i++) {
      visit(shape, axis + 1, base + i * stride, action);
    }
  }
}
