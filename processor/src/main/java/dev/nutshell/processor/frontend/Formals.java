package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.ChoiceType;
import dev.nutshell.grammar.tree.TypeExpression.Dimension;
import dev.nutshell.grammar.tree.TypeExpression.NamedType;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.FloatValue;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds the arguments of a call to the formals of a declaration: order, names, defaults, types and
 * shapes.
 */
final class Formals {
  static final DiagnosticKind TOO_MANY =
      DiagnosticKind.error("NUT2030", "{0} takes {1}, found {2}", "its signature: {3}");
  static final DiagnosticKind MISSING =
      DiagnosticKind.error("NUT2031", "{0} needs the argument {1}", "its signature: {2}");
  static final DiagnosticKind UNKNOWN_ARGUMENT =
      DiagnosticKind.error("NUT2032", "{0} has no argument {1}{2}", "its signature: {3}");
  static final DiagnosticKind TWICE =
      DiagnosticKind.error("NUT2033", "the argument {0} of {1} is given twice", "");
  static final DiagnosticKind POSITIONAL_AFTER_NAMED =
      DiagnosticKind.error(
          "NUT2034", "an argument without a name follows one with a name", "name it, too");
  static final DiagnosticKind WRONG_TYPE =
      DiagnosticKind.error("NUT3040", "{0} of {1} must be {2}, found {3}", "");
  static final DiagnosticKind WRONG_SIZE =
      DiagnosticKind.error(
          "NUT3041",
          "{0} of {1} must be {2}, found {3}: dimension {4} should be {5} ({6}), it is {7}",
          "");

  static final DiagnosticKind OTHER_LEADING =
      DiagnosticKind.error(
          "NUT3042",
          "{0} of {1} must be {2}, found {3}: ... stands for {4} already, by {5}",
          "... is the same dimensions in all arguments of a call");

  private final Context context;
  private final Expressions expressions;
  private final Tensors tensors;

  Formals(Context context, Expressions expressions, Tensors tensors) {
    this.context = context;
    this.expressions = expressions;
    this.tensors = tensors;
  }

  /** An argument, and the names that it can use. */
  record Given(Argument argument, Environment scope) {

    /** The arguments of one call. */
    static List<Given> all(List<Argument> arguments, Environment scope) {
      return arguments.stream().map(argument -> new Given(argument, scope)).toList();
    }
  }

  /** Where an argument stands, and where its value comes from. */
  private record Where(Span span, String origin) {}

  /** What a pipe passes on: the first argument, and where it comes from. */
  record Piped(Value value, String origin) {}

  /**
   * Binds the value of the pipe, then arguments; those without a name before those with one. What
   * is wrong with a call is said at {@code span}.
   */
  Environment bind(
      Declaration declaration, Optional<Piped> piped, List<Given> arguments, Span span) {
    List<Piped> leading = piped.stream().toList();
    List<Formal> formals = declaration.formals();
    Map<String, Given> given = new LinkedHashMap<>();
    int position = leading.size();
    boolean named = false;
    for (Given each : arguments) {
      Argument argument = each.argument();
      Formal formal;
      if (argument.name().isPresent()) {
        named = true;
        formal = named(declaration, argument);
      } else if (named) {
        throw context.error(POSITIONAL_AFTER_NAMED, argument.span());
      } else if (position < formals.size()) {
        formal = formals.get(position++);
      } else {
        throw tooMany(declaration, leading.size(), arguments.size(), argument.span());
      }
      boolean taken = formals.indexOf(formal) < leading.size();
      if (taken || given.put(formal.name().text(), each) != null) {
        throw context.error(TWICE, argument.span(), formal.name(), declaration.name());
      }
    }
    if (leading.size() > formals.size()) {
      throw tooMany(declaration, 0, leading.size() + arguments.size(), span);
    }
    Environment scope = Environment.root();
    for (int i = 0; i < formals.size(); i++) {
      Formal formal = formals.get(i);
      Given argument = given.get(formal.name().text());
      Value value;
      if (i < leading.size()) {
        Piped first = leading.get(i);
        value = accept(declaration, formal, first.value(), scope, new Where(span, first.origin()));
      } else if (argument != null) {
        value = argument(declaration, formal, argument.argument().value(), argument.scope(), scope);
      } else if (formal.defaultValue().isPresent()) {
        context.calls.push(new Context.Frame(declaration, span));
        scope.leaveOut(formal.name().text());
        try {
          value = argument(declaration, formal, formal.defaultValue().get(), scope, scope);
        } finally {
          context.calls.pop();
        }
      } else {
        throw context.error(
            MISSING, span, declaration.name(), formal.name(), Signatures.of(declaration));
      }
      scope.declare(formal.name().text(), value, formal.name().span(), false);
    }
    return scope;
  }

