package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Interval;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The functions that the language itself has: what the scalar expressions of the graph can say, and
 * shapes.
 */
final class Builtins {
  static final DiagnosticKind ARGUMENT_COUNT =
      DiagnosticKind.error("NUT2020", "{0} takes {1}, found {2}", "");
  static final DiagnosticKind NAMED_ARGUMENT =
      DiagnosticKind.error("NUT2021", "the arguments of {0} have no names", "leave the name out");
  static final DiagnosticKind WRONG_ARGUMENT =
      DiagnosticKind.error("NUT2022", "{0} needs {1}, found {2}", "");
  static final DiagnosticKind RANDOM_OUTSIDE =
      DiagnosticKind.error(
          "NUT3032",
          "random() draws one number for each point of index notation",
          "write [...] random() …");

  private static final Map<String, UnaryOp> FLOAT_FUNCTIONS = new LinkedHashMap<>();

  static {
    for (UnaryOp op :
        List.of(
            UnaryOp.EXP,
            UnaryOp.EXPM1,
            UnaryOp.LOG,
            UnaryOp.LOG1P,
            UnaryOp.SQRT,
            UnaryOp.TANH,
            UnaryOp.ERF,
            UnaryOp.SIN,
            UnaryOp.COS,
            UnaryOp.FLOOR,
            UnaryOp.ABS,
            UnaryOp.SIGN,
            UnaryOp.STOP_GRADIENT)) {
      FLOAT_FUNCTIONS.put(op.name().toLowerCase(java.util.Locale.ROOT), op);
    }
  }

  private static final String EINSUM_INIT = "einsum_init";
  private static final String EINSUM_BIAS = "einsum_bias";
  private static final String GIVEN = "given";

  private static final Map<String, Integer> OTHERS =
      Map.ofEntries(
          Map.entry("pow", 2),
          Map.entry("min", 2),
          Map.entry("max", 2),
          Map.entry("select", 3),
          Map.entry("float", 1),
          Map.entry("int", 1),
          Map.entry("floor_div", 2),
          Map.entry("clamp", 3),
          Map.entry("reshape", 2),
          Map.entry("size", 2),
          Map.entry("rank", 1),
          Map.entry("full", 2),
          Map.entry(EINSUM_INIT, 3),
          Map.entry(GIVEN, 1),
          Map.entry("move_axis", 3),
          Map.entry("permute", 2),
          Map.entry(EINSUM_BIAS, 3));

  private static final String RANDOM = "random";
  private static final String EINSUM = "einsum";

  /** Take any number of arguments. */
  private static final List<String> VARIADIC = List.of(EINSUM, RANDOM);

  /** Every builtin. */
  static final List<String> NAMES = names();

  private final Context context;
  private final Expressions expressions;
  private final Operators operators;
  private final ShapeFunctions shapes;
  private final Views views;
  private final Einsum einsum;

  Builtins(Context context, Expressions expressions, Operators operators, Tensors tensors) {
    this.context = context;
    this.expressions = expressions;
    this.operators = operators;
    this.shapes = new ShapeFunctions(context, tensors);
    this.views = new Views(context);
    this.einsum = new Einsum(context, tensors);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(FLOAT_FUNCTIONS.keySet());
    OTHERS.keySet().stream().sorted().forEach(names::add);
    names.addAll(VARIADIC);
    return List.copyOf(names);
  }

  /** Applies a builtin; {@code piped} is its first argument where there is one. */
  Value apply(
      String name, Optional<Value> piped, List<Argument> arguments, Environment scope, Span span) {
    for (Argument argument : arguments) {
      if (argument.name().isPresent()) {
        throw context.error(NAMED_ARGUMENT, argument.span(), name);
      }
    }
    checkCount(name, arguments.size() + (piped.isPresent() ? 1 : 0), span);
    if (name.equals("select")) {
      return select(piped, arguments, scope, span);
    }
    if (name.equals(GIVEN)) {
      return given(piped, arguments, scope, span);
    }
    List<Value> values = new ArrayList<>();
    piped.ifPresent(values::add);
    for (Argument argument : arguments) {
      values.add(expressions.evaluate(argument.value(), scope));
    }
    if (FLOAT_FUNCTIONS.containsKey(name)) {
      return unary(name, FLOAT_FUNCTIONS.get(name), values.get(0), span);
    }
    switch (name) {
      case RANDOM:
        return random(values, span);
      case EINSUM:
        return einsum(values, span);
      case EINSUM_INIT:
        return einsumInitializer(values, span);
      case EINSUM_BIAS:
        return einsumBias(values, span);
      case "reshape":
        return shapes.reshape(tensor(name, values.get(0), span), values.get(1), span);
      case "size":
        return values.get(0) instanceof TupleValue tuple
                && values.size() == 2
                && values.get(1).equals(new IntValue(0))
            ? new IntValue(tuple.elements().size())
            : shapes.size(
                tensor(name, values.get(0), span), values.subList(1, values.size()), span);
      case "rank":
        return new IntValue(tensor(name, values.get(0), span).rank());
      case "full":
        return shapes.full(values.get(0), values.get(1), span);
      case "move_axis":
        return views.moveAxis(
            tensor(name, values.get(0), span), values.get(1), values.get(2), span);
      case "permute":
        return views.permute(tensor(name, values.get(0), span), values.get(1), span);
      default:
        return arithmetic(name, values, span);
    }
  }

