package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.BinaryOperator;
import dev.nutshell.grammar.tree.Expression.UnaryOperator;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Suggestion;
import dev.nutshell.processor.frontend.Value.BoolValue;
import dev.nutshell.processor.frontend.Value.ErrorValue;
import dev.nutshell.processor.frontend.Value.SharedValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.WordValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates expressions: one case for each kind. */
final class Expressions {
  static final DiagnosticKind UNKNOWN_NAME =
      DiagnosticKind.error("NUT2010", "unknown name {0}{1}", "");
  static final DiagnosticKind NOT_CONSTANT =
      DiagnosticKind.error(
          "NUT2011",
          "the condition of if must be a compile-time bool, found {0}",
          "for a choice made at run time use select(condition, a, b)");
  static final DiagnosticKind UNKNOWN_WORD =
      DiagnosticKind.error("NUT2012", "{0} is not one of {1}{2}", "");
  static final DiagnosticKind NO_SUCH_MEMBER =
      DiagnosticKind.error(
          "NUT2013",
          "{0} has no parameter {1} yet{2}",
          "a shared layer has its parameters once it has been applied");
  static final DiagnosticKind NOT_SHARED =
      DiagnosticKind.error(
          "NUT2014", "{0} has no parameters to name", "declare it: shared {1} = layer(…)");

  static final DiagnosticKind ABSENT =
      DiagnosticKind.error(
          "NUT2015",
          "{0} is absent here: its declaration at {1} has a condition that does not hold",
          "guard what reads it: if condition { … } else { … }");

  private final Context context;
  private final Operators operators;
  private final IndexNotation notation;
  private final Calls calls;
  private final Scans scans;

  Expressions(Context context, Statements statements) {
    this.context = context;
    Tensors tensors = new Tensors(context);
    this.operators = new Operators(context, this);
    this.notation = new IndexNotation(context, this, tensors);
    this.calls = new Calls(context, this, operators, tensors, statements);
    this.scans = new Scans(context, this, tensors, statements);
  }

  Calls calls() {
    return calls;
  }

