package dev.nutshell.processor.graph;

import dev.nutshell.processor.graph.Scalar.AxisIndex;
import dev.nutshell.processor.graph.Scalar.Binary;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Cast;
import dev.nutshell.processor.graph.Scalar.Constant;
import dev.nutshell.processor.graph.Scalar.ExtentValue;
import dev.nutshell.processor.graph.Scalar.Random;
import dev.nutshell.processor.graph.Scalar.Read;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.Select;
import dev.nutshell.processor.graph.Scalar.Unary;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Builds scalar expressions: constants are folded, integer sums kept in the form of {@link Affine}.
 */
public final class Scalars {
  private Scalars() {}

  public static final Scalar TRUE = new Constant(ElementType.BOOL, 1);
  public static final Scalar FALSE = new Constant(ElementType.BOOL, 0);

  public static Scalar integer(long value) {
    return new Constant(ElementType.INT, value);
  }

  public static Scalar real(double value) {
    return new Constant(ElementType.REAL, value);
  }

  public static Scalar bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static Scalar index(Axis axis) {
    return new AxisIndex(axis);
  }

  /** The indices of axes, in order. */
  public static List<Scalar> indices(List<Axis> axes) {
    return axes.stream().map(Scalars::index).toList();
  }

  /** The row-major position of a point, counted by the bounds of the axes. */
  public static Scalar position(List<Axis> axes) {
    Scalar position = integer(0);
    for (Axis axis : axes) {
      position = add(multiply(position, integer(axis.extent().bound())), index(axis));
    }
    return position;
  }

  /** The length of an axis as a value. */
  public static Scalar extent(Extent extent) {
    return extent instanceof Extent.Fixed fixed ? integer(fixed.size()) : new ExtentValue(extent);
  }

  public static Scalar read(Node node, List<Scalar> indices) {
    if (indices.size() != node.rank()) {
      throw new IllegalArgumentException(node + " read at " + indices.size() + " indices");
    }
    return new Read(node, indices);
  }

  /** Whether the expression is the number {@code value}. */
  public static boolean isConstant(Scalar scalar, double value) {
    return scalar instanceof Constant constant && constant.value() == value;
  }

  public static Scalar add(Scalar left, Scalar right) {
    return binary(BinaryOp.ADD, left, right);
  }

  public static Scalar subtract(Scalar left, Scalar right) {
    return binary(BinaryOp.SUBTRACT, left, right);
  }

  public static Scalar multiply(Scalar left, Scalar right) {
    return binary(BinaryOp.MULTIPLY, left, right);
  }

  public static Scalar divide(Scalar left, Scalar right) {
    return binary(BinaryOp.DIVIDE, left, right);
  }

  public static Scalar negate(Scalar operand) {
    return unary(UnaryOp.NEGATE, operand);
  }

  public static Scalar equal(Scalar left, Scalar right) {
    return binary(BinaryOp.EQUAL, left, right);
  }

  public static Scalar less(Scalar left, Scalar right) {
    return binary(BinaryOp.LESS, left, right);
  }

  public static Scalar lessEqual(Scalar left, Scalar right) {
    return binary(BinaryOp.LESS_EQUAL, left, right);
  }

  public static Scalar floorDivide(Scalar left, Scalar right) {
    return binary(BinaryOp.FLOOR_DIVIDE, left, right);
  }

  public static Scalar remainder(Scalar left, Scalar right) {
    return binary(BinaryOp.REMAINDER, left, right);
  }

  public static Scalar and(Scalar left, Scalar right) {
    return binary(BinaryOp.AND, left, right);
  }

  public static Scalar or(Scalar left, Scalar right) {
    return binary(BinaryOp.OR, left, right);
  }

  /** All of the conditions. */
  public static Scalar all(List<Scalar> conditions) {
    return conditions.stream().reduce(TRUE, Scalars::and);
  }

  /** Conditions, those that are conjunctions taken apart. */
  public static List<Scalar> conjuncts(List<Scalar> conditions) {
    List<Scalar> parts = new ArrayList<>();
    for (Scalar condition : conditions) {
      if (condition instanceof Scalar.Binary both && both.op() == BinaryOp.AND) {
        parts.addAll(conjuncts(both.children()));
      } else {
        parts.add(condition);
      }
    }
    return parts;
  }

  /** The negation; comparisons of ints turn round, those of floats do not (NaN). */
  public static Scalar not(Scalar operand) {
    return unary(UnaryOp.NOT, operand);
  }