  /** More arguments than there are; {@code leading} says how many come before those in brackets. */
  private Abort tooMany(Declaration declaration, int leading, int found, Span span) {
    List<Formal> formals = declaration.formals();
    int count = formals.size() - leading;
    String taken = count == 0 ? "no argument" : count == 1 ? "1 argument" : count + " arguments";
    return context.error(
        TOO_MANY,
        span,
        declaration.name(),
        leading == 0 ? taken : taken + " besides " + formals.get(0).name(),
        found,
        Signatures.of(declaration));
  }

  private Formal named(Declaration declaration, Argument argument) {
    String name = argument.name().orElseThrow().text();
    for (Formal formal : declaration.formals()) {
      if (formal.name().text().equals(name)) {
        return formal;
      }
    }
    List<String> names = declaration.formals().stream().map(each -> each.name().text()).toList();
    throw context.error(
        UNKNOWN_ARGUMENT,
        argument.name().get().span(),
        declaration.name(),
        name,
        OtherNames.argumentHint(name, names),
        Signatures.of(declaration));
  }

  private Value argument(
      Declaration declaration,
      Formal formal,
      Expression expression,
      Environment from,
      Environment scope) {
    if (formal.type() instanceof ChoiceType choice) {
      List<String> words = choice.choices().stream().map(each -> each.text()).toList();
      return expressions.word(expression, words, from);
    }
    Value value =
        isFunction(formal) && expression instanceof Expression.Call call
            ? expressions.calls().prepare(call, from)
            : expressions.evaluate(expression, from);
    Where where = new Where(expression.span(), Origins.of(expression, from));
    return accept(declaration, formal, value, scope, where);
  }

  private static boolean isFunction(Formal formal) {
    return formal.type() instanceof NamedType type && type.named() == TypeExpression.Named.FUN;
  }

  private Value accept(
      Declaration declaration, Formal formal, Value value, Environment scope, Where where) {
    if (expressions.isError(value)) {
      throw new Abort();
    }
    TypeExpression type = formal.type();
    Optional<Value> accepted;
    if (type instanceof TensorType tensor && tensor.dimensions().isEmpty()) {
      accepted = number(tensor, value);
    } else if (type instanceof TensorType tensor) {
      accepted =
          isVector(tensor, value)
              ? vector(tensor, value)
              : tensor(declaration, formal, tensor, value, scope, where);
    } else if (type instanceof NamedType named) {
      accepted = named(named, value) ? Optional.of(value) : Optional.empty();
    } else {
      accepted = Optional.of(value);
    }
    return accepted.orElseThrow(() -> wrongType(declaration, formal, value, where));
  }

  private Abort wrongType(Declaration declaration, Formal formal, Value value, Where where) {
    return context.error(
        WRONG_TYPE,
        where.span(),
        formal.name(),
        declaration.name(),
        Signatures.of(formal.type()),
        Shapes.describe(value) + where.origin());
  }

  private static boolean named(NamedType type, Value value) {
    switch (type.named()) {
      case INIT:
        return value instanceof Value.InitializerValue;
      case STRING:
        return value instanceof Value.StringValue;
      case TUPLE:
        return value instanceof TupleValue || isNumber(value);
      default:
        return value instanceof Value.CallableValue
            || value instanceof Value.PreparedValue
            || value instanceof Value.BuiltinValue
            || value instanceof Value.SharedValue;
    }
  }

  /** A tuple of one number is the number. */
  private static boolean isNumber(Value value) {
    return Value.constant(value).isPresent()
        || value instanceof TensorValue tensor && tensor.rank() == 0;
  }

  /** A number, or a scalar of index notation. */
  private static Optional<Value> number(TensorType type, Value value) {
    ElementType element = Shapes.elementType(type.element());
    if (value instanceof TensorValue tensor) {
      return tensor.rank() == 0 && tensor.type() == element ? Optional.of(value) : Optional.empty();
    }
    switch (element) {
      case REAL:
        return value instanceof IntValue number
            ? Optional.of(new FloatValue(number.value()))
            : Optional.of(value).filter(FloatValue.class::isInstance);
      case BOOL:
        return Optional.of(value).filter(Value.BoolValue.class::isInstance);
      default:
        return Optional.of(value).filter(IntValue.class::isInstance);
    }
  }

  /**
   * Whether a formal such as {@code int[2]} gets a constant: then it is a tuple, and one number
   * stands for all.
   */
  private static boolean isVector(TensorType type, Value value) {
    boolean constant = value instanceof TupleValue || Value.constant(value).isPresent();
    return constant
        && type.dimensions().orElseThrow().size() == 1
        && type.dimensions().get().get(0) instanceof SizeDimension dimension
        && dimension.size() instanceof Expression.NumberLiteral;
  }

