package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.MeasureKind;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.BoundedDimension;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.ErrorValue;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph.Measure;
import dev.nutshell.processor.graph.Graph.Output;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one entry point of a model, in one mode: ports, outputs, losses and metrics
 * besides the common ones.
 */
final class ModelStatements extends Statements {
  static final DiagnosticKind PORT_TYPE =
      DiagnosticKind.error(
          "NUT3080",
          "{0} needs a type of known or bounded size, found {1}",
          "for example float[28, 28, 1] or int[t <= 64]");
  static final DiagnosticKind SIZE =
      DiagnosticKind.error(
          "NUT3081", "a dimension of {0}: {1} is {2}; it must be from 1 to 268435456", "");
  static final DiagnosticKind BOUND_TWICE =
      DiagnosticKind.error(
          "NUT3082", "the length {0} is declared already, at {1}", "read it by its name: [{0}]");
  static final DiagnosticKind PORT_TWICE =
      DiagnosticKind.error("NUT4001", "{0} is declared already, at {1}", "");
  static final DiagnosticKind OUTPUT_TWICE =
      DiagnosticKind.error("NUT4002", "there are two outputs named {0}", "");
  static final DiagnosticKind OUTPUT_NEEDS_TARGET =
      DiagnosticKind.error(
          "NUT4003",
          "the output {0} depends on a target",
          "targets are there in training only: use it in a loss or metric");
  static final DiagnosticKind NOT_AN_OUTPUT =
      DiagnosticKind.error("NUT4004", "the output {0} must be a tensor, found {1}", "");
  static final DiagnosticKind MEASURE_TYPE =
      DiagnosticKind.error(
          "NUT4005", "a {0} gives floats, or floats and their weights, found {1}", "");
  static final DiagnosticKind WEIGHT_SHAPE =
      DiagnosticKind.error(
          "NUT4006",
          "the weights are {0}, the values {1}",
          "a weight for each value, or for each sample");
  static final DiagnosticKind NESTED_ENTRY =
      DiagnosticKind.error("NUT4007", "an entry cannot stand in an entry", "");
  static final DiagnosticKind METRIC_TWICE =
      DiagnosticKind.error(
          "NUT4008", "there are two metrics named {0}", "name one of them: metric name = …");

  private final Context context;
  private final Mode mode;
  private final Tensors tensors;
  private final Map<String, Input> ports;
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private final List<Measure> losses = new ArrayList<>();
  private final List<Measure> metrics = new ArrayList<>();

  /**
   * @param ports the ports of the entry point by name, shared by its graphs; what is declared is
   *     added
   */
  ModelStatements(Context context, Mode mode, Map<String, Input> ports) {
    super(context);
    this.context = context;
    this.mode = mode;
    this.tensors = new Tensors(context);
    this.ports = ports;
  }

  List<Output> outputs() {
    return List.copyOf(outputs.values());
  }

  List<Measure> losses() {
    return losses;
  }

  List<Measure> metrics() {
    return metrics;
  }

  @Override
  Optional<Value> execute(Statement statement, Environment scope) {
    if (!context.calls.isEmpty()) {
      return super.execute(statement, scope);
    }
    if (statement instanceof Statement.Port port) {
      port(port, scope);
    } else if (statement instanceof Statement.Output output) {
      output(output, scope);
    } else if (statement instanceof Statement.Measure measure) {
      if (mode != Mode.INFERENCE) {
        measure(measure, scope);
      }
    } else if (statement instanceof Statement.Entry) {
      throw context.error(NESTED_ENTRY, statement.span());
    } else {
      return super.execute(statement, scope);
    }
    return Optional.empty();
  }

  @Override
  void poison(Statement statement, Environment scope) {
    if (statement instanceof Statement.Port port) {
      scope.declare(port.name().text(), new ErrorValue(), port.name().span(), false);
    } else if (statement instanceof Statement.Output output && output.value().isPresent()) {
      scope.declare(output.name().text(), new ErrorValue(), output.name().span(), false);
    } else {
      super.poison(statement, scope);
    }
  }

