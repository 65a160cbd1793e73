package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.VariableKind;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.Element;
import dev.nutshell.grammar.tree.TypeExpression.EllipsisDimension;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.AbsentValue;
import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.graph.Variable.Initializer;
import dev.nutshell.processor.graph.Variable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares parameters, states and carries. */
final class VariableStatements {
  static final DiagnosticKind IN_FUNCTION =
      DiagnosticKind.error("NUT2080", "the function {0} cannot own {1}", "make it a layer");
  static final DiagnosticKind VARIABLE_TYPE =
      DiagnosticKind.error("NUT3070", "{0} needs a type of fixed size, found {1}", "");
  static final DiagnosticKind PARAMETER_TYPE =
      DiagnosticKind.error(
          "NUT3071",
          "the parameter {0} must be float, found {1}",
          "what is not trained is a state");
  static final DiagnosticKind OTHER_SHAPE =
      DiagnosticKind.error(
          "NUT3072",
          "{0} is {1} here, but was {2} where it was applied first",
          "applications of a shared layer need inputs of one shape");
  static final DiagnosticKind NOT_AN_INITIALIZER =
      DiagnosticKind.error(
          "NUT2081",
          "init needs an initializer, found {0}",
          "for a number write: init constant(0.5)");
  static final DiagnosticKind UNFIT_INITIALIZER =
      DiagnosticKind.error("NUT3090", "{0}", "choose an initializer for any shape");
  static final DiagnosticKind ONLY_PARAMETERS =
      DiagnosticKind.error("NUT2082", "only a parameter can have a {0}", "");
  static final DiagnosticKind PENALTY =
      DiagnosticKind.error("NUT3073", "a regularizer must give one float, found {0}", "");
  static final DiagnosticKind CONSTRAINT =
      DiagnosticKind.error("NUT3074", "a constraint must give {0} as it gets it, found {1}", "");
  static final DiagnosticKind TAKEN =
      DiagnosticKind.error("NUT2083", "{0} is declared already, at {1}", "");
  static final DiagnosticKind IN_SCAN =
      DiagnosticKind.error(
          "NUT2084",
          "a {0} cannot be declared in a scan",
          "carry values of the scan itself, or declare it before");

  /** What a regularizer gives that adds nothing. */
  private static final Value NO_PENALTY = new Value.FloatValue(0);

  private final Context context;
  private final Expressions expressions;
  private final Tensors tensors;

  VariableStatements(Context context, Expressions expressions, Tensors tensors) {
    this.context = context;
    this.expressions = expressions;
    this.tensors = tensors;
  }

  void declare(Statement.Variable statement, Environment scope) {
    String name = statement.name().text();
    checkPlace(statement, scope);
    if (statement.condition().isPresent()
        && !expressions.condition(statement.condition().get(), scope)) {
      scope.declare(name, new AbsentValue(name), statement.name().span(), false);
      return;
    }
    TensorType type = type(statement);
    List<Extent> shape = shape(name, type, scope);
    if (statement.kind() == VariableKind.CARRY) {
      shape.add(0, Extent.BATCH);
    }
    String path = context.paths.path(name);
    Variable variable =
        context
            .variables
            .get(
                kind(statement.kind()),
                path,
                Shapes.elementType(type.element()),
                shape,
                initializer(statement, shape, scope),
                statement.name().span())
            .orElseThrow(() -> otherShape(path, type, shape, statement.span()));
    // A state of a shared layer may have been adapted where the layer was applied before.
    Node value = context.isAdapting() ? context.updates.getOrDefault(variable, variable) : variable;
    scope.declare(name, Tensors.of(value), statement.name().span(), false);
    if (!context.declarations.isLibrary(statement.span())) {
      context.used.declare(name, statement.name().span());
    }
    int layers = context.layers.size();
    regularize(statement, variable, scope);
    constrain(statement, variable, scope);
    context.layers.subList(layers, context.layers.size()).clear();
  }

  private void checkPlace(Statement.Variable statement, Environment scope) {
    String name = statement.name().text();
    String what = "a " + kind(statement.kind()).name().toLowerCase(java.util.Locale.ROOT);
    if (!context.calls.isEmpty()
        && context.calls.peek().declaration().kind() == Declaration.Kind.FUNCTION) {
      throw context.error(
          IN_FUNCTION, statement.span(), context.calls.peek().declaration().name(), what);
    }
    if (!context.steps.isEmpty() && statement.kind() == VariableKind.CARRY) {
      throw context.error(IN_SCAN, statement.span(), "carry");
    }
    Optional<Environment.Binding> before = scope.find(name);
    if (before.isPresent()) {
      throw context.error(TAKEN, statement.name().span(), name, before.get().declared());
    }
    boolean parameter = statement.kind() == VariableKind.PARAM;
    if (!parameter && statement.regularizer().isPresent()) {
      throw context.error(ONLY_PARAMETERS, statement.span(), "regularizer");
    }
    if (!parameter && statement.constraint().isPresent()) {
      throw context.error(ONLY_PARAMETERS, statement.span(), "constraint");
    }
  }

