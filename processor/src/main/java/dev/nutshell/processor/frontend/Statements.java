package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Context.StatementName;
import dev.nutshell.processor.frontend.Value.ErrorValue;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.SharedValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Runs the statements of a body. An error ends its own statement alone: what the statement would
 * have bound is poisoned, so that one mistake gives one message, and the next statements are
 * checked as well.
 */
class Statements {
  static final DiagnosticKind CANNOT_REBIND =
      DiagnosticKind.error(
          "NUT2060", "{0} cannot be bound anew; it is declared at {1}", "choose another name");
  static final DiagnosticKind NOT_A_TUPLE =
      DiagnosticKind.error("NUT2061", "{0} names for {1}", "");
  static final DiagnosticKind BAD_COUNT =
      DiagnosticKind.error(
          "NUT2062", "repeat needs a constant count from 0 to 10000, found {0}", "");
  static final DiagnosticKind NOT_UPDATABLE =
      DiagnosticKind.error(
          "NUT2063",
          "{0} cannot be updated",
          "only a state, a carry, or a carry of the scan around can");
  static final DiagnosticKind STATE_OUTSIDE_TRAINING =
      DiagnosticKind.error(
          "NUT2064",
          "the state {0} changes only in training",
          "write: if training { update {0} = … }");
  static final DiagnosticKind ADAPTED_WITH_VALUE =
      DiagnosticKind.error(
          "NUT2085",
          "the state {0} is adapted, but has a value before",
          "declare it with: init unadapted");
  static final DiagnosticKind UPDATED_TWICE =
      DiagnosticKind.error("NUT2065", "{0} is updated twice", "");
  static final DiagnosticKind UPDATE_TYPE =
      DiagnosticKind.error("NUT3060", "{0} is {1} and cannot become {2}", "");
  static final DiagnosticKind YIELD_OUTSIDE =
      DiagnosticKind.error("NUT2066", "yield stands outside of a scan", "");
  static final DiagnosticKind REQUIREMENT = DiagnosticKind.error("NUT2067", "{0}", "");
  static final DiagnosticKind MODEL_ONLY =
      DiagnosticKind.error("NUT2068", "{0} can stand in a model only", "");
  static final DiagnosticKind RETURN_IN_MODEL =
      DiagnosticKind.error(
          "NUT2069", "return cannot stand here", "a model has outputs: output name = value");
  static final DiagnosticKind NOT_A_LAYER =
      DiagnosticKind.error(
          "NUT2070", "shared needs a layer, found {0}", "shared name = layer(arguments)");
  static final DiagnosticKind UNREACHABLE =
      DiagnosticKind.error("NUT2071", "nothing is done after return", "remove what follows");

  private final Context context;
  private final Expressions expressions;
  private final Tensors tensors;
  private final VariableStatements variables;

  Statements(Context context) {
    this.context = context;
    this.expressions = new Expressions(context, this);
    this.tensors = new Tensors(context);
    this.variables = new VariableStatements(context, expressions, tensors);
  }

  final Expressions expressions() {
    return expressions;
  }

  /** Runs a body; gives what it returns, which is an {@link ErrorValue} after an error. */
  Optional<Value> run(List<Statement> body, Environment scope) {
    for (int i = 0; i < body.size(); i++) {
      Optional<Value> result = run(body.get(i), scope);
      if (result.isPresent()) {
        if (i + 1 < body.size() && !(result.get() instanceof ErrorValue)) {
          context.report(UNREACHABLE, body.get(i + 1).span());
        }
        return result;
      }
    }
    return Optional.empty();
  }

  private Optional<Value> run(Statement statement, Environment scope) {
    try {
      return execute(statement, scope);
    } catch (Abort abort) {
      context.aborted++;
      poison(statement, scope);
      return endsBody(statement) ? Optional.of(new ErrorValue()) : Optional.empty();
    } finally {
      context.statement = StatementName.NONE;
      context.label = context.scopeLabel;
    }
  }

  /**
   * What follows a requirement of a layer that does not hold would only be reported for the same
   * reason.
   */
  private boolean endsBody(Statement failed) {
    return failed instanceof Statement.Return
        || (failed instanceof Statement.Require && !context.calls.isEmpty());
  }

  /** What a statement that failed would have bound. */
  void poison(Statement statement, Environment scope) {
    if (statement instanceof Statement.Assignment assignment) {
      for (Name target : assignment.targets()) {
        scope.rebind(target.text(), new ErrorValue(), target.span());
      }
    } else if (statement instanceof Statement.Variable variable) {
      scope.declare(variable.name().text(), new ErrorValue(), variable.name().span(), false);
    } else if (statement instanceof Statement.Shared shared) {
      scope.declare(shared.name().text(), new ErrorValue(), shared.name().span(), false);
    }
  }