  private void checkCount(String name, int found, Span span) {
    if (VARIADIC.contains(name) || (name.equals("size") && found == 1)) {
      return;
    }
    int expected = FLOAT_FUNCTIONS.containsKey(name) ? 1 : OTHERS.get(name);
    if (found != expected) {
      String arity = expected == 1 ? "1 argument" : expected + " arguments";
      throw context.error(ARGUMENT_COUNT, span, name, arity, found);
    }
  }

  private Value unary(String name, UnaryOp op, Value value, Span span) {
    TensorValue operand = number(name, value, span);
    boolean keepsInts = op == UnaryOp.ABS || op == UnaryOp.SIGN;
    return operators.elementwise(
        span,
        List.of(operand),
        s ->
            keepsInts && s.get(0).type() == ElementType.INT
                ? integer(op, s.get(0))
                : Scalars.unary(op, real(s.get(0))));
  }

  private static Scalar integer(UnaryOp op, Scalar x) {
    Scalar zero = Scalars.integer(0);
    Scalar negative = Scalars.less(x, zero);
    if (op == UnaryOp.ABS) {
      return Scalars.select(negative, Scalars.negate(x), x);
    }
    Scalar positive = Scalars.select(Scalars.less(zero, x), Scalars.integer(1), zero);
    return Scalars.select(negative, Scalars.integer(-1), positive);
  }

  private static Scalar real(Scalar scalar) {
    return Scalars.cast(ElementType.REAL, scalar);
  }

  private Value arithmetic(String name, List<Value> values, Span span) {
    return Tuples.elementwise(values, each -> numbers(name, each, span))
        .orElseGet(() -> numbers(name, values, span));
  }

  private Value numbers(String name, List<Value> values, Span span) {
    List<TensorValue> operands = new ArrayList<>();
    for (Value value : values) {
      boolean bools = name.equals("float") || name.equals("int");
      operands.add(bools ? tensor(name, value, span) : number(name, value, span));
    }
    if (name.equals("floor_div") || name.equals("clamp")) {
      for (TensorValue operand : operands) {
        if (operand.type() != ElementType.INT && name.equals("floor_div")) {
          throw context.error(WRONG_ARGUMENT, span, name, "ints", Shapes.describe(operand));
        }
      }
    }
    return operators.elementwise(span, operands, operation(name, span));
  }

  private Function<List<Scalar>, Scalar> operation(String name, Span span) {
    switch (name) {
      case "pow":
        return s -> Operators.power(s.get(0), s.get(1));
      case "min":
        return s -> extremum(BinaryOp.MIN, s.get(0), s.get(1));
      case "max":
        return s -> extremum(BinaryOp.MAX, s.get(0), s.get(1));
      case "float":
        return s -> real(s.get(0));
      case "int":
        return s -> Scalars.cast(ElementType.INT, s.get(0));
      case "clamp":
        return s -> extremum(BinaryOp.MAX, extremum(BinaryOp.MIN, s.get(0), s.get(2)), s.get(1));
      default:
        return s -> {
          operators.positive(s.get(1), span);
          return Scalars.floorDivide(s.get(0), s.get(1));
        };
    }
  }

  private static Scalar extremum(BinaryOp op, Scalar a, Scalar b) {
    if (a.type() == ElementType.INT && b.type() == ElementType.INT) {
      return Scalars.binary(op, a, b);
    }
    return Scalars.binary(op, real(a), real(b));
  }

  /** Whether an argument of the layer was given, rather than left out. */
  private Value given(
      Optional<Value> piped, List<Argument> arguments, Environment scope, Span span) {
    if (piped.isEmpty()
        && arguments.get(0).value() instanceof Expression.Reference reference
        && scope.find(reference.name()).isPresent()) {
      return new Value.BoolValue(!scope.isLeftOut(reference.name()));
    }
    throw context.error(WRONG_ARGUMENT, span, GIVEN, "the name of an argument", "something else");
  }

  /** Each branch is evaluated under its condition, so that its reads may rely on it. */
  private Value select(
      Optional<Value> piped, List<Argument> arguments, Environment scope, Span span) {
    int offset = piped.isPresent() ? 1 : 0;
    Value condition =
        piped.isPresent() ? piped.get() : expressions.evaluate(arguments.get(0).value(), scope);
    TensorValue test = tensor("select", condition, span);
    if (test.type() != ElementType.BOOL) {
      throw context.error(
          WRONG_ARGUMENT, span, "select", "a bool first", Shapes.describe(condition));
    }
    Optional<Scalar> scalar = test.rank() == 0 ? Optional.of(test.scalar()) : Optional.empty();
    Expression then = arguments.get(1 - offset).value();
    Expression otherwise = arguments.get(2 - offset).value();
    TensorValue taken = branch(then, scalar, scope);
    TensorValue left = branch(otherwise, scalar.map(Scalars::not), scope);
    return operators.elementwise(
        span,
        List.of(test, taken, left),
        s -> {
          Scalar a = s.get(1);
          Scalar b = s.get(2);
          if (a.type() != b.type()) {
            a = real(a);
            b = real(b);
          }
          return Scalars.select(s.get(0), a, b);
        });
  }

