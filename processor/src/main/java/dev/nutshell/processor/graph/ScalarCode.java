package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.inference.ScalarMath;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Turns scalar expressions into functions of the positions of axes. Ints are exact in the doubles
 * that stand for them, and wrap at 32 bits.
 */
final class ScalarCode {
  private final Call call;
  private final Precision precision;
  private final Function<Node, Interpreter.Cell> cells;
  private final Map<Axis, Counter> counters = new HashMap<>();
  private long decisions;

  /** Where an axis stands. */
  static final class Counter {
    private final int length;
    private int position;

    private Counter(int length) {
      this.length = length;
    }

    int length() {
      return length;
    }

    int get() {
      return position;
    }

    void set(int value) {
      position = value;
    }
  }

  ScalarCode(Call call, Precision precision, Function<Node, Interpreter.Cell> cells) {
    this.call = call;
    this.precision = precision;
    this.cells = cells;
  }

  /** See {@link Interpreter#decisions}. */
  long decisions() {
    return decisions;
  }

  /** Notes which way a function went that jumps or bends. */
  private double decided(double choice) {
    decisions = decisions * 0x5851f42d4c957f2dL + Double.hashCode(choice) + 1;
    return choice;
  }

  Counter counter(Axis axis) {
    return counters.computeIfAbsent(axis, key -> new Counter(call.length(key.extent())));
  }

  /** Runs something at every point of the axes, the last one fastest. */
  void forEachPoint(List<Axis> axes, Runnable each) {
    run(axes.stream().map(this::counter).toList(), 0, each);
  }

  private static void run(List<Counter> counters, int depth, Runnable each) {
    if (depth == counters.size()) {
      each.run();
      return;
    }
    Counter counter = counters.get(depth);
    for (int i = 0; i < counter.length; i++) {
      counter.position = i;
      run(counters, depth + 1, each);
    }
  }

  /** A number as its type holds it. */
  double round(ElementType type, double value) {
    return type == ElementType.REAL && precision == Precision.FLOAT ? (float) value : value;
  }

  /**
   * The expression as a function of the counters of its axes.
   *
   * @param where what the expression belongs to, for messages
   */
  DoubleSupplier of(Scalar scalar, String where) {
    if (scalar instanceof Scalar.Constant constant) {
      double value = round(constant.type(), constant.value());
      return () -> value;
    }
    if (scalar instanceof Scalar.AxisIndex index) {
      Counter counter = counter(index.axis());
      return () -> counter.position;
    }
    if (scalar instanceof Scalar.ExtentValue extent) {
      int length = call.length(extent.extent());
      return () -> length;
    }
    if (scalar instanceof Scalar.Read read) {
      return read(read, where);
    }
    if (scalar instanceof Scalar.Unary unary) {
      return unary(unary, where);
    }
    if (scalar instanceof Scalar.Binary binary) {
      return binary(binary, where);
    }
    if (scalar instanceof Scalar.Select select) {
      DoubleSupplier condition = of(select.condition(), where);
      DoubleSupplier then = of(select.then(), where);
      DoubleSupplier otherwise = of(select.otherwise(), where);
      return () -> (condition.getAsDouble() != 0 ? then : otherwise).getAsDouble();
    }
    if (scalar instanceof Scalar.Cast cast) {
      DoubleSupplier operand = of(cast.operand(), where);
      ElementType type = cast.type();
      if (cast.operand().type().isFloating() && !type.isFloating()) {
        return () -> decided(ConstantFolding.cast(type, operand.getAsDouble()));
      }
      return () -> round(type, ConstantFolding.cast(type, operand.getAsDouble()));
    }
    if (scalar instanceof Scalar.Random random) {
      return random(random, where);
    }
    Reduce reduce = (Reduce) scalar;
    return reduce.op().isIndex() ? best(reduce, where, true) : value(reduce, where);
  }

  private DoubleSupplier read(Scalar.Read read, String where) {
    Interpreter.Cell cell = cells.apply(read.node());
    int rank = read.node().rank();
    int[] lengths = read.node().shape().stream().mapToInt(call::length).toArray();
    DoubleSupplier[] indices =
        read.indices().stream().map(index -> of(index, where)).toArray(DoubleSupplier[]::new);
    return () -> {
      int offset = 0;
      for (int k = 0; k < rank; k++) {
        int index = (int) indices[k].getAsDouble();
        if (index < 0 || index >= lengths[k]) {
          throw new IllegalStateException(
              "%s reads %s at index %d of axis %d".formatted(where, read.node(), index, k));
        }
        offset = offset * lengths[k] + index;
      }
      return cell.values()[offset];
    };
  }

  private DoubleSupplier unary(Scalar.Unary unary, String where) {
    DoubleSupplier operand = of(unary.operand(), where);
    ElementType type = unary.type();
    Scalar.UnaryOp op = unary.op();
    return switch (op) {
      case SIGN, FLOOR -> () -> decided(ConstantFolding.unary(op, operand.getAsDouble()));
      case ABS ->
          () -> {
            double value = operand.getAsDouble();
            decided(Math.signum(value));
            return Math.abs(value);
          };
      default -> () -> round(type, ConstantFolding.unary(op, operand.getAsDouble()));
    };
  }