  /** Applies an operator, folding what is constant. */
  public static Scalar unary(UnaryOp op, Scalar operand) {
    if (operand instanceof Constant constant && op != UnaryOp.STOP_GRADIENT) {
      return new Constant(
          op == UnaryOp.NOT ? ElementType.BOOL : constant.type(),
          ConstantFolding.unary(op, constant.value()));
    }
    if (op == UnaryOp.NEGATE) {
      if (operand.type() == ElementType.INT) {
        return new Affine(Map.of(), 0).plus(Affine.of(operand), -1).toScalar();
      }
      if (operand instanceof Unary inner && inner.op() == UnaryOp.NEGATE) {
        return inner.operand();
      }
    }
    if (op == UnaryOp.NOT) {
      if (operand instanceof Unary inner && inner.op() == UnaryOp.NOT) {
        return inner.operand();
      }
      if (operand instanceof Binary comparison && comparison.left().type() == ElementType.INT) {
        if (comparison.op() == BinaryOp.LESS) {
          return lessEqual(/* left= */ comparison.right(), /* right= */ comparison.left());
        }
        if (comparison.op() == BinaryOp.LESS_EQUAL) {
          return less(/* left= */ comparison.right(), /* right= */ comparison.left());
        }
      }
    }
    return new Unary(op, operand);
  }

  /** Applies an operator, folding what is constant or known from the extents of axes. */
  public static Scalar binary(BinaryOp op, Scalar left, Scalar right) {
    if (left.type() != right.type()) {
      throw new IllegalArgumentException(op + " of " + left.type() + " and " + right.type());
    }
    if (left instanceof Constant a && right instanceof Constant b) {
      ElementType type = op.isPredicate() ? ElementType.BOOL : a.type();
      if ((op != BinaryOp.FLOOR_DIVIDE && op != BinaryOp.REMAINDER) || b.value() != 0) {
        return new Constant(type, ConstantFolding.binary(op, a.type(), a.value(), b.value()));
      }
    }
    return switch (left.type()) {
      case INT -> integerBinary(op, left, right);
      case BOOL -> logical(op, left, right);
      default -> floating(op, left, right);
    };
  }

  private static Scalar integerBinary(BinaryOp op, Scalar left, Scalar right) {
    switch (op) {
      case ADD -> {
        return Affine.of(left).plus(Affine.of(right), 1).rejoined().toScalar();
      }
      case SUBTRACT -> {
        return Affine.of(left).plus(Affine.of(right), -1).rejoined().toScalar();
      }
      case MULTIPLY -> {
        if (right instanceof Constant constant) {
          return new Affine(Map.of(), 0).plus(Affine.of(left), (long) constant.value()).toScalar();
        }
        if (left instanceof Constant) {
          return integerBinary(op, right, left);
        }
        return new Binary(op, left, right);
      }
      case FLOOR_DIVIDE, REMAINDER -> {
        return division(op, left, right);
      }
      case MIN, MAX -> {
        Interval difference = Ranges.NONE.of(subtract(left, right));
        if (difference.high() <= 0) {
          return op == BinaryOp.MIN ? left : right;
        }
        return difference.low() >= 0
            ? (op == BinaryOp.MIN ? right : left)
            : new Binary(op, left, right);
      }
      default -> {
        Binary comparison = new Binary(op, left, right);
        if (Ranges.NONE.implies(comparison)) {
          return TRUE;
        }
        return Ranges.NONE.refutes(comparison) ? FALSE : comparison;
      }
    }
  }

  /** Takes out of a division what divides without a remainder. */
  private static Scalar division(BinaryOp op, Scalar left, Scalar right) {
    if (!(right instanceof Constant constant) || constant.value() <= 0) {
      return new Binary(op, left, right);
    }
    long divisor = (long) constant.value();
    Affine dividend = Affine.of(left);
    Affine quotient = dividend.quotient(divisor);
    Scalar rest = dividend.plus(quotient, -divisor).toScalar();
    Interval range = Ranges.NONE.of(rest);
    boolean below = range.low() >= 0 && range.high() < divisor;
    if (op == BinaryOp.REMAINDER) {
      return below ? rest : new Binary(op, rest, right);
    }
    if (below) {
      return quotient.toScalar();
    }
    return add(quotient.toScalar(), new Binary(op, rest, right));
  }

  private static Scalar logical(BinaryOp op, Scalar left, Scalar right) {
    if (op == BinaryOp.AND) {
      if (left.equals(FALSE) || right.equals(FALSE)) {
        return FALSE;
      }
      return left.equals(TRUE)
          ? right
          : right.equals(TRUE) || left.equals(right) ? left : new Binary(op, left, right);
    }
    if (op == BinaryOp.OR) {
      if (left.equals(TRUE) || right.equals(TRUE)) {
        return TRUE;
      }
      return left.equals(FALSE)
          ? right
          : right.equals(FALSE) || left.equals(right) ? left : new Binary(op, left, right);
    }
    return new Binary(op, left, right);
  }

  /**
   * Only what is exact for every float, NaN and infinities included, is folded (a negative zero may
   * lose its sign).
   */
  private static Scalar floating(BinaryOp op, Scalar left, Scalar right) {
    return switch (op) {
      case ADD ->
          isConstant(left, 0) ? right : isConstant(right, 0) ? left : new Binary(op, left, right);
      case SUBTRACT ->
          isConstant(right, 0)
              ? left
              : isConstant(left, 0) ? negate(right) : new Binary(op, left, right);
      case MULTIPLY ->
          isConstant(left, 1) ? right : isConstant(right, 1) ? left : new Binary(op, left, right);
      case DIVIDE, POWER -> isConstant(right, 1) ? left : new Binary(op, left, right);
      default -> new Binary(op, left, right);
    };
  }

