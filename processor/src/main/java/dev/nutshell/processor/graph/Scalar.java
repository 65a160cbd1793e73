package dev.nutshell.processor.graph;

import java.util.List;

/**
 * A scalar expression over index variables: what a {@link Compute} evaluates at each of its points.
 * Equal expressions are equal objects; axes and nodes are compared by identity. Build them through
 * {@link Scalars}, which folds constants and keeps index arithmetic in one canonical form.
 */
public sealed interface Scalar {

  /** The type of the value. */
  ElementType type();

  /** The direct operands, in order. */
  List<Scalar> children();

  /** A literal; booleans are 0 and 1. */
  record Constant(ElementType type, double value) implements Scalar {
    @Override
    public List<Scalar> children() {
      return List.of();
    }
  }

  /** The value of an index variable. */
  record AxisIndex(Axis axis) implements Scalar {
    @Override
    public ElementType type() {
      return ElementType.INT;
    }

    @Override
    public List<Scalar> children() {
      return List.of();
    }
  }

  /** The length of a bounded or batch axis in this call. */
  record ExtentValue(Extent extent) implements Scalar {
    @Override
    public ElementType type() {
      return ElementType.INT;
    }

    @Override
    public List<Scalar> children() {
      return List.of();
    }
  }

  /**
   * An element of a node. Every index is in range wherever the expression is evaluated (see {@link
   * Reduce#guards}).
   */
  record Read(Node node, List<Scalar> indices) implements Scalar {
    public Read {
      indices = List.copyOf(indices);
    }

    @Override
    public ElementType type() {
      return node.type().read();
    }

    @Override
    public List<Scalar> children() {
      return indices;
    }
  }

  /** A function of one operand. */
  record Unary(UnaryOp op, Scalar operand) implements Scalar {
    @Override
    public ElementType type() {
      return op == UnaryOp.NOT ? ElementType.BOOL : operand.type();
    }

    @Override
    public List<Scalar> children() {
      return List.of(operand);
    }
  }

  /** A function of two operands of one type. */
  record Binary(BinaryOp op, Scalar left, Scalar right) implements Scalar {
    @Override
    public ElementType type() {
      return op.isPredicate() ? ElementType.BOOL : left.type();
    }

    @Override
    public List<Scalar> children() {
      return List.of(left, right);
    }
  }

  /** The branch taken alone is evaluated: a read in the other one may be out of range. */
  record Select(Scalar condition, Scalar then, Scalar otherwise) implements Scalar {
    @Override
    public ElementType type() {
      return then.type();
    }

    @Override
    public List<Scalar> children() {
      return List.of(condition, then, otherwise);
    }
  }

  /**
   * A conversion; from floating to int it truncates towards zero, to bool it compares with zero.
   */
  record Cast(ElementType type, Scalar operand) implements Scalar {
    @Override
    public List<Scalar> children() {
      return List.of(operand);
    }
  }

  /**
   * A uniform number in [0, 1): a function of the seed, the step, {@code stream}, the index in the
   * epoch of the sample in batch row {@code row}, and {@code element}. Whoever evaluates it again
   * gets the same number.
   *
   * @param row the batch row; the constant 0 where the value does not depend on the batch
   * @param element the row-major position among the axes of the tensor that draws
   */
  record Random(long stream, Scalar row, Scalar element) implements Scalar {
    @Override
    public ElementType type() {
      return ElementType.REAL;
    }

    @Override
    public List<Scalar> children() {
      return List.of(row, element);
    }
  }

  /**
   * A reduction of {@code body} over all points of {@code axes}, in row-major order. A point where
   * a guard is false is skipped, and its body is not evaluated. With no points: 0, 1, −∞, +∞, and 0
   * for argmax and argmin, which give the row-major position of the first best point (positions are
   * counted by the bounds of the axes). A NaN is best of all.
   */
  record Reduce(ReduceOp op, List<Axis> axes, List<Scalar> guards, Scalar body) implements Scalar {
    public Reduce {
      axes = List.copyOf(axes);
      guards = List.copyOf(guards);
    }

    @Override
    public ElementType type() {
      return op.isIndex() ? ElementType.INT : body.type();
    }

    /** The guards, then the body. */
    @Override
    public List<Scalar> children() {
      List<Scalar> all = new java.util.ArrayList<>(guards);
      all.add(body);
      return all;
    }
  }

  /** Functions of one operand. Floating unless said otherwise. */
  enum UnaryOp {
    /** Also on ints. */
    NEGATE,
    /** On bools. */
    NOT,
    ABS,
    /** −1, 0 or 1. */
    SIGN,
    FLOOR,
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SQRT,
    TANH,
    ERF,
    SIN,
    COS,
    /** The value, with no gradient. */
    STOP_GRADIENT;

    /** Whether it takes many operations. */
    public boolean isFunction() {
      return switch (this) {
        case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS -> true;
        default -> false;
      };
    }
  }

  /** Functions of two operands. */
  enum BinaryOp {
    /** On ints and floats. */
    ADD,
    /** On ints and floats. */
    SUBTRACT,
    /** On ints and floats. */
    MULTIPLY,
    /** On floats. */
    DIVIDE,
    /** On floats. */
    POWER,
    /** On ints and floats; NaN where an operand is. */
    MIN,
    /** On ints and floats; NaN where an operand is. */
    MAX,
    /** On ints: towards −∞. */
    FLOOR_DIVIDE,
    /** On ints: the non-negative remainder of a division by a positive number. */
    REMAINDER,
    EQUAL,
    LESS,
    LESS_EQUAL,
    /** On bools. */
    AND,
    /** On bools. */
    OR;

    /** Whether the result is a bool. */
    public boolean isPredicate() {
      return switch (this) {
        case EQUAL, LESS, LESS_EQUAL, AND, OR -> true;
        default -> false;
      };
    }
  }

  /** How a reduction joins its points. */
  enum ReduceOp {
    SUM,
    PRODUCT,
    MAX,
    MIN,
    ARGMAX,
    ARGMIN;

    /** Whether the result is the position of a point. */
    public boolean isIndex() {
      return this == ARGMAX || this == ARGMIN;
    }
  }
}