  private TensorValue branch(Expression expression, Optional<Scalar> condition, Environment scope) {
    Ranges known = context.ranges;
    Context.OpenReduction reduction = context.reduction;
    Scalar path = reduction == null ? Scalars.TRUE : reduction.path;
    try {
      if (condition.isPresent()) {
        context.ranges = known.assume(condition.get());
        if (reduction != null) {
          reduction.path = Scalars.and(path, condition.get());
        }
      }
      return tensor("select", expressions.evaluate(expression, scope), expression.span());
    } finally {
      context.ranges = known;
      if (reduction != null) {
        reduction.path = path;
      }
    }
  }

  /**
   * A number of its own for every point, step and sample, or for all values of the arguments
   * instead of every point; the stream goes by the place in the network.
   */
  private Value random(List<Value> arguments, Span span) {
    if (!context.inIndexNotation()) {
      throw context.error(RANDOM_OUTSIDE, span);
    }
    List<Scalar> places = new ArrayList<>();
    context.steps.forEach(axis -> places.add(Scalars.index(axis)));
    for (Value argument : arguments) {
      places.add(place(argument, span));
    }
    if (arguments.isEmpty()) {
      context.openAxes.stream()
          .filter(axis -> !axis.isBatch())
          .forEach(axis -> places.add(Scalars.index(axis)));
    }
    Scalar element = Scalars.integer(0);
    for (Scalar place : places) {
      long count = Ranges.NONE.of(place).high() + 1;
      element = Scalars.add(Scalars.multiply(element, Scalars.integer(count)), place);
    }
    long stream = context.randomStream();
    return TensorValue.scalar(new Scalar.Random(stream, Scalars.integer(0), element));
  }

  private Scalar place(Value argument, Span span) {
    TensorValue tensor = number(RANDOM, argument, span);
    boolean counts = tensor.rank() == 0 && tensor.type() == ElementType.INT;
    Interval reach = counts ? context.ranges.of(tensor.scalar()) : Interval.ANY;
    if (reach.low() < 0 || reach.high() == Interval.ANY.high()) {
      throw context.error(
          WRONG_ARGUMENT, span, RANDOM, "axes or what counts from 0", Shapes.describe(argument));
    }
    return tensor.scalar();
  }

  private Value einsum(List<Value> values, Span span) {
    if (values.isEmpty() || !(values.get(0) instanceof Value.StringValue equation)) {
      String found = values.isEmpty() ? "nothing" : Shapes.describe(values.get(0));
      throw context.error(WRONG_ARGUMENT, span, EINSUM, "a string first", found);
    }
    List<TensorValue> operands = new ArrayList<>();
    for (Value value : values.subList(1, values.size())) {
      operands.add(number(EINSUM, value, span));
    }
    return einsum.apply(equation.text(), operands, span);
  }

  /** The initializer for a kernel of an equation: its fans are those that the equation says. */
  private Value einsumBias(List<Value> values, Span span) {
    if (values.get(0) instanceof Value.StringValue equation
        && values.get(1) instanceof Value.StringValue letters) {
      TensorValue result = tensor(EINSUM_BIAS, values.get(2), span);
      return einsum.bias(equation.text(), letters.text(), result, span);
    }
    throw context.error(
        WRONG_ARGUMENT,
        span,
        EINSUM_BIAS,
        "an equation and letters",
        Shapes.describe(values.get(0)) + " and " + Shapes.describe(values.get(1)));
  }

  private Value einsumInitializer(List<Value> values, Span span) {
    List<Integer> shape = new ArrayList<>();
    if (values.get(1) instanceof TupleValue kernel) {
      for (Value extent : kernel.elements()) {
        if (extent instanceof IntValue number) {
          shape.add((int) number.value());
        }
      }
    }
    if (values.get(0) instanceof Value.StringValue equation
        && !shape.isEmpty()
        && values.get(2) instanceof Value.InitializerValue initializer) {
      return einsum.fans(equation.text(), shape, span).applied(initializer, shape);
    }
    String found = values.stream().map(Shapes::describe).collect(Collectors.joining(" and "));
    throw context.error(
        WRONG_ARGUMENT, span, EINSUM_INIT, "an equation, a shape and an initializer", found);
  }

  private TensorValue number(String name, Value value, Span span) {
    TensorValue tensor = tensor(name, value, span);
    if (tensor.type() == ElementType.BOOL) {
      throw context.error(WRONG_ARGUMENT, span, name, "numbers", Shapes.describe(value));
    }
    return tensor;
  }

  private TensorValue tensor(String name, Value value, Span span) {
    return expressions
        .tensor(value)
        .orElseThrow(
            () ->
                expressions.isError(value)
                    ? new Abort()
                    : context.error(
                        WRONG_ARGUMENT, span, name, "a number or tensor", Shapes.describe(value)));
  }
}