  /** The value of an expression; an error is reported and leaves the statement. */
  Value evaluate(Expression expression, Environment scope) {
    if (expression instanceof Expression.NumberLiteral number) {
      return number.integral()
          ? new Value.IntValue((long) number.value())
          : new Value.FloatValue(number.value());
    }
    if (expression instanceof Expression.BooleanLiteral bool) {
      return new BoolValue(bool.value());
    }
    if (expression instanceof Expression.StringLiteral string) {
      return new Value.StringValue(string.value());
    }
    if (expression instanceof Expression.Reference reference) {
      return reference(reference, scope);
    }
    if (expression instanceof Expression.Call call) {
      return calls.call(call, scope);
    }
    if (expression instanceof Expression.Pipe pipe) {
      return calls.pipe(pipe, scope);
    }
    if (expression instanceof Expression.Index index) {
      return notation.index(index, scope);
    }
    if (expression instanceof Expression.Member member) {
      return member(member, scope);
    }
    if (expression instanceof Expression.Unary unary) {
      return operators.unary(unary, evaluate(unary.operand(), scope));
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary, scope);
    }
    if (expression instanceof Expression.Conditional conditional) {
      boolean condition = condition(conditional.condition(), scope);
      return evaluate(condition ? conditional.then() : conditional.otherwise(), scope);
    }
    if (expression instanceof Expression.Comprehension comprehension) {
      return notation.comprehension(comprehension, scope);
    }
    if (expression instanceof Expression.Reduction reduction) {
      return notation.reduction(reduction, scope);
    }
    if (expression instanceof Expression.Scan scan) {
      return scans.scan(scan, scope);
    }
    List<Value> elements = new ArrayList<>();
    for (Expression element : ((Expression.TupleLiteral) expression).elements()) {
      elements.add(evaluate(element, scope));
    }
    return new Value.TupleValue(elements);
  }

  boolean isError(Value value) {
    return value instanceof ErrorValue;
  }

  /** A compile-time condition. */
  boolean condition(Expression expression, Environment scope) {
    Value value = evaluate(expression, scope);
    if (value instanceof BoolValue bool) {
      return bool.value();
    }
    throw isError(value)
        ? new Abort()
        : context.error(NOT_CONSTANT, expression.span(), Shapes.describe(value));
  }

  private Value reference(Expression.Reference reference, Environment scope) {
    String name = reference.name();
    Optional<Environment.Binding> binding = scope.find(name);
    if (binding.isPresent()) {
      context.used.add(binding.get().declared());
      if (isError(binding.get().value())) {
        throw new Abort();
      }
      if (binding.get().value() instanceof Value.AbsentValue) {
        throw context.error(ABSENT, reference.span(), name, binding.get().declared());
      }
      return binding.get().value();
    }
    if (name.equals("training")) {
      return new BoolValue(context.isTraining());
    }
    if (name.equals("adapting")) {
      context.used.addAdapting();
      return new BoolValue(context.isAdapting());
    }
    Optional<Value> callable = callable(name, reference.span());
    if (callable.isPresent()) {
      return callable.get();
    }
    List<String> names = scope.names();
    names.addAll(context.declarations.names());
    names.addAll(Builtins.NAMES);
    names.addAll(Initializers.NAMES);
    Optional<String> elsewhere = OtherNames.function(name);
    throw context.error(
        UNKNOWN_NAME,
        reference.span(),
        name,
        didYouMean(elsewhere.or(() -> Suggestion.closest(name, names))));
  }

  private Optional<Value> callable(String name, Span span) {
    Optional<Declaration> declaration = context.declarations.find(name, span);
    if (declaration.isPresent()) {
      return declaration.map(Value.CallableValue::new);
    }
    if (Builtins.NAMES.contains(name)) {
      return Optional.of(new Value.BuiltinValue(name));
    }
    return Initializers.named(name);
  }

  static String didYouMean(String name, List<String> candidates) {
    return didYouMean(Suggestion.closest(name, candidates));
  }

  static String didYouMean(Optional<String> meant) {
    return meant.map(close -> "; did you mean " + close + "?").orElse("");
  }

  private Value member(Expression.Member member, Environment scope) {
    Value base = evaluate(member.base(), scope);
    if (!(base instanceof SharedValue shared)) {
      throw context.error(NOT_SHARED, member.base().span(), Shapes.describe(base), "name");
    }
    String path = shared.path() + "." + member.member();
    if (context.variables.at(path) == null) {
      List<String> names =
          context.variables.under(shared.path()).stream()
              .map(variable -> variable.path().substring(shared.path().length() + 1))
              .toList();
      throw context.error(
          NO_SUCH_MEMBER,
          member.member().span(),
          shared.path(),
          member.member(),
          didYouMean(member.member().text(), names));
    }
    return Tensors.of(context.variables.at(path));
  }

  /** Words of a choice are known by what they are compared with. */
  private Value binary(Expression.Binary binary, Environment scope) {
    boolean equality =
        binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL;
    Value left = evaluate(binary.left(), scope);
    if (equality && left instanceof WordValue word) {
      WordValue other = word(binary.right(), word.choices(), scope);
      boolean same = other.word().equals(word.word());
      return new BoolValue(same == (binary.operator() == BinaryOperator.EQUAL));
    }
    if (left instanceof BoolValue bool && decides(binary.operator(), bool.value())) {
      return bool;
    }
    return operators.binary(binary, left, evaluate(binary.right(), scope), scope);
  }

  private static boolean decides(BinaryOperator operator, boolean left) {
    return operator == BinaryOperator.AND && !left || operator == BinaryOperator.OR && left;
  }

  /** A word of a choice: a name that is one of the words, or a value that is such a word. */
  WordValue word(Expression expression, List<String> choices, Environment scope) {
    if (expression instanceof Expression.Reference reference) {
      String name = reference.name();
      if (scope.find(name).isPresent()
          && scope.find(name).get().value() instanceof WordValue word
          && choices.contains(word.word())) {
        context.used.add(scope.find(name).get().declared());
        return new WordValue(word.word(), choices);
      }
      if (choices.contains(name)) {
        return new WordValue(name, choices);
      }
      throw context.error(
          UNKNOWN_WORD,
          expression.span(),
          name,
          String.join(", ", choices),
          didYouMean(name, choices));
    }
    Value value = evaluate(expression, scope);
    if (value instanceof WordValue word && choices.contains(word.word())) {
      return new WordValue(word.word(), choices);
    }
    throw context.error(
        UNKNOWN_WORD, expression.span(), Shapes.describe(value), String.join(", ", choices), "");
  }

  /** Whether an operand is negated by {@code not}. */
  static boolean isNot(Expression.Unary unary) {
    return unary.operator() == UnaryOperator.NOT;
  }

  /** A tensor of any rank; numbers count as rank 0. */
  Optional<TensorValue> tensor(Value value) {
    if (value instanceof TensorValue tensor) {
      return Optional.of(tensor);
    }
    return Value.constant(value).map(TensorValue::scalar);
  }
}