  private Optional<Value> vector(TensorType type, Value value) {
    SizeDimension dimension = (SizeDimension) type.dimensions().orElseThrow().get(0);
    int size = (int) ((Expression.NumberLiteral) dimension.size()).value();
    TensorType element = element(type);
    List<Value> parts =
        value instanceof TupleValue tuple ? tuple.elements() : Collections.nCopies(size, value);
    List<Value> accepted =
        parts.stream().map(part -> number(element, part)).flatMap(Optional::stream).toList();
    return accepted.size() == size && parts.size() == size
        ? Optional.of(new TupleValue(accepted))
        : Optional.empty();
  }

  private static TensorType element(TensorType type) {
    return new TensorType(type.span(), type.element(), Optional.empty());
  }

  /** A tuple of constants in the place of a vector. */
  private static Optional<TensorValue> vectorOf(TensorType type, TupleValue tuple) {
    List<Scalar> numbers =
        tuple.elements().stream()
            .map(part -> number(element(type), part).flatMap(Value::constant))
            .flatMap(Optional::stream)
            .toList();
    return numbers.isEmpty() || numbers.size() < tuple.elements().size()
        ? Optional.empty()
        : Optional.of(Tensors.vector(numbers));
  }

  private Optional<Value> tensor(
      Declaration declaration,
      Formal formal,
      TensorType type,
      Value value,
      Environment scope,
      Where where) {
    Optional<TensorValue> tensor =
        value instanceof TupleValue tuple ? vectorOf(type, tuple) : expressions.tensor(value);
    ElementType element = Shapes.elementType(type.element());
    if (tensor.isPresent() && element == ElementType.REAL && Value.constant(value).isPresent()) {
      tensor =
          Optional.of(TensorValue.scalar(Scalars.cast(ElementType.REAL, tensor.get().scalar())));
    }
    if (tensor.isEmpty() || tensor.get().type() != element) {
      return Optional.empty();
    }
    List<Extent> found = tensor.get().dimensions();
    List<Dimension> pattern = type.dimensions().orElseThrow();
    boolean open = pattern.stream().anyMatch(TypeExpression.EllipsisDimension.class::isInstance);
    int fixed = pattern.size() - (open ? 1 : 0);
    if (open ? found.size() < fixed : found.size() != fixed) {
      return Optional.empty();
    }
    int at = 0;
    for (Dimension dimension : pattern) {
      if (dimension instanceof SizeDimension size) {
        match(declaration, formal, size, tensor.get(), at++, scope, where);
      } else {
        int width = found.size() - fixed;
        matchLeading(
            declaration, formal, tensor.get(), found.subList(at, at + width), scope, where);
        at += width;
      }
    }
    if (Value.constant(value).isPresent()) {
      return Optional.of(tensor.get());
    }
    return Optional.of(tensors.force(tensor.get(), context.label, where.span()));
  }

  /** The first argument with {@code ...} says what it stands for. */
  private void matchLeading(
      Declaration declaration,
      Formal formal,
      TensorValue tensor,
      List<Extent> found,
      Environment scope,
      Where where) {
    Environment.Leading first = scope.leading(found, formal.name().text());
    if (!first.dimensions().equals(found)) {
      throw context.error(
          OTHER_LEADING,
          where.span(),
          formal.name(),
          declaration.name(),
          Signatures.of(formal.type()),
          Shapes.describe(tensor) + where.origin(),
          Shapes.text(first.dimensions()),
          first.formal());
    }
  }

  /** A name that is not bound yet is bound to the size found. */
  private void match(
      Declaration declaration,
      Formal formal,
      SizeDimension dimension,
      TensorValue tensor,
      int position,
      Environment scope,
      Where where) {
    Extent found = tensor.dimensions().get(position);
    Value size =
        Value.ofConstant(Scalars.extent(found))
            .orElseGet(() -> TensorValue.scalar(Scalars.extent(found)));
    if (dimension.size() instanceof Expression.Reference name
        && scope.find(name.name()).isEmpty()) {
      scope.declare(name.name(), size, dimension.span(), false);
      return;
    }
    Value expected = expressions.evaluate(dimension.size(), scope);
    boolean same =
        expected instanceof TensorValue extent
            ? size instanceof TensorValue other && extent.scalar().equals(other.scalar())
            : expected.equals(size);
    if (!same) {
      throw context.error(
          WRONG_SIZE,
          where.span(),
          formal.name(),
          declaration.name(),
          Signatures.of(formal.type()),
          Shapes.describe(tensor) + where.origin(),
          position + 1,
          Signatures.of(dimension.size()),
          Shapes.describe(expected),
          found);
    }
  }
}
