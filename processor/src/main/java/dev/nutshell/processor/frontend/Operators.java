package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Interval;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Operators and elementwise functions, on numbers, scalars and tensors that broadcast against one
 * another.
 */
final class Operators {
  static final DiagnosticKind NO_OPERAND =
      DiagnosticKind.error("NUT3020", "{0} cannot be applied to {1}", "");
  static final DiagnosticKind NO_BROADCAST =
      DiagnosticKind.error(
          "NUT3021",
          "the shapes {0} and {1} do not fit together",
          "from the last dimension on they must be equal or 1");
  static final DiagnosticKind REMAINDER =
      DiagnosticKind.error(
          "NUT3022",
          "the division of ints may leave a remainder: {0}",
          "write floor_div(a, b), or make one a float: 1.0 / 2");
  static final DiagnosticKind DIVISOR =
      DiagnosticKind.error(
          "NUT3023",
          "ints are divided by positive ones only; {0} may be zero or negative",
          "limit it: max(n, 1)");

  private final Context context;
  private final Expressions expressions;

  Operators(Context context, Expressions expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Value unary(Expression.Unary unary, Value operand) {
    String symbol = unary.operator().symbol().trim();
    TensorValue value = operand(symbol, operand, unary.operand().span());
    boolean logical = value.type() == ElementType.BOOL;
    if (logical != Expressions.isNot(unary)) {
      throw context.error(NO_OPERAND, unary.span(), symbol, Shapes.describe(operand));
    }
    UnaryOp op = logical ? UnaryOp.NOT : UnaryOp.NEGATE;
    return elementwise(unary.span(), List.of(value), s -> Scalars.unary(op, s.get(0)));
  }

  Value binary(Expression.Binary binary, Value left, Value right, Environment scope) {
    return Tuples.elementwise(
            List.of(left, right), each -> numbers(binary, each.get(0), each.get(1), scope))
        .orElseGet(() -> numbers(binary, left, right, scope));
  }

  private Value numbers(Expression.Binary binary, Value left, Value right, Environment scope) {
    String symbol = binary.operator().symbol();
    TensorValue a = operand(symbol, left, binary.left().span());
    TensorValue b = operand(symbol, right, binary.right().span());
    Function<List<Scalar>, Scalar> operation = operation(binary, a, b);
    if (broadcast(a.dimensions(), b.dimensions()).isEmpty()) {
      throw context.error(
          NO_BROADCAST,
          binary.span(),
          Shapes.text(a.dimensions()) + Origins.of(binary.left(), scope),
          Shapes.text(b.dimensions()) + Origins.of(binary.right(), scope));
    }
    return elementwise(binary.span(), List.of(a, b), operation);
  }

  private Function<List<Scalar>, Scalar> operation(
      Expression.Binary binary, TensorValue a, TensorValue b) {
    boolean bools = a.type() == ElementType.BOOL && b.type() == ElementType.BOOL;
    boolean numbers = a.type() != ElementType.BOOL && b.type() != ElementType.BOOL;
    boolean ints = a.type() == ElementType.INT && b.type() == ElementType.INT;
    boolean fits;
    switch (binary.operator()) {
      case AND:
      case OR:
        fits = bools;
        break;
      case EQUAL:
      case NOT_EQUAL:
        fits = bools || numbers;
        break;
      case REMAINDER:
        fits = ints;
        break;
      default:
        fits = numbers;
    }
    if (!fits) {
      throw context.error(
          NO_OPERAND,
          binary.span(),
          binary.operator().symbol(),
          Shapes.describe(a) + " and " + Shapes.describe(b));
    }
    switch (binary.operator()) {
      case OR:
        return s -> Scalars.or(s.get(0), s.get(1));
      case AND:
        return s -> Scalars.and(s.get(0), s.get(1));
      case EQUAL:
        return promoted(BinaryOp.EQUAL);
      case NOT_EQUAL:
        return s -> Scalars.not(promoted(BinaryOp.EQUAL).apply(s));
      case LESS:
        return promoted(BinaryOp.LESS);
      case LESS_EQUAL:
        return promoted(BinaryOp.LESS_EQUAL);
      case GREATER:
        return s -> promoted(BinaryOp.LESS).apply(List.of(s.get(1), s.get(0)));
      case GREATER_EQUAL:
        return s -> promoted(BinaryOp.LESS_EQUAL).apply(List.of(s.get(1), s.get(0)));
      case ADD:
        return promoted(BinaryOp.ADD);
      case SUBTRACT:
        return promoted(BinaryOp.SUBTRACT);
      case MULTIPLY:
        return promoted(BinaryOp.MULTIPLY);
      case REMAINDER:
        return s -> remainder(s.get(0), s.get(1), binary.span());
      case DIVIDE:
        return ints ? s -> exact(s.get(0), s.get(1), binary.span()) : promoted(BinaryOp.DIVIDE);
      default:
        return s -> power(s.get(0), s.get(1));
    }
  }

  /** An operator on operands of one type: ints become floats where the other one is. */
  static Function<List<Scalar>, Scalar> promoted(BinaryOp op) {
    return s -> {
      Scalar a = s.get(0);
      Scalar b = s.get(1);
      if (a.type() == b.type()) {
        return Scalars.binary(op, a, b);
      }
      return Scalars.binary(
          op, Scalars.cast(ElementType.REAL, a), Scalars.cast(ElementType.REAL, b));
    };
  }

  /** A division of ints without a remainder: a reduction skips the points where there is one. */
  private Scalar exact(Scalar a, Scalar b, Span span) {
    positive(b, span);
    Scalar remainder = Scalars.remainder(a, b);
    if (!Scalars.isConstant(remainder, 0)) {
      Scalar divides = Scalars.equal(remainder, Scalars.integer(0));
      if (context.reduction == null || divides.equals(Scalars.FALSE)) {
        throw context.error(REMAINDER, span, ScalarText.of(a) + " / " + ScalarText.of(b));
      }
      context.reduction.guards.add(Scalars.or(Scalars.not(context.reduction.path), divides));
    }
    return Scalars.floorDivide(a, b);
  }

  private Scalar remainder(Scalar a, Scalar b, Span span) {
    positive(b, span);
    return Scalars.remainder(a, b);
  }

  /** Ints are divided by what is surely positive, so that no division can fail. */
  void positive(Scalar divisor, Span span) {
    Interval range = context.ranges.of(divisor);
    if (range.low() <= 0) {
      throw context.error(DIVISOR, span, ScalarText.of(divisor));
    }
  }

  /** Small whole powers are products. */
  static Scalar power(Scalar base, Scalar exponent) {
    if (exponent instanceof Scalar.Constant constant
        && constant.value() == Math.rint(constant.value())
        && constant.value() >= 1
        && constant.value() <= 4) {
      Scalar product = base;
      for (int i = 1; i < constant.value(); i++) {
        product = Scalars.multiply(product, base);
      }
      return product;
    }
    if (base instanceof Scalar.Constant
        && exponent instanceof Scalar.Constant
        && base.type() == ElementType.INT
        && exponent.type() == ElementType.INT) {
      double value =
          Math.pow(((Scalar.Constant) base).value(), ((Scalar.Constant) exponent).value());
      return value == Math.rint(value) ? Scalars.integer((long) value) : Scalars.real(value);
    }
    return promotedToReal(BinaryOp.POWER, base, exponent);
  }

  private static Scalar promotedToReal(BinaryOp op, Scalar a, Scalar b) {
    return Scalars.binary(op, Scalars.cast(ElementType.REAL, a), Scalars.cast(ElementType.REAL, b));
  }

  private TensorValue operand(String symbol, Value value, Span span) {
    Optional<TensorValue> tensor = expressions.tensor(value);
    if (tensor.isPresent()) {
      return tensor.get();
    }
    throw expressions.isError(value)
        ? new Abort()
        : context.error(NO_OPERAND, span, symbol, Shapes.describe(value));
  }

  /** Applies an operation element by element; the result is computed when it is needed. */
  Value elementwise(
      Span span, List<TensorValue> operands, Function<List<Scalar>, Scalar> operation) {
    List<Extent> shape = operands.get(0).dimensions();
    for (TensorValue operand : operands) {
      List<Extent> other = operand.dimensions();
      List<Extent> before = shape;
      shape =
          broadcast(before, other)
              .orElseThrow(
                  () -> context.error(NO_BROADCAST, span, Shapes.text(before), Shapes.text(other)));
    }
    if (shape.isEmpty()) {
      Scalar scalar = operation.apply(operands.stream().map(TensorValue::scalar).toList());
      Optional<Value> constant = Value.ofConstant(scalar);
      return constant.isPresent() ? constant.get() : TensorValue.scalar(scalar);
    }
    List<Extent> result = shape;
    List<Scalar> probe =
        operands.stream()
            .map(operand -> at(operand, Scalars.indices(Tensors.axes(result))))
            .toList();
    return new TensorValue(
        operation.apply(probe).type(),
        result,
        indices -> operation.apply(operands.stream().map(o -> at(o, indices)).toList()),
        Optional.empty());
  }

  /** Reads an operand at indices of the result. */
  private static Scalar at(TensorValue operand, List<Scalar> indices) {
    List<Scalar> own = new ArrayList<>();
    int skipped = indices.size() - operand.rank();
    for (int i = 0; i < operand.rank(); i++) {
      boolean single = operand.dimensions().get(i).equals(Extent.of(1));
      own.add(single ? Scalars.integer(0) : indices.get(skipped + i));
    }
    return operand.at(own);
  }

  /** The shape of a result, if two shapes fit together. */
  private static Optional<List<Extent>> broadcast(List<Extent> a, List<Extent> b) {
    List<Extent> result = new ArrayList<>();
    int rank = Math.max(a.size(), b.size());
    for (int i = 0; i < rank; i++) {
      int inA = i - rank + a.size();
      int inB = i - rank + b.size();
      Extent fromA = inA < 0 ? Extent.of(1) : a.get(inA);
      Extent fromB = inB < 0 ? Extent.of(1) : b.get(inB);
      if (!fromA.equals(fromB) && !fromA.equals(Extent.of(1)) && !fromB.equals(Extent.of(1))) {
        return Optional.empty();
      }
      result.add(fromA.equals(Extent.of(1)) ? fromB : fromA);
    }
    return Optional.of(result);
  }
}
