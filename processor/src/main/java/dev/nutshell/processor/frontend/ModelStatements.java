package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.BoundedDimension;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.ErrorValue;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph.Output;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
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
  static final DiagnosticKind NESTED_ENTRY =
      DiagnosticKind.error("NUT4007", "an entry cannot stand in an entry", "");

  private final Context context;
  private final Mode mode;
  private final Tensors tensors;
  private final Map<String, Input> ports;
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private final Measures measures;

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
    this.measures = new Measures(context, this, tensors);
  }

  List<Output> outputs() {
    return List.copyOf(outputs.values());
  }

  Measures measures() {
    return measures;
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
        measures.add(measure, scope);
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
}
