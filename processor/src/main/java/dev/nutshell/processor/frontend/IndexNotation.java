package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.ReductionOperator;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Interval;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Elaborates {@code [i, j] …}, {@code sum[i] …} and {@code x[i, j]}. */
final class IndexNotation {
  static final DiagnosticKind NOT_SCALAR =
      DiagnosticKind.error(
          "NUT3001",
          "index notation needs a scalar here, found {0}",
          "index every dimension of it");
  static final DiagnosticKind NOT_INDEXABLE =
      DiagnosticKind.error("NUT3002", "{0} cannot be indexed", "");
  static final DiagnosticKind INDEX_COUNT =
      DiagnosticKind.error("NUT3003", "{0} has rank {1}, but the number of indices is {2}", "");
  static final DiagnosticKind INDEX_TYPE =
      DiagnosticKind.error(
          "NUT3004", "an index must be an int, found {0}", "convert it with int(…)");
  static final DiagnosticKind OUT_OF_RANGE =
      DiagnosticKind.error(
          "NUT3005",
          "the index may leave its dimension: it reaches from {0} to {1}, the dimension of {2} is {3}",
          "limit it with clamp, guard it with select, or give the axis a bound: [i < n]");
  static final DiagnosticKind UNGUARDED_INDEX =
      DiagnosticKind.error(
          "NUT3006",
          "the index is computed from data and may leave its dimension of {0}",
          "limit it with clamp(index, 0, {0} - 1)");
  static final DiagnosticKind NO_ELLIPSIS =
      DiagnosticKind.error(
          "NUT3007", "... stands for nothing here", "name it among the axes: [..., i]");

  static final DiagnosticKind OVER_BATCH_OPERATOR =
      DiagnosticKind.error(
          "NUT3017",
          "{0} cannot be taken over the batch",
          "over the batch there are sum, mean and count; where states are adapted, min and max too");

  private static final Set<ReductionOperator> OVER_BATCH =
      EnumSet.of(ReductionOperator.SUM, ReductionOperator.MEAN, ReductionOperator.COUNT);

  private final Context context;
  private final Expressions expressions;
  private final Tensors tensors;
  private final AxisInference inference;

  IndexNotation(Context context, Expressions expressions, Tensors tensors) {
    this.context = context;
    this.expressions = expressions;
    this.tensors = tensors;
    this.inference = new AxisInference(context, expressions);
  }

  /** {@code [i, j] body}. */
  Value comprehension(Expression.Comprehension comprehension, Environment environment) {
    Environment scope = environment.child();
    List<Axis> axes =
        inference.declare(comprehension.axes(), List.of(comprehension.body()), scope, false);
    Context.OpenReduction around = context.reduction;
    context.reduction = null;
    axes.forEach(context.openAxes::addLast);
    Scalar body;
    try {
      body = scalar(comprehension.body(), scope);
    } finally {
      axes.forEach(axis -> context.openAxes.removeLast());
      context.reduction = around;
    }
    List<Extent> dimensions = axes.stream().map(Axis::extent).toList();
    TensorValue value =
        new TensorValue(
            body.type(), dimensions, indices -> place(body, axes, indices), Optional.empty());
    return tensors.force(value, context.label, comprehension.span());
  }

