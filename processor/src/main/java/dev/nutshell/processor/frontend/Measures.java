package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.MeasureKind;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Context.OpenMetric;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph.Measure;
import dev.nutshell.processor.graph.Graph.Metric;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The losses and metrics of one entry point in one mode. */
final class Measures {
  static final DiagnosticKind MEASURE_TYPE =
      DiagnosticKind.error(
          "NUT4005", "a {0} gives floats, or floats and their weights, found {1}", "");
  static final DiagnosticKind WEIGHT_SHAPE =
      DiagnosticKind.error(
          "NUT4006",
          "the weights are {0}, the values {1}",
          "a weight for each value, or for each sample");
  static final DiagnosticKind METRIC_TWICE =
      DiagnosticKind.error(
          "NUT4008", "there are two metrics named {0}", "name one of them: metric name = …");
  static final DiagnosticKind METRIC_LENGTH =
      DiagnosticKind.error(
          "NUT4014",
          "the metric {0} keeps {1}, whose length differs from batch to batch",
          "sum over that dimension, too");
  static final DiagnosticKind UNWEIGHTED_SUM =
      DiagnosticKind.error(
          "NUT4015",
          "the weights do not reach the sum over the batch {0}, which stands before the metric",
          "write the sum in the expression of the metric, or in a function that it applies");

  private final Context context;
  private final Statements statements;
  private final Tensors tensors;
  private final List<Measure> losses = new ArrayList<>();
  private final List<Metric> metrics = new ArrayList<>();

  Measures(Context context, Statements statements, Tensors tensors) {
    this.context = context;
    this.statements = statements;
    this.tensors = tensors;
  }

  List<Measure> losses() {
    return losses;
  }

  List<Metric> metrics() {
    return metrics;
  }

  /** Elaborates a loss or metric of the model. */
  void add(Statement.Measure measure, Environment scope) {
    boolean isLoss = measure.kind() == MeasureKind.LOSS;
    String kind = isLoss ? "loss" : "metric";
    String name =
        measure
            .name()
            .map(Object::toString)
            .orElseGet(() -> MeasureNames.of(measure.value(), kind));
    context.label = name;
    if (isLoss) {
      Value value = statements.evaluate(name, measure.value(), scope);
      losses.add(mean(measure, kind, name, value, weight(measure, kind, scope)));
      return;
    }
    Optional<TensorValue> weight = weight(measure, kind, scope);
    context.metric = new OpenMetric(weight);
    Metric metric;
    try {
      Value value = statements.evaluate(name, measure.value(), scope);
      metric = metric(measure, name, value, weight);
    } finally {
      context.metric = null;
    }
    if (metrics.stream().anyMatch(each -> each.name().equals(name))) {
      throw context.error(METRIC_TWICE, measure.span(), name);
    }
    metrics.add(metric);
  }

  private Optional<TensorValue> weight(Statement.Measure measure, String kind, Environment scope) {
    return measure
        .weight()
        .map(
            weight ->
                floats(statements.expressions().evaluate(weight, scope), kind, weight.span()));
  }

  /** What has samples is averaged; what has none is of all batches together. */
  private Metric metric(
      Statement.Measure measure, String name, Value value, Optional<TensorValue> weight) {
    if (!(value instanceof TupleValue)) {
      TensorValue whole = floats(value, "metric", measure.value().span());
      if (!hasSamples(whole)) {
        return ofAllBatches(measure, name, whole, weight.isPresent());
      }
    }
    Measure mean = mean(measure, "metric", name, value, weight);
    Input sum = total(name + ".sum", measure.span());
    Input count = total(name + ".weight", measure.span());
    Scalar read = Scalars.read(count, List.of());
    Scalar zero = new Scalar.Constant(ElementType.DOUBLE, 0);
    Scalar quotient = Scalars.divide(Scalars.read(sum, List.of()), read);
    Scalar body = Scalars.select(Scalars.equal(read, zero), zero, quotient);
    return new Metric(
        name,
        List.of(mean.sum(), mean.weight()),
        List.of(sum, count),
        new Compute(name, List.of(), body, measure.span()));
  }

  private static Input total(String name, Span span) {
    return new Input(name, ElementType.DOUBLE, List.of(), false, span);
  }

  private static boolean hasSamples(TensorValue value) {
    Scalar element = value.at(Scalars.indices(Tensors.axes(value.dimensions())));
    return Scalars.freeAxes(element).contains(Context.BATCH);
  }