  /** Executes one statement; the statements of models are somebody else's. */
  Optional<Value> execute(Statement statement, Environment scope) {
    if (statement instanceof Statement.Assignment assignment) {
      assign(assignment, scope);
    } else if (statement instanceof Statement.Variable variable) {
      variables.declare(variable, scope);
    } else if (statement instanceof Statement.Return result) {
      return Optional.of(result(result, scope));
    } else if (statement instanceof Statement.If branch) {
      boolean taken = expressions.condition(branch.condition(), scope);
      return run(taken ? branch.then() : branch.otherwise(), scope.child());
    } else if (statement instanceof Statement.Repeat repeat) {
      repeat(repeat, scope);
    } else if (statement instanceof Statement.Require require) {
      if (!expressions.condition(require.condition(), scope)) {
        throw context.errorOfCall(REQUIREMENT, require.span(), require.message());
      }
    } else if (statement instanceof Statement.Update update) {
      update(update, scope);
    } else if (statement instanceof Statement.Yield yield) {
      collect(yield, scope);
    } else if (statement instanceof Statement.Shared shared) {
      share(shared, scope);
    } else {
      throw context.error(MODEL_ONLY, statement.span(), keyword(statement));
    }
    return Optional.empty();
  }

  private static String keyword(Statement statement) {
    if (statement instanceof Statement.Port port) {
      return port.kind() == Statement.PortKind.INPUT ? "input" : "target";
    }
    if (statement instanceof Statement.Measure measure) {
      return measure.kind() == Statement.MeasureKind.LOSS ? "loss" : "metric";
    }
    return statement instanceof Statement.Output ? "output" : "entry";
  }

  private Value result(Statement.Return result, Environment scope) {
    if (context.calls.isEmpty()) {
      throw context.error(RETURN_IN_MODEL, result.span());
    }
    context.label = context.scopeLabel;
    return evaluate("", result.value(), scope);
  }

  /** Evaluates what a statement names; layers without a label go by that name. */
  final Value evaluate(String name, Expression expression, Environment scope) {
    int layers = LayerCount.of(expression, used -> isLayer(used, expression.span()));
    context.statement = new StatementName(name, layers == 1);
    return expressions.evaluate(expression, scope);
  }

  private boolean isLayer(String name, Span span) {
    return context
        .declarations
        .find(name, span)
        .filter(declaration -> declaration.kind() == Declaration.Kind.LAYER)
        .isPresent();
  }

  private void assign(Statement.Assignment assignment, Environment scope) {
    String first = assignment.targets().get(0).text();
    context.label = context.labelled(first);
    Value value = evaluate(first, assignment.value(), scope);
    if (assignment.targets().size() == 1) {
      bind(assignment.targets().get(0), value, scope);
      return;
    }
    if (!(value instanceof TupleValue tuple)
        || tuple.elements().size() != assignment.targets().size()) {
      throw context.error(
          NOT_A_TUPLE, assignment.span(), assignment.targets().size(), Shapes.describe(value));
    }
    for (int i = 0; i < tuple.elements().size(); i++) {
      bind(assignment.targets().get(i), tuple.elements().get(i), scope);
    }
  }

  /** Binds a name; a name that exists is bound anew, in the body that has it. */
  final void bind(Name target, Value value, Environment scope) {
    String name = target.text();
    String label = context.labelled(name);
    Value computed = tensors.force(value, label, target.span());
    Optional<Environment.Binding> before = scope.find(name);
    if (before.isPresent()
        && !before.get().rebindable()
        && !(before.get().value() instanceof ErrorValue)) {
      throw context.error(CANNOT_REBIND, target.span(), name, before.get().declared());
    }
    if (before.isPresent()) {
      scope.rebind(name, computed, target.span());
    } else {
      scope.declare(name, computed, target.span(), true);
    }
    if (!context.declarations.isLibrary(target.span())) {
      context.used.declare(name, target.span());
    }
    if (computed instanceof TensorValue tensor
        && tensor.node().isPresent()
        && context.steps.isEmpty()) {
      context.values.put(label, tensor.node().get());
    }
  }

  private void repeat(Statement.Repeat repeat, Environment scope) {
    Value count = expressions.evaluate(repeat.count(), scope);
    if (!(count instanceof IntValue times) || times.value() < 0 || times.value() > 10_000) {
      throw context.error(BAD_COUNT, repeat.count().span(), Shapes.describe(count));
    }
    String segment = repeat.label().map(Name::text).orElse("repeat");
    if (repeat.label().isPresent() && context.paths.isUsed(segment)) {
      throw context.error(Calls.DUPLICATE_LABEL, repeat.label().get().span(), segment);
    }
    String base = context.paths.allocate(segment);
    PathScope paths = context.paths;
    String scopeLabel = context.scopeLabel;
    try {
      for (long i = 0; i < times.value(); i++) {
        context.paths = new PathScope(base + "." + i);
        context.scopeLabel = base + "." + i;
        Environment inner = scope.child();
        if (repeat.counter().isPresent()) {
          Name counter = repeat.counter().get();
          inner.declare(counter.text(), new IntValue(i), counter.span(), false);
        }
        int errors = context.diagnostics.errorCount();
        if (run(repeat.body(), inner).isPresent()) {
          throw context.error(RETURN_IN_MODEL, repeat.span());
        }
        if (context.diagnostics.errorCount() > errors) {
          return;
        }
      }
    } finally {
      context.paths = paths;
      context.scopeLabel = scopeLabel;
    }
  }

