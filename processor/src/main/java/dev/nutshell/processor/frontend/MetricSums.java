package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.ReductionOperator;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums over the batch in the expression of a metric: they are floats that accumulate in double, and
 * count each sample by the metric's weight. Means divide such sums; {@code count} counts points
 * whatever their weights.
 */
final class MetricSums {
  static final DiagnosticKind WEIGHT_AXES =
      DiagnosticKind.error(
          "NUT4016",
          "the weights are {0}, a sum of the metric goes over {1}",
          "a weight for each sample, or for each position that the sum goes over first");

  private static final Scalar ONE = new Scalar.Constant(ElementType.DOUBLE, 1);
  private static final Scalar ZERO = new Scalar.Constant(ElementType.DOUBLE, 0);

  private final Context context;

  MetricSums(Context context) {
    this.context = context;
  }

  /**
   * A reduction over the batch.
   *
   * @param axes those of the expression, the batch among them
   * @param bound the reduction's own axes, one for each of these
   * @param body over its own axes
   */
  Scalar reduce(
      Expression.Reduction reduction,
      List<Axis> axes,
      List<Axis> bound,
      List<Scalar> guards,
      Scalar body) {
    if (reduction.operator() == ReductionOperator.COUNT) {
      return Scalars.cast(ElementType.INT, sum(bound, guards, ONE));
    }
    Scalar weight = weight(reduction, axes, bound);
    List<Scalar> conditions = new ArrayList<>(guards);
    Scalar counted = body;
    if (body instanceof Scalar.Select choice && names(choice, bound)) {
      // Where nothing is counted a sample has no part: each goes to the one element it counts for.
      conditions.add(choice.condition());
      counted = choice.then();
    }
    Scalar weighted = Scalars.multiply(Scalars.cast(ElementType.DOUBLE, counted), weight);
    Scalar sum = Scalars.cast(ElementType.REAL, sum(bound, conditions, weighted));
    if (reduction.operator() == ReductionOperator.SUM) {
      return sum;
    }
    Scalar total = sum(bound, guards, weight);
    Scalar mean = Scalars.divide(sum, Scalars.cast(ElementType.REAL, total));
    Scalar none = Scalars.equal(total, ZERO);
    return Scalars.select(none, Scalars.cast(ElementType.REAL, ZERO), mean);
  }

  /**
   * Whether something is counted only where data says which element it belongs to: {@code
   * select(class[batch] == i, …, 0)} with an axis i of the elements.
   */
  private boolean names(Scalar.Select choice, List<Axis> bound) {
    return choice.otherwise() instanceof Scalar.Constant zero
        && zero.value() == 0
        && Scalars.conjuncts(List.of(choice.condition())).stream()
            .allMatch(
                part ->
                    part instanceof Scalar.Binary equality
                        && equality.op() == BinaryOp.EQUAL
                        && equality.left().type() == ElementType.INT
                        && !Dependencies.reads(part).isEmpty()
                        && context.openAxes.stream()
                            .anyMatch(
                                axis -> !bound.contains(axis) && Scalars.mentions(part, axis)));
  }

  private static Scalar sum(List<Axis> axes, List<Scalar> guards, Scalar body) {
    return Scalars.reduce(ReduceOp.SUM, axes, guards, body);
  }

  private Scalar weight(Expression.Reduction reduction, List<Axis> axes, List<Axis> bound) {
    Optional<TensorValue> weight = context.metric.weight();
    if (weight.isEmpty()) {
      return ONE;
    }
    List<Axis> positions = axes.stream().filter(axis -> axis != Context.BATCH).toList();
    List<Extent> lengths = positions.stream().map(Axis::extent).toList();
    TensorValue given = weight.get();
    if (given.rank() > lengths.size()
        || !given.dimensions().equals(lengths.subList(0, given.rank()))) {
      List<Extent> all = axes.stream().map(Axis::extent).toList();
      throw context.error(WEIGHT_AXES, reduction.span(), Shapes.describe(given), Shapes.text(all));
    }
    Scalar element = given.at(Scalars.indices(positions.subList(0, given.rank())));
    Map<Axis, Scalar> renaming = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      renaming.put(axes.get(i), Scalars.index(bound.get(i)));
    }
    return Scalars.cast(ElementType.DOUBLE, Scalars.substitute(element, renaming));
  }
}