  private void port(Statement.Port port, Environment scope) {
    String name = port.name().text();
    Optional<Environment.Binding> before = scope.find(name);
    if (before.isPresent()) {
      throw context.error(PORT_TWICE, port.name().span(), name, before.get().declared());
    }
    boolean target = port.kind() == Statement.PortKind.TARGET;
    if (!(port.type() instanceof TensorType type)) {
      throw context.error(PORT_TYPE, port.type().span(), name, Signatures.of(port.type()));
    }
    List<Extent> shape = new ArrayList<>(List.of(Extent.BATCH));
    for (TypeExpression.Dimension dimension : type.dimensions().orElse(List.of())) {
      shape.add(extent(name, type, dimension, scope));
    }
    Input input =
        ports.computeIfAbsent(
            name,
            key ->
                new Input(
                    key, Shapes.elementType(type.element()), shape, target, port.name().span()));
    Value value = target && mode == Mode.INFERENCE ? new ErrorValue() : Tensors.of(input);
    scope.declare(name, value, port.name().span(), false);
    context.used.declare(name, port.name().span());
  }

  private Extent extent(
      String name, TensorType type, TypeExpression.Dimension dimension, Environment scope) {
    if (dimension instanceof SizeDimension size) {
      Value value = expressions().evaluate(size.size(), scope);
      if (value instanceof IntValue number) {
        return Extent.of(size(name, type, dimension, number));
      }
      if (value instanceof TensorValue tensor
          && tensor.rank() == 0
          && tensor.scalar() instanceof Scalar.ExtentValue extent) {
        return extent.extent();
      }
    }
    if (dimension instanceof BoundedDimension bounded
        && expressions().evaluate(bounded.bound(), scope) instanceof IntValue bound) {
      Optional<Environment.Binding> first = scope.find(bounded.name().text());
      if (first.isPresent()) {
        throw context.error(
            BOUND_TWICE, bounded.name().span(), bounded.name(), first.get().declared());
      }
      Extent extent = new Extent.Bounded(bounded.name().text(), size(name, type, dimension, bound));
      scope.declare(
          bounded.name().text(),
          TensorValue.scalar(Scalars.extent(extent)),
          bounded.name().span(),
          false);
      return extent;
    }
    throw context.error(PORT_TYPE, dimension.span(), name, Signatures.of(type));
  }

  private int size(
      String name, TensorType type, TypeExpression.Dimension dimension, IntValue size) {
    if (!Shapes.isSize(size.value())) {
      throw context.error(SIZE, dimension.span(), name, Signatures.of(type), size.value());
    }
    return (int) size.value();
  }

  private void output(Statement.Output output, Environment scope) {
    String name = output.name().text();
    int errors = context.diagnostics.errorCount();
    Value value;
    try {
      value = outputValue(output, scope);
    } catch (Abort abort) {
      if (mode == Mode.INFERENCE && context.diagnostics.errorCount() == errors && errors == 0) {
        context.report(OUTPUT_NEEDS_TARGET, output.span(), name);
      }
      throw abort;
    }
    Node node =
        expressions()
            .tensor(value)
            .map(tensor -> tensors.node(tensor, name, true, output.span()))
            .orElseThrow(
                () -> context.error(NOT_AN_OUTPUT, output.span(), name, Shapes.describe(value)));
    if (outputs.put(name, new Output(name, node)) != null) {
      throw context.error(OUTPUT_TWICE, output.name().span(), name);
    }
  }

  private Value outputValue(Statement.Output output, Environment scope) {
    String name = output.name().text();
    if (output.value().isEmpty()) {
      return expressions()
          .evaluate(
              new dev.nutshell.grammar.tree.Expression.Reference(output.name().span(), name),
              scope);
    }
    context.label = name;
    bind(output.name(), evaluate(name, output.value().get(), scope), scope);
    context.used.add(output.name().span());
    return scope.find(name).orElseThrow().value();
  }

  private void measure(Statement.Measure measure, Environment scope) {
    String kind = measure.kind() == MeasureKind.LOSS ? "loss" : "metric";
    String name =
        measure
            .name()
            .map(Object::toString)
            .orElseGet(() -> MeasureNames.of(measure.value(), kind));
    context.label = name;
    Value value = evaluate(name, measure.value(), scope);
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
    if (measure.weight().isPresent()) {
      Value weight = expressions().evaluate(measure.weight().get(), scope);
      weights.add(floats(weight, kind, measure.weight().get().span()));
    }
    Measure sums = sums(name, values, weights, measure.span());
    List<Measure> all = measure.kind() == MeasureKind.LOSS ? losses : metrics;
    if (measure.kind() == MeasureKind.METRIC
        && all.stream().anyMatch(each -> each.name().equals(name))) {
      throw context.error(METRIC_TWICE, measure.span(), name);
    }
    all.add(sums);
  }

  /** What training minimises must have a derivative. */
  private static boolean isFloat(Value value) {
    return !(value instanceof TensorValue tensor) || tensor.type().isFloating();
  }

  private TensorValue floats(Value value, String kind, Span span) {
    TensorValue tensor =
        expressions()
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