  private DoubleSupplier binary(Scalar.Binary binary, String where) {
    DoubleSupplier left = of(binary.left(), where);
    DoubleSupplier right = of(binary.right(), where);
    BinaryOp op = binary.op();
    if (op == BinaryOp.AND) {
      return () -> left.getAsDouble() != 0 ? right.getAsDouble() : 0;
    }
    if (op == BinaryOp.OR) {
      return () -> left.getAsDouble() != 0 ? 1 : right.getAsDouble();
    }
    ElementType operands = binary.left().type();
    if (binary.type() == ElementType.INT) {
      return () -> integer(op, (long) left.getAsDouble(), (long) right.getAsDouble());
    }
    if (op.isPredicate() && operands.isFloating()) {
      return () ->
          decided(ConstantFolding.binary(op, operands, left.getAsDouble(), right.getAsDouble()));
    }
    if (op == BinaryOp.MIN || op == BinaryOp.MAX) {
      return () -> {
        double a = left.getAsDouble();
        double b = right.getAsDouble();
        decided(Math.signum(a - b));
        return ConstantFolding.binary(op, operands, a, b);
      };
    }
    ElementType type = binary.type();
    return () ->
        round(type, ConstantFolding.binary(op, operands, left.getAsDouble(), right.getAsDouble()));
  }

  private static int integer(BinaryOp op, long a, long b) {
    return switch (op) {
      case ADD -> (int) (a + b);
      case SUBTRACT -> (int) (a - b);
      case MULTIPLY -> (int) (a * b);
      default -> (int) ConstantFolding.binary(op, ElementType.INT, (double) a, (double) b);
    };
  }

  private DoubleSupplier random(Scalar.Random random, String where) {
    DoubleSupplier row = of(random.row(), where);
    DoubleSupplier element = of(random.element(), where);
    return () -> {
      int sample = call.samples().get((int) row.getAsDouble());
      int position = (int) element.getAsDouble();
      return precision == Precision.FLOAT
          ? ScalarMath.uniform(call.seed(), call.step(), random.stream(), sample, position)
          : ScalarMath.uniformDouble(call.seed(), call.step(), random.stream(), sample, position);
    };
  }

  /** Sums, products and extreme values. */
  private DoubleSupplier value(Reduce reduce, String where) {
    if (reduce.op() == ReduceOp.MAX || reduce.op() == ReduceOp.MIN) {
      return best(reduce, where, false);
    }
    BinaryOp op = reduce.op() == ReduceOp.SUM ? BinaryOp.ADD : BinaryOp.MULTIPLY;
    ElementType type = reduce.type();
    DoubleSupplier body = of(reduce.body(), where);
    DoubleSupplier guard = guard(reduce, where);
    return () -> {
      double[] result = {op == BinaryOp.ADD ? 0 : 1};
      forEachPoint(
          reduce.axes(),
          () -> {
            if (guard.getAsDouble() != 0) {
              result[0] =
                  round(type, ConstantFolding.binary(op, type, result[0], body.getAsDouble()));
            }
          });
      return result[0];
    };
  }

  /** The first best point: its position, or its value. */
  private DoubleSupplier best(Reduce reduce, String where, boolean position) {
    boolean largest = reduce.op() == ReduceOp.MAX || reduce.op() == ReduceOp.ARGMAX;
    double worst = worst(reduce.body().type(), largest);
    DoubleSupplier body = of(reduce.body(), where);
    DoubleSupplier guard = guard(reduce, where);
    DoubleSupplier place = of(Scalars.position(reduce.axes()), where);
    return () -> {
      double[] best = {worst, 0};
      boolean[] none = {true};
      forEachPoint(
          reduce.axes(),
          () -> {
            if (guard.getAsDouble() != 0) {
              double value = body.getAsDouble();
              boolean better = largest ? value > best[0] : value < best[0];
              if (none[0] || better || (Double.isNaN(value) && !Double.isNaN(best[0]))) {
                none[0] = false;
                best[0] = value;
                best[1] = place.getAsDouble();
              }
            }
          });
      decided(best[1]);
      return position ? best[1] : best[0];
    };
  }

  private static double worst(ElementType type, boolean largest) {
    if (type.isFloating()) {
      return largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return largest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }

  /** Whether all guards hold; none is looked at after the first that does not. */
  private DoubleSupplier guard(Reduce reduce, String where) {
    List<DoubleSupplier> guards = new ArrayList<>();
    reduce.guards().forEach(guard -> guards.add(of(guard, where)));
    return () -> {
      for (DoubleSupplier guard : guards) {
        if (guard.getAsDouble() == 0) {
          return 0;
        }
      }
      return 1;
    };
  }
}
