package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Fma;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpression.Unary;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Assign;
import java.util.List;

/** The local variables in which a reduction joins its points, one after the other. */
final class Accumulator {
  private final Nest nest;
  private final Reduce reduce;
  private final Local best;
  private final Local position;

  /** Declares the variables, with the value of a reduction of no points. */
  Accumulator(Nest nest, Reduce reduce) {
    this.nest = nest;
    this.reduce = reduce;
    this.best = nest.declare(name(reduce.op()), identity(reduce.op(), reduce.body().type()));
    this.position =
        reduce.op().isIndex() ? nest.declare("position", new Literal(ElementType.INT, -1)) : null;
  }

  private static String name(ReduceOp op) {
    return switch (op) {
      case SUM -> "sum";
      case PRODUCT -> "product";
      case MAX -> "max";
      case MIN -> "min";
      default -> "best";
    };
  }

  /** What a reduction gives of no points. */
  static Literal identity(ReduceOp op, ElementType type) {
    boolean floating = type.isFloating();
    return switch (op) {
      case SUM -> new Literal(type, 0);
      case PRODUCT -> new Literal(type, 1);
      case MAX, ARGMAX ->
          new Literal(type, floating ? Double.NEGATIVE_INFINITY : Integer.MIN_VALUE);
      default -> new Literal(type, floating ? Double.POSITIVE_INFINITY : Integer.MAX_VALUE);
    };
  }

  /** Takes all points of an axis, in stripes. */
  void striped(Axis axis, int count, Expressions expressions) {
    Literal start = identity(reduce.op(), reduce.body().type());
    nest.striped(axis, count, operator(reduce.op()), start, best, () -> take(expressions));
  }

  /** Takes the point at which the loops are. */
  void take(Expressions expressions) {
    if (reduce.op().isIndex()) {
      takePosition(expressions);
    } else {
      take(reduce.body(), expressions);
    }
  }

  /** Takes a point of a reduction that does not ask for its position. */
  void take(Scalar body, Expressions expressions) {
    nest.add(new Assign(best, joined(reduce.op(), body, best, expressions)));
  }

  /** {@code total} and one more point; a product is added to a sum with one rounding. */
  static LoopExpression joined(
      ReduceOp op, Scalar body, LoopExpression total, Expressions expressions) {
    if (op == ReduceOp.SUM
        && body.type().isFloating()
        && body instanceof Scalar.Binary product
        && product.op() == BinaryOp.MULTIPLY) {
      return new Fma(expressions.lower(product.left()), expressions.lower(product.right()), total);
    }
    return new Binary(operator(op), total, expressions.lower(body));
  }

  private static BinaryOp operator(ReduceOp op) {
    return switch (op) {
      case SUM -> BinaryOp.ADD;
      case PRODUCT -> BinaryOp.MULTIPLY;
      case MAX -> BinaryOp.MAX;
      default -> BinaryOp.MIN;
    };
  }

  /** The first point is best, then a better one, or the first NaN. */
  private void takePosition(Expressions expressions) {
    LoopExpression value = expressions.lower(reduce.body());
    Local candidate = value instanceof Local local ? local : nest.declare("candidate", value);
    LoopExpression better =
        reduce.op() == ReduceOp.ARGMAX
            ? new Binary(BinaryOp.LESS, best, candidate)
            : new Binary(BinaryOp.LESS, candidate, best);
    if (candidate.type().isFloating()) {
      LoopExpression firstNaN =
          new Binary(
              BinaryOp.AND,
              new Unary(UnaryOp.NOT, new Binary(BinaryOp.EQUAL, candidate, candidate)),
              new Binary(BinaryOp.EQUAL, best, best));
      better = new Binary(BinaryOp.OR, better, firstNaN);
    }
    LoopExpression none = new Binary(BinaryOp.LESS, position, new Literal(ElementType.INT, 0));
    LoopExpression here = expressions.lower(rowMajor(reduce.axes()));
    nest.add(
        new LoopStatement.If(
            new Binary(BinaryOp.OR, none, better),
            new LoopStatement.Block(
                List.of(new Assign(best, candidate), new Assign(position, here))),
            new LoopStatement.Block(List.of())));
  }

  private static Scalar rowMajor(List<Axis> axes) {
    Scalar position = Scalars.integer(0);
    for (Axis axis : axes) {
      position =
          Scalars.add(
              Scalars.multiply(position, Scalars.integer(axis.extent().bound())),
              Scalars.index(axis));
    }
    return position;
  }

  LoopExpression result() {
    if (position == null) {
      return best;
    }
    return new Binary(BinaryOp.MAX, position, new Literal(ElementType.INT, 0));
  }
}