  private void update(Statement.Update update, Environment scope) {
    String name = update.target().text();
    context.label = context.labelled(name + ".next");
    Value value = evaluate(name, update.value(), scope);
    if (context.scan != null && context.scan.carries.containsKey(name)) {
      if (context.scan.updates.put(name, value) != null) {
        throw context.error(UPDATED_TWICE, update.span(), name);
      }
      return;
    }
    Variable variable =
        scope
            .find(name)
            .map(Environment.Binding::value)
            .flatMap(
                bound -> bound instanceof TensorValue tensor ? tensor.node() : Optional.empty())
            .filter(Variable.class::isInstance)
            .map(Variable.class::cast)
            .filter(each -> each.kind() != Variable.Kind.PARAMETER)
            .orElseThrow(() -> context.error(NOT_UPDATABLE, update.target().span(), name));
    boolean state = variable.kind() == Variable.Kind.STATE;
    if (state && !context.isTraining() && !context.isAdapting()) {
      throw context.error(STATE_OUTSIDE_TRAINING, update.span(), name);
    }
    if (state && context.isAdapting() && !variable.isAdapted()) {
      throw context.error(ADAPTED_WITH_VALUE, update.span(), name);
    }
    updateVariable(update, name, variable, value);
    if (state && context.isAdapting()) {
      // What follows is adapted in turn to what this state has become.
      scope.rebind(name, Tensors.of(context.updates.get(variable)), variable.span());
    }
  }

  private void updateVariable(
      Statement.Update update, String name, Variable variable, Value value) {
    TensorValue old = Tensors.of(variable);
    TensorValue becomes =
        expressions
            .tensor(value)
            .filter(tensor -> tensor.dimensions().equals(old.dimensions()))
            .orElseThrow(() -> mismatch(update, name, old, value));
    if (becomes.type() != old.type()) {
      if (Value.constant(value).isEmpty()) {
        throw mismatch(update, name, old, value);
      }
      becomes = TensorValue.scalar(Scalars.cast(old.type(), becomes.scalar()));
    }
    var node = tensors.node(becomes, context.label, variable.isBatched(), update.span());
    if (node.isBatched() != variable.isBatched()) {
      throw context.error(
          UPDATE_TYPE,
          update.span(),
          name,
          "the same for all samples",
          "one value for each sample");
    }
    if (context.updates.put(variable, node) != null) {
      throw context.error(UPDATED_TWICE, update.span(), name);
    }
  }

  private Abort mismatch(Statement.Update update, String name, TensorValue old, Value value) {
    return context.error(
        UPDATE_TYPE, update.span(), name, Shapes.describe(old), Shapes.describe(value));
  }

  private void collect(Statement.Yield yield, Environment scope) {
    if (context.scan == null) {
      throw context.error(YIELD_OUTSIDE, yield.span());
    }
    for (Expression each : yield.values()) {
      context.label = context.scopeLabel;
      Span span = each.span();
      context.scan.yields.add(
          tensors.force(evaluate("", each, scope), context.labelled("yield"), span));
    }
  }

  private void share(Statement.Shared shared, Environment scope) {
    Expression callee =
        shared.layer() instanceof Expression.Call call ? call.callee() : shared.layer();
    List<Argument> arguments =
        shared.layer() instanceof Expression.Call call ? call.arguments() : List.of();
    Value value = expressions.evaluate(callee, scope);
    if (!(value instanceof Value.CallableValue callable)
        || callable.declaration().kind() != Declaration.Kind.LAYER) {
      throw context.error(NOT_A_LAYER, shared.layer().span(), Shapes.describe(value));
    }
    String segment = shared.name().text();
    if (context.paths.isUsed(segment)) {
      throw context.error(Calls.DUPLICATE_LABEL, shared.name().span(), segment);
    }
    String path = context.paths.allocate(segment);
    scope.declare(
        segment,
        new SharedValue(path, callable.declaration(), arguments, scope),
        shared.name().span(),
        false);
    if (!context.declarations.isLibrary(shared.span())) {
      context.used.declare(segment, shared.name().span());
    }
  }
}
