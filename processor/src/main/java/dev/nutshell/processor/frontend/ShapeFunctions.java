package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The builtin functions that take or give shapes. */
final class ShapeFunctions {
  static final DiagnosticKind RESHAPE =
      DiagnosticKind.error(
          "NUT3030",
          "{0} has {1} elements and cannot become {2}",
          "a dimension of -1 takes what is left");
  static final DiagnosticKind RESHAPE_DYNAMIC =
      DiagnosticKind.error(
          "NUT3031", "{0} cannot be reshaped: the length of {1} is known at run time only", "");
  private final Context context;
  private final Tensors tensors;

  ShapeFunctions(Context context, Tensors tensors) {
    this.context = context;
    this.tensors = tensors;
  }

  /** The same numbers in another shape, of which one size may be -1. */
  Value reshape(TensorValue operand, Value shape, Span span) {
    for (Extent extent : operand.dimensions()) {
      if (!(extent instanceof Extent.Fixed)) {
        throw context.error(RESHAPE_DYNAMIC, span, Shapes.describe(operand), extent);
      }
    }
    long total = operand.dimensions().stream().mapToLong(Extent::bound).reduce(1, (a, b) -> a * b);
    List<Long> sizes = sizes("reshape", shape, span);
    long given = sizes.stream().filter(size -> size >= 0).reduce(1L, (a, b) -> a * b);
    long open = sizes.stream().filter(size -> size < 0).count();
    boolean fits = open == 0 ? given == total : open == 1 && given > 0 && total % given == 0;
    if (!fits) {
      throw context.error(RESHAPE, span, Shapes.describe(operand), total, sizes);
    }
    List<Extent> extents = new ArrayList<>();
    for (long size : sizes) {
      extents.add(Extent.of((int) (size < 0 ? total / given : size)));
    }
    Node node = tensors.node(operand, context.label, false, span);
    List<Extent> all = new ArrayList<>(extents);
    if (node.isBatched()) {
      all.add(0, Extent.BATCH);
    }
    return Tensors.of(new Reshape(context.label, node, all, span));
  }

  /** The length of a dimension, or a tuple of those of several, or of all where none is given. */
  Value size(TensorValue operand, List<Value> axes, Span span) {
    if (axes.isEmpty()) {
      return new TupleValue(
          LongStream.range(0, operand.rank())
              .mapToObj(axis -> size(operand, new IntValue(axis), span))
              .toList());
    }
    if (axes.get(0) instanceof TupleValue several) {
      return new TupleValue(
          several.elements().stream().map(axis -> size(operand, axis, span)).toList());
    }
    return size(operand, axes.get(0), span);
  }

  /** The length of a dimension, counted from the end where the axis is negative. */
  private Value size(TensorValue operand, Value axis, Span span) {
    if (!(axis instanceof IntValue number)
        || number.value() >= operand.rank()
        || number.value() < -operand.rank()) {
      throw context.error(
          Builtins.WRONG_ARGUMENT,
          span,
          "size",
          "an axis of " + Shapes.describe(operand),
          Shapes.describe(axis));
    }
    int position = (int) (number.value() < 0 ? number.value() + operand.rank() : number.value());
    Scalar extent = Scalars.extent(operand.dimensions().get(position));
    return Value.ofConstant(extent).orElseGet(() -> TensorValue.scalar(extent));
  }

  /** A tensor of one number. */
  Value full(Value shape, Value value, Span span) {
    List<Value> sizes = shape instanceof TupleValue tuple ? tuple.elements() : List.of(shape);
    List<Extent> extents = new ArrayList<>();
    for (Value size : sizes) {
      extents.add(
          extent(size)
              .orElseThrow(
                  () ->
                      context.error(
                          Builtins.WRONG_ARGUMENT,
                          span,
                          "full",
                          "positive sizes",
                          Shapes.describe(size))));
    }
    Scalar scalar =
        Value.constant(value)
            .orElseThrow(
                () ->
                    context.error(
                        Builtins.WRONG_ARGUMENT,
                        span,
                        "full",
                        "a constant",
                        Shapes.describe(value)));
    return new TensorValue(scalar.type(), extents, indices -> scalar, Optional.empty());
  }

  private static Optional<Extent> extent(Value size) {
    if (size instanceof IntValue number && number.value() > 0 && number.value() <= 1 << 28) {
      return Optional.of(Extent.of((int) number.value()));
    }
    return size instanceof TensorValue tensor
            && tensor.rank() == 0
            && tensor.scalar() instanceof Scalar.ExtentValue value
        ? Optional.of(value.extent())
        : Optional.empty();
  }

  private List<Long> sizes(String name, Value shape, Span span) {
    List<Value> parts = shape instanceof TupleValue tuple ? tuple.elements() : List.of(shape);
    List<Long> sizes = new ArrayList<>();
    for (Value part : parts) {
      if (!(part instanceof IntValue number) || number.value() > 1 << 28) {
        throw context.error(
            Builtins.WRONG_ARGUMENT,
            span,
            name,
            "a shape of ints, as (2, 3)",
            Shapes.describe(shape));
      }
      sizes.add(number.value());
    }
    return sizes;
  }
}