  public static Scalar select(Scalar condition, Scalar then, Scalar otherwise) {
    if (then.type() != otherwise.type()) {
      throw new IllegalArgumentException("select of " + then.type() + " and " + otherwise.type());
    }
    if (condition instanceof Constant constant) {
      return constant.value() != 0 ? then : otherwise;
    }
    return then.equals(otherwise) ? then : new Select(condition, then, otherwise);
  }

  public static Scalar cast(ElementType type, Scalar operand) {
    if (operand.type() == type) {
      return operand;
    }
    if (operand instanceof Constant constant) {
      return new Constant(type, ConstantFolding.cast(type, constant.value()));
    }
    return new Cast(type, operand);
  }

  /** A reduction; guards that always hold are dropped. */
  public static Scalar reduce(
      Scalar.ReduceOp op, List<Axis> axes, List<Scalar> guards, Scalar body) {
    List<Scalar> needed = new ArrayList<>();
    for (Scalar guard : guards) {
      if (!guard.equals(TRUE) && !needed.contains(guard)) {
        needed.add(guard);
      }
    }
    return new Reduce(op, axes, needed, body);
  }

  /**
   * The conditions under which {@code index} is in range of an axis, without those that {@code
   * ranges} imply.
   */
  public static List<Scalar> inRange(Scalar index, Extent extent, Ranges ranges) {
    List<Scalar> conditions = new ArrayList<>();
    if (extent instanceof Extent.Batch) {
      return conditions;
    }
    Scalar low = lessEqual(integer(0), index);
    if (!ranges.implies(low)) {
      conditions.add(low);
    }
    Scalar high = less(index, extent(extent));
    if (!ranges.implies(high)) {
      conditions.add(high);
    }
    return conditions;
  }

  /** Whether an axis occurs in the expression, other than bound by a reduction of it. */
  public static boolean mentions(Scalar scalar, Axis axis) {
    if (scalar instanceof AxisIndex index) {
      return index.axis() == axis;
    }
    for (Scalar child : scalar.children()) {
      if (mentions(child, axis)) {
        return true;
      }
    }
    return false;
  }

  /** The axes that occur and are not bound by a reduction inside, in order of occurrence. */
  public static Set<Axis> freeAxes(Scalar scalar) {
    Set<Axis> axes = new LinkedHashSet<>();
    collectFree(scalar, axes);
    return axes;
  }

  private static void collectFree(Scalar scalar, Set<Axis> axes) {
    if (scalar instanceof AxisIndex index) {
      axes.add(index.axis());
    } else if (scalar instanceof Reduce reduce) {
      Set<Axis> inner = new LinkedHashSet<>();
      reduce.children().forEach(child -> collectFree(child, inner));
      reduce.axes().forEach(inner::remove);
      axes.addAll(inner);
    } else {
      scalar.children().forEach(child -> collectFree(child, axes));
    }
  }

  /** The expression with other values in the place of axes. */
  public static Scalar substitute(Scalar scalar, Map<Axis, Scalar> values) {
    if (values.isEmpty()) {
      return scalar;
    }
    if (scalar instanceof AxisIndex index) {
      return values.getOrDefault(index.axis(), scalar);
    }
    // No rewriting: that would look again at what has folded to an axis.
    return rebuild(scalar, child -> substitute(child, values));
  }

  /**
   * Rebuilds an expression from its leaves: each part is rebuilt from its rewritten children
   * (folding on the way), and then {@code rule} has the last word on it.
   */
  public static Scalar rewrite(Scalar scalar, Function<Scalar, Scalar> rule) {
    return rule.apply(rebuild(scalar, child -> rewrite(child, rule)));
  }

  /** The same operation on other operands. */
  public static Scalar rebuild(Scalar scalar, Function<Scalar, Scalar> child) {
    if (scalar instanceof Read read) {
      return new Read(read.node(), read.indices().stream().map(child).toList());
    }
    if (scalar instanceof Unary unary) {
      return unary(unary.op(), child.apply(unary.operand()));
    }
    if (scalar instanceof Binary binary) {
      return binary(binary.op(), child.apply(binary.left()), child.apply(binary.right()));
    }
    if (scalar instanceof Select select) {
      Scalar condition = child.apply(select.condition());
      if (condition instanceof Constant constant) {
        return child.apply(constant.value() != 0 ? select.then() : select.otherwise());
      }
      return select(condition, child.apply(select.then()), child.apply(select.otherwise()));
    }
    if (scalar instanceof Cast cast) {
      return cast(cast.type(), child.apply(cast.operand()));
    }
    if (scalar instanceof Random random) {
      return new Random(random.stream(), child.apply(random.row()), child.apply(random.element()));
    }
    if (scalar instanceof Reduce reduce) {
      return reduce(
          reduce.op(),
          reduce.axes(),
          reduce.guards().stream().map(child).toList(),
          child.apply(reduce.body()));
    }
    return scalar;
  }
}
