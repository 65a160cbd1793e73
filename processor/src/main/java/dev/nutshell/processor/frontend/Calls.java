package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Declaration.Kind;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Context.Frame;
import dev.nutshell.processor.frontend.Context.StatementName;
import dev.nutshell.processor.frontend.Formals.Given;
import dev.nutshell.processor.frontend.Formals.Piped;
import dev.nutshell.processor.frontend.Value.BuiltinValue;
import dev.nutshell.processor.frontend.Value.CallableValue;
import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.frontend.Value.PreparedValue;
import dev.nutshell.processor.frontend.Value.SharedValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies layers and functions: their bodies are elaborated for the arguments at hand. */
final class Calls {
  static final DiagnosticKind NOT_CALLABLE =
      DiagnosticKind.error(
          "NUT2050", "{0} cannot be applied", "a stage of a pipe is a layer or function");
  static final DiagnosticKind MODEL_CALL =
      DiagnosticKind.error("NUT2051", "the model {0} cannot be applied", "make it a layer");
  static final DiagnosticKind RECURSION =
      DiagnosticKind.error("NUT2052", "{0} applies itself: {1}", "write a repeat or a scan");
  static final DiagnosticKind NO_RESULT =
      DiagnosticKind.error("NUT2053", "{0} returns nothing", "end its body with: return value");
  static final DiagnosticKind DUPLICATE_LABEL =
      DiagnosticKind.error(
          "NUT2054",
          "the label {0} is used twice here",
          "labels are paths of parameters: choose another");
  static final DiagnosticKind LAYER_IN_INDEX_NOTATION =
      DiagnosticKind.error(
          "NUT2056",
          "the layer {0} cannot be applied inside of index notation",
          "apply it before, to the whole tensor");

  private final Context context;
  private final Expressions expressions;
  private final Builtins builtins;
  private final InitializerCalls initializers;
  private final Formals formals;
  private final Tensors tensors;
  private final Statements statements;

  Calls(
      Context context,
      Expressions expressions,
      Operators operators,
      Tensors tensors,
      Statements statements) {
    this.context = context;
    this.expressions = expressions;
    this.builtins = new Builtins(context, expressions, operators, tensors);
    this.initializers = new InitializerCalls(context, expressions);
    this.formals = new Formals(context, expressions, tensors);
    this.tensors = tensors;
    this.statements = statements;
  }

  /** {@code f(x)}. */
  Value call(Expression.Call call, Environment scope) {
    return apply(
        call.callee(), Optional.empty(), call.arguments(), Optional.empty(), scope, call.span());
  }

  /** {@code x |> label: f(y)}. */
  Value pipe(Expression.Pipe pipe, Environment scope) {
    Value value = expressions.evaluate(pipe.value(), scope);
    Piped piped = new Piped(value, Origins.of(pipe.value(), scope));
    return applyTo(piped, pipe.stage(), pipe.label(), scope);
  }

  /** Applies a stage, a name or a call, to a value. */
  Value applyTo(Value value, Expression stage, Optional<Name> label, Environment scope) {
    return applyTo(new Piped(value, ""), stage, label, scope);
  }

  private Value applyTo(Piped value, Expression stage, Optional<Name> label, Environment scope) {
    if (stage instanceof Expression.Call call) {
      return apply(call.callee(), Optional.of(value), call.arguments(), label, scope, call.span());
    }
    return apply(stage, Optional.of(value), List.of(), label, scope, stage.span());
  }

  private Value apply(
      Expression callee,
      Optional<Piped> piped,
      List<Argument> arguments,
      Optional<Name> label,
      Environment scope,
      Span span) {
    Value target = expressions.evaluate(callee, scope);
    if (target instanceof BuiltinValue builtin) {
      return builtins.apply(builtin.name(), piped.map(Piped::value), arguments, scope, span);
    }
    if (target instanceof InitializerValue initializer && piped.isEmpty()) {
      return initializers.apply(initializer, arguments, scope, span);
    }
    if (target instanceof CallableValue callable) {
      Declaration declaration = callable.declaration();
      checkCallable(declaration, span);
      Environment bound = formals.bind(declaration, piped, Given.all(arguments, scope), span);
      return run(declaration, bound, path(declaration, label), span);
    }
    if (target instanceof PreparedValue prepared) {
      Declaration declaration = prepared.declaration();
      checkCallable(declaration, span);
      List<Given> given = joined(Given.all(arguments, scope), prepared.arguments());
      Environment bound = formals.bind(declaration, piped, given, span);
      return run(declaration, bound, path(declaration, label), span);
    }
    if (target instanceof SharedValue shared) {
      checkCallable(shared.layer(), span);
      List<Given> given =
          joined(Given.all(arguments, scope), Given.all(shared.arguments(), shared.scope()));
      Environment bound = formals.bind(shared.layer(), piped, given, span);
      return run(shared.layer(), bound, shared.path(), span);
    }
    throw expressions.isError(target)
        ? new Abort()
        : context.error(NOT_CALLABLE, callee.span(), Shapes.describe(target));
  }