  private Abort otherShape(String path, TensorType type, List<Extent> shape, Span span) {
    Variable first = context.variables.at(path);
    return context.error(
        OTHER_SHAPE,
        span,
        path,
        Shapes.text(Shapes.elementType(type.element()), shape),
        Shapes.text(first.type(), first.shape()));
  }

  private TensorType type(Statement.Variable statement) {
    String name = statement.name().text();
    if (!(statement.type() instanceof TensorType type) || type.element() == Element.BYTE) {
      throw context.error(
          VARIABLE_TYPE, statement.type().span(), name, Signatures.of(statement.type()));
    }
    if (statement.kind() == VariableKind.PARAM && type.element() != Element.FLOAT) {
      throw context.error(PARAMETER_TYPE, type.span(), name, Signatures.of(type));
    }
    return type;
  }

  private List<Extent> shape(String name, TensorType type, Environment scope) {
    List<Extent> shape = new ArrayList<>();
    for (TypeExpression.Dimension dimension : type.dimensions().orElse(List.of())) {
      if (dimension instanceof EllipsisDimension) {
        shape.addAll(leading(name, type, dimension.span(), scope));
        continue;
      }
      Value size =
          dimension instanceof SizeDimension sized
              ? expressions.evaluate(sized.size(), scope)
              : new Value.ErrorValue();
      List<Value> sizes = size instanceof TupleValue tuple ? tuple.elements() : List.of(size);
      for (Value each : sizes) {
        shape.add(size(name, type, each, dimension.span()));
      }
    }
    return shape;
  }

  private Extent size(String name, TensorType type, Value size, Span span) {
    if (!(size instanceof IntValue number)) {
      throw context.error(VARIABLE_TYPE, span, name, Signatures.of(type));
    }
    if (!Shapes.isSize(number.value())) {
      throw context.error(ModelStatements.SIZE, span, name, Signatures.of(type), number.value());
    }
    return Extent.of((int) number.value());
  }

  /** What {@code ...} stands for in the arguments of the layer. */
  private List<Extent> leading(String name, TensorType type, Span span, Environment scope) {
    return scope
        .leading()
        .filter(extents -> extents.stream().allMatch(Extent.Fixed.class::isInstance))
        .orElseThrow(() -> context.error(VARIABLE_TYPE, span, name, Signatures.of(type)));
  }

  private static Kind kind(VariableKind kind) {
    switch (kind) {
      case PARAM:
        return Kind.PARAMETER;
      case STATE:
        return Kind.STATE;
      default:
        return Kind.CARRY;
    }
  }

  /** Without an initializer: as Keras, Glorot's uniform for what is trained, zeros for the rest. */
  private Initializer initializer(
      Statement.Variable statement, List<Extent> shape, Environment scope) {
    if (statement.initializer().isEmpty()) {
      String name = statement.kind() == VariableKind.PARAM ? "glorot_uniform" : "zeros";
      return new Initializer(name, List.of());
    }
    Expression expression = statement.initializer().get();
    Value value = expressions.evaluate(expression, scope);
    if (value instanceof InitializerValue initializer) {
      Optional<String> problem = Initializers.problem(initializer.initializer(), shape);
      if (problem.isPresent()) {
        throw context.error(UNFIT_INITIALIZER, expression.span(), problem.get());
      }
      return initializer.initializer();
    }
    throw context.error(NOT_AN_INITIALIZER, expression.span(), Shapes.describe(value));
  }

  private void regularize(Statement.Variable statement, Variable variable, Environment scope) {
    if (statement.regularizer().isEmpty() || context.penalties.containsKey(variable)) {
      return;
    }
    Expression rule = statement.regularizer().get();
    context.label = variable.path() + ".regularizer";
    Value value = expressions.calls().applyTo(Tensors.of(variable), rule, Optional.empty(), scope);
    if (value.equals(NO_PENALTY)) {
      return;
    }
    if (!(value instanceof TensorValue penalty)
        || penalty.rank() != 0
        || penalty.type() != ElementType.REAL) {
      throw context.error(PENALTY, rule.span(), Shapes.describe(value));
    }
    context.penalties.put(variable, tensors.node(penalty, context.label, false, rule.span()));
  }

  private void constrain(Statement.Variable statement, Variable variable, Environment scope) {
    if (statement.constraint().isEmpty() || context.variables.isConstrained(variable)) {
      return;
    }
    Expression rule = statement.constraint().get();
    TensorValue before = Tensors.of(variable);
    context.label = variable.path() + ".constraint";
    Value value = expressions.calls().applyTo(before, rule, Optional.empty(), scope);
    if (!(value instanceof TensorValue after)
        || after.type() != before.type()
        || !after.dimensions().equals(before.dimensions())) {
      throw context.error(CONSTRAINT, rule.span(), Shapes.describe(before), Shapes.describe(value));
    }
    Node node = tensors.node(after, context.label, false, rule.span());
    if (!node.equals(variable)) {
      context.variables.constrain(variable, node);
    }
  }
}
