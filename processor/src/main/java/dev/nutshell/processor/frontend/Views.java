package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tensors with their dimensions in another order: nothing is computed, indices are passed on. Index
 * notation says the same where the number of dimensions is known.
 */
final class Views {
  private final Context context;

  Views(Context context) {
    this.context = context;
  }

  /** Dimension {@code from} becomes dimension {@code to}; the others keep their order. */
  Value moveAxis(TensorValue tensor, Value from, Value to, Span span) {
    int source = axis("move_axis", tensor, from, span);
    int destination = axis("move_axis", tensor, to, span);
    List<Integer> order = new ArrayList<>(IntStream.range(0, tensor.rank()).boxed().toList());
    if (source == destination) {
      return tensor;
    }
    order.remove(source);
    order.add(destination, source);
    return ordered(tensor, order);
  }

  /** Dimension {@code k} of the result is dimension {@code order[k]} of the tensor. */
  Value permute(TensorValue tensor, Value order, Span span) {
    List<Integer> axes = new ArrayList<>();
    if (order instanceof TupleValue tuple) {
      tuple.elements().forEach(each -> axes.add(axis("permute", tensor, each, span)));
    }
    if (axes.size() != tensor.rank() || axes.stream().distinct().count() != axes.size()) {
      throw context.error(
          Builtins.WRONG_ARGUMENT,
          span,
          "permute",
          "every axis of " + Shapes.describe(tensor) + " once",
          Shapes.describe(order));
    }
    return ordered(tensor, axes);
  }

  private int axis(String name, TensorValue tensor, Value axis, Span span) {
    if (axis instanceof IntValue number
        && number.value() >= -tensor.rank()
        && number.value() < tensor.rank()) {
      return (int) (number.value() < 0 ? number.value() + tensor.rank() : number.value());
    }
    throw context.error(
        Builtins.WRONG_ARGUMENT,
        span,
        name,
        "an axis of " + Shapes.describe(tensor),
        Shapes.describe(axis));
  }

  private static TensorValue ordered(TensorValue tensor, List<Integer> order) {
    List<Extent> dimensions = order.stream().map(tensor.dimensions()::get).toList();
    return new TensorValue(
        tensor.type(),
        dimensions,
        indices -> {
          Scalar[] own = new Scalar[indices.size()];
          for (int k = 0; k < own.length; k++) {
            own[order.get(k)] = indices.get(k);
          }
          return tensor.at(Arrays.asList(own));
        },
        Optional.empty());
  }
}