  private Metric ofAllBatches(
      Statement.Measure measure, String name, TensorValue value, boolean weighted) {
    Node node = tensors.node(value, name, false, measure.span());
    Accumulation.Split split = Accumulation.split(name, node);
    if (weighted) {
      for (Node sum : split.batchSums()) {
        if (!context.madeForMetrics.contains(sum)) {
          throw context.error(UNWEIGHTED_SUM, measure.value().span(), sum.name());
        }
      }
    }
    List<Node> kept = new ArrayList<>(split.metric().sums());
    kept.add(split.metric().value());
    for (Node each : kept) {
      for (Extent extent : each.shape()) {
        if (!(extent instanceof Extent.Fixed)) {
          throw context.error(METRIC_LENGTH, measure.span(), name, Shapes.text(each.shape()));
        }
      }
    }
    return split.metric();
  }

  private Measure mean(
      Statement.Measure measure,
      String kind,
      String name,
      Value value,
      Optional<TensorValue> weight) {
    List<Value> parts = value instanceof TupleValue tuple ? tuple.elements() : List.of(value);
    if (parts.isEmpty() || parts.size() > 2) {
      throw context.error(MEASURE_TYPE, measure.span(), kind, Shapes.describe(value));
    }
    TensorValue values = floats(parts.get(0), kind, measure.value().span());
    if (measure.kind() == MeasureKind.LOSS && !isFloat(parts.get(0))) {
      throw context.error(
          MEASURE_TYPE, measure.value().span(), kind, Shapes.describe(parts.get(0)));
    }
    List<TensorValue> weights = new ArrayList<>();
    if (parts.size() == 2) {
      weights.add(floats(parts.get(1), kind, measure.value().span()));
    }
    weight.ifPresent(weights::add);
    return sums(name, values, weights, measure.span());
  }

  /** What training minimises must have a derivative. */
  private static boolean isFloat(Value value) {
    return !(value instanceof TensorValue tensor) || tensor.type().isFloating();
  }

  private TensorValue floats(Value value, String kind, Span span) {
    TensorValue tensor =
        statements
            .expressions()
            .tensor(value)
            .orElseThrow(() -> context.error(MEASURE_TYPE, span, kind, Shapes.describe(value)));
    List<Extent> dimensions = tensor.dimensions();
    return new TensorValue(
        ElementType.REAL,
        dimensions,
        indices -> Scalars.cast(ElementType.REAL, tensor.at(indices)),
        Optional.empty());
  }

  /** Σ value · weight and Σ weight, in double, over the batch and all positions. */
  private Measure sums(String name, TensorValue values, List<TensorValue> weights, Span span) {
    List<Axis> axes = Tensors.axes(values.dimensions());
    Scalar value =
        Tensors.of(tensors.node(values, name + ".values", true, span)).at(Scalars.indices(axes));
    Scalar weight = new Scalar.Constant(ElementType.DOUBLE, 1);
    for (TensorValue each : weights) {
      Scalar factor = weight(each, values, axes, span);
      weight = Scalars.multiply(weight, Scalars.cast(ElementType.DOUBLE, factor));
    }
    Scalar product = Scalars.multiply(Scalars.cast(ElementType.DOUBLE, value), weight);
    return new Measure(
        name,
        total(name + ".sum", product, axes, span),
        total(name + ".weight", weight, axes, span));
  }

  private Scalar weight(TensorValue weight, TensorValue values, List<Axis> axes, Span span) {
    if (weight.rank() > values.rank()
        || !weight.dimensions().equals(values.dimensions().subList(0, weight.rank()))) {
      throw context.error(WEIGHT_SHAPE, span, Shapes.describe(weight), Shapes.describe(values));
    }
    return weight.at(Scalars.indices(axes.subList(0, weight.rank())));
  }

  private Node total(String name, Scalar body, List<Axis> axes, Span span) {
    Axis batch = Context.BATCH.copy();
    List<Axis> all = new ArrayList<>(List.of(batch));
    all.addAll(axes);
    if (body instanceof Scalar.Constant constant) {
      Scalar count = IndexNotation.count(all, List.of(), ElementType.DOUBLE);
      return tensors.compute(name, List.of(), Scalars.multiply(count, constant), false, span);
    }
    Scalar renamed = Scalars.substitute(body, Map.of(Context.BATCH, Scalars.index(batch)));
    return tensors.compute(
        name, List.of(), Scalars.reduce(ReduceOp.SUM, all, List.of(), renamed), false, span);
  }
}