  private static Scalar place(Scalar body, List<Axis> axes, List<Scalar> indices) {
    Map<Axis, Scalar> values = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      values.put(axes.get(i), indices.get(i));
    }
    return Scalars.substitute(body, values);
  }

  /**
   * Whether there is a reduction over the batch. The least and the greatest have no gradient there:
   * they would have to know which sample they are of.
   */
  private boolean canJoin(ReductionOperator operator) {
    return OVER_BATCH.contains(operator)
        || (context.isAdapting()
            && (operator == ReductionOperator.MIN || operator == ReductionOperator.MAX));
  }

  /** {@code sum[i] body}. */
  Value reduction(Expression.Reduction reduction, Environment environment) {
    Environment scope = environment.child();
    List<Axis> axes = inference.declare(reduction.axes(), List.of(reduction.body()), scope, true);
    if (axes.contains(Context.BATCH) && !canJoin(reduction.operator())) {
      throw context.error(
          OVER_BATCH_OPERATOR,
          reduction.span(),
          reduction.operator().name().toLowerCase(Locale.ROOT));
    }
    if (axes.isEmpty()) {
      Scalar only = overNothing(reduction.operator(), scalar(reduction.body(), scope));
      return tensors.force(TensorValue.scalar(only), context.label, reduction.span());
    }
    Context.OpenReduction open = new Context.OpenReduction();
    Context.OpenReduction around = context.reduction;
    Ranges known = context.ranges;
    axes.forEach(context.openAxes::addLast);
    context.reduction = open;
    Scalar body;
    try {
      body = scalar(reduction.body(), scope);
    } finally {
      context.reduction = around;
      context.ranges = known;
      axes.forEach(axis -> context.openAxes.removeLast());
    }
    List<Axis> bound = new ArrayList<>();
    Map<Axis, Scalar> renaming = new LinkedHashMap<>();
    for (Axis axis : axes) {
      Axis own = axis.copy();
      bound.add(own);
      renaming.put(axis, Scalars.index(own));
    }
    List<Scalar> guards =
        open.guards.stream().map(guard -> Scalars.substitute(guard, renaming)).toList();
    Scalar inner = Scalars.substitute(body, renaming);
    boolean reported = context.metric != null && axes.contains(Context.BATCH);
    Scalar value =
        reported
            ? new MetricSums(context).reduce(reduction, axes, bound, guards, inner)
            : reduce(reduction, bound, guards, inner);
    Value result = TensorValue.scalar(value);
    return tensors.force(result, context.label, reduction.span());
  }

  private Scalar reduce(
      Expression.Reduction reduction, List<Axis> axes, List<Scalar> guards, Scalar body) {
    switch (reduction.operator()) {
      case MEAN:
        Scalar real = Scalars.cast(ElementType.REAL, body);
        return Scalars.divide(sum(axes, guards, real), count(axes, guards, ElementType.REAL));
      case COUNT:
        return count(axes, guards, ElementType.INT);
      case SUM:
        return sum(axes, guards, summand(body));
      case PROD:
        return Scalars.reduce(ReduceOp.PRODUCT, axes, guards, summand(body));
      default:
        return Scalars.reduce(
            ReduceOp.valueOf(reduction.operator().name()), axes, guards, summand(body));
    }
  }

  /** Where {@code ...} stands for no dimension, there is one point, which is not skipped. */
  private static Scalar overNothing(ReductionOperator operator, Scalar body) {
    switch (operator) {
      case MEAN:
        return Scalars.cast(ElementType.REAL, body);
      case COUNT:
        return Scalars.integer(1);
      case ARGMAX:
      case ARGMIN:
        return Scalars.integer(0);
      default:
        return summand(body);
    }
  }

  /** Sums over the batch are long, and accumulate in double, as losses do. */
  private static Scalar sum(List<Axis> axes, List<Scalar> guards, Scalar summand) {
    if (summand.type() != ElementType.REAL || axes.stream().noneMatch(Axis::isBatch)) {
      return Scalars.reduce(ReduceOp.SUM, axes, guards, summand);
    }
    Scalar wide = Scalars.cast(ElementType.DOUBLE, summand);
    return Scalars.cast(ElementType.REAL, Scalars.reduce(ReduceOp.SUM, axes, guards, wide));
  }

  /** Bools count as 0 and 1. */
  private static Scalar summand(Scalar body) {
    return body.type() == ElementType.BOOL ? Scalars.cast(ElementType.INT, body) : body;
  }

  /** How many points are not skipped; known at once where there are no guards. */
  static Scalar count(List<Axis> axes, List<Scalar> guards, ElementType type) {
    if (guards.isEmpty()) {
      Scalar count = Scalars.integer(1);
      for (Axis axis : axes) {
        count = Scalars.multiply(count, Scalars.extent(axis.extent()));
      }
      return Scalars.cast(type, count);
    }
    Scalar one = new Scalar.Constant(type, 1);
    return Scalars.reduce(ReduceOp.SUM, axes, guards, one);
  }

  private Scalar scalar(Expression body, Environment scope) {
    Value value = expressions.evaluate(body, scope);
    Optional<Scalar> constant = Value.constant(value);
    if (constant.isPresent()) {
      return constant.get();
    }
    if (value instanceof TensorValue tensor && tensor.rank() == 0) {
      return tensor.scalar();
    }
    throw expressions.isError(value)
        ? new Abort()
        : context.error(NOT_SCALAR, body.span(), Shapes.describe(value));
  }

  /**
   * {@code x[i, j]}; with fewer indices than dimensions, the first ones, and the rest stays a
   * tensor.
   */
  Value index(Expression.Index index, Environment scope) {
    Value base = expressions.evaluate(index.base(), scope);
    if (base instanceof TupleValue tuple) {
      return element(index, tuple, scope);
    }
    if (!(base instanceof TensorValue)) {
      if (Value.constant(base).isPresent()) {
        base = TensorValue.scalar(Value.constant(base).get());
      } else {
        throw expressions.isError(base)
            ? new Abort()
            : context.error(NOT_INDEXABLE, index.base().span(), Shapes.describe(base));
      }
    }
    Value computed = tensors.force(base, context.label, index.base().span());
    TensorValue tensor = (TensorValue) (computed instanceof TensorValue ? computed : base);
    List<Scalar> indices = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (IndexItem item : index.items()) {
      if (item instanceof IndexItem.EllipsisIndex) {
        List<Axis> axes =
            scope.ellipsis().orElseThrow(() -> context.error(NO_ELLIPSIS, item.span()));
        for (Axis axis : axes) {
          indices.add(Scalars.index(axis));
          spans.add(item.span());
        }
      } else {
        Expression expression = ((IndexItem.ExpressionIndex) item).expression();
        indices.add(indexScalar(expression, scope));
        spans.add(expression.span());
      }
    }
    if (indices.size() > tensor.rank()) {
      throw context.error(
          INDEX_COUNT, index.span(), Shapes.describe(tensor), tensor.rank(), indices.size());
    }
    for (int i = 0; i < indices.size(); i++) {
      check(indices.get(i), tensor.dimensions().get(i), tensor, spans.get(i));
    }
    List<Extent> rest = tensor.dimensions().subList(indices.size(), tensor.rank());
    return new TensorValue(
        tensor.type(),
        rest,
        further -> {
          List<Scalar> all = new ArrayList<>(indices);
          all.addAll(further);
          return tensor.at(all);
        },
        Optional.empty());
  }

  private Value element(Expression.Index index, TupleValue tuple, Environment scope) {
    if (index.items().size() == 1
        && index.items().get(0) instanceof IndexItem.ExpressionIndex item
        && expressions.evaluate(item.expression(), scope) instanceof Value.IntValue position) {
      if (position.value() >= 0 && position.value() < tuple.elements().size()) {
        return tuple.elements().get((int) position.value());
      }
      throw context.error(
          OUT_OF_RANGE,
          index.span(),
          position.value(),
          position.value(),
          "the tuple",
          tuple.elements().size());
    }
    throw context.error(NOT_INDEXABLE, index.base().span(), Shapes.describe(tuple));
  }

  private Scalar indexScalar(Expression expression, Environment scope) {
    Scalar scalar = scalar(expression, scope);
    if (scalar.type() != ElementType.INT) {
      throw context.error(INDEX_TYPE, expression.span(), Shapes.text(scalar.type(), List.of()));
    }
    return scalar;
  }

  /** An index must stay in its dimension; a reduction skips the points where it does not. */
  private void check(Scalar index, Extent extent, TensorValue tensor, Span span) {
    List<Scalar> conditions = Scalars.inRange(index, extent, context.ranges);
    if (conditions.isEmpty()) {
      return;
    }
    if (index instanceof Scalar.Read read && read.node() instanceof Input input) {
      context.indexBounds.merge(input, extent.bound(), Math::min);
      return;
    }
    Interval reach = context.ranges.of(index);
    if (context.reduction == null) {
      if (reach.low() <= Integer.MIN_VALUE || reach.high() >= Integer.MAX_VALUE) {
        throw context.error(UNGUARDED_INDEX, span, extent);
      }
      throw context.error(
          OUT_OF_RANGE, span, reach.low(), reach.high(), Shapes.describe(tensor), extent);
    }
    conditions.forEach(this::guard);
  }

  /**
   * Adds a guard to the innermost reduction, for where the selects around here lead to this place.
   */
  void guard(Scalar condition) {
    Context.OpenReduction open = context.reduction;
    Scalar guard = Scalars.or(Scalars.not(open.path), condition);
    open.guards.add(guard);
    if (open.path.equals(Scalars.TRUE)) {
      context.ranges = context.ranges.assume(condition);
    }
  }
}