  /**
   * {@code f(y)} in the place of a layer or function that is to be applied: y follows later ones.
   */
  Value prepare(Expression.Call call, Environment scope) {
    Value target = expressions.evaluate(call.callee(), scope);
    List<Given> arguments = Given.all(call.arguments(), scope);
    if (target instanceof CallableValue callable) {
      return new PreparedValue(callable.declaration(), arguments);
    }
    if (target instanceof PreparedValue prepared) {
      return new PreparedValue(prepared.declaration(), joined(arguments, prepared.arguments()));
    }
    throw expressions.isError(target)
        ? new Abort()
        : context.error(NOT_CALLABLE, call.callee().span(), Shapes.describe(target));
  }

  /** The arguments of an application before those that were given earlier; names come last. */
  private static List<Given> joined(List<Given> arguments, List<Given> earlier) {
    List<Given> all = new ArrayList<>(arguments);
    all.addAll(earlier);
    all.sort(Comparator.comparing(given -> given.argument().name().isPresent()));
    return all;
  }

  private void checkCallable(Declaration declaration, Span span) {
    if (declaration.kind() == Kind.MODEL) {
      throw context.error(MODEL_CALL, span, declaration.name());
    }
    if (declaration.kind() == Kind.LAYER && context.inIndexNotation()) {
      throw context.error(LAYER_IN_INDEX_NOTATION, span, declaration.name());
    }
    if (context.calls.stream().anyMatch(frame -> frame.declaration().equals(declaration))) {
      List<String> chain = new ArrayList<>();
      context
          .calls
          .descendingIterator()
          .forEachRemaining(f -> chain.add(f.declaration().name().text()));
      chain.add(declaration.name().text());
      throw context.error(RECURSION, span, declaration.name(), String.join(" → ", chain));
    }
  }

  /** Layers get a path of their own; functions own nothing, and stay where they are applied. */
  private String path(Declaration declaration, Optional<Name> label) {
    if (label.isPresent()) {
      String segment = label.get().text();
      if (context.paths.isUsed(segment)) {
        throw context.error(DUPLICATE_LABEL, label.get().span(), segment);
      }
      return context.paths.allocate(segment);
    }
    if (declaration.kind() == Kind.LAYER) {
      return context.paths.allocate(context.statement.segment(declaration.name().text()));
    }
    return context.label.isEmpty()
        ? declaration.name().text()
        : context.label + "." + declaration.name();
  }

  private Value run(Declaration declaration, Environment bound, String path, Span span) {
    boolean outermost = context.calls.isEmpty() && context.steps.isEmpty();
    PathScope paths = context.paths;
    String label = context.label;
    String scopeLabel = context.scopeLabel;
    StatementName statement = context.statement;
    Context.OpenReduction reduction = context.reduction;
    Context.OpenScan scan = context.scan;
    context.calls.push(new Frame(declaration, span));
    if (declaration.kind() == Kind.LAYER) {
      context.paths = new PathScope(path);
    }
    context.scopeLabel = path;
    context.label = path;
    context.statement = StatementName.NONE;
    context.reduction = null;
    context.scan = null;
    Value result;
    try {
      result =
          statements
              .run(declaration.body(), bound)
              .orElseThrow(
                  () -> context.error(NO_RESULT, declaration.name().span(), declaration.name()));
      if (expressions.isError(result)) {
        throw new Abort();
      }
      result = tensors.force(result, path, span);
    } finally {
      context.calls.pop();
      context.paths = paths;
      context.label = label;
      context.scopeLabel = scopeLabel;
      context.statement = statement;
      context.reduction = reduction;
      context.scan = scan;
    }
    if (outermost) {
      record(declaration, path, result);
    }
    return result;
  }

  private void record(Declaration declaration, String path, Value result) {
    Value first =
        result instanceof TupleValue tuple && !tuple.elements().isEmpty()
            ? tuple.elements().get(0)
            : result;
    if (first instanceof TensorValue tensor && tensor.node().isPresent()) {
      List<Variable> own =
          declaration.kind() == Kind.LAYER ? context.variables.under(path) : List.of();
      context.layers.add(
          new Model.LayerUse(path, declaration.name().text(), tensor.node().get(), own));
    }
  }
}
