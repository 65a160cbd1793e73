package dev.nutshell.processor.graph;

/** Arithmetic on constants, in double. */
final class ConstantFolding {
  private ConstantFolding() {}

  static double unary(Scalar.UnaryOp op, double x) {
    switch (op) {
      case NEGATE:
        return -x;
      case NOT:
        return x == 0 ? 1 : 0;
      case ABS:
        return Math.abs(x);
      case SIGN:
        return Math.signum(x);
      case FLOOR:
        return Math.floor(x);
      case EXP:
        return StrictMath.exp(x);
      case EXPM1:
        return StrictMath.expm1(x);
      case LOG:
        return StrictMath.log(x);
      case LOG1P:
        return StrictMath.log1p(x);
      case SQRT:
        return Math.sqrt(x);
      case TANH:
        return StrictMath.tanh(x);
      case ERF:
        return dev.nutshell.inference.ScalarMath.erf(x);
      case SIN:
        return StrictMath.sin(x);
      case COS:
        return StrictMath.cos(x);
      default:
        return x;
    }
  }

  static double binary(Scalar.BinaryOp op, ElementType type, double a, double b) {
    switch (op) {
      case ADD:
        return a + b;
      case SUBTRACT:
        return a - b;
      case MULTIPLY:
        return a * b;
      case DIVIDE:
        return a / b;
      case POWER:
        return StrictMath.pow(a, b);
      case MIN:
        return Math.min(a, b);
      case MAX:
        return Math.max(a, b);
      case FLOOR_DIVIDE:
        return Math.floorDiv((long) a, (long) b);
      case REMAINDER:
        return Math.floorMod((long) a, (long) b);
      case EQUAL:
        return a == b ? 1 : 0;
      case LESS:
        return a < b ? 1 : 0;
      case LESS_EQUAL:
        return a <= b ? 1 : 0;
      case AND:
        return a != 0 && b != 0 ? 1 : 0;
      case OR:
        return a != 0 || b != 0 ? 1 : 0;
      default:
        throw new IllegalArgumentException(op + " of " + type);
    }
  }

  static double cast(ElementType type, double x) {
    switch (type) {
      case INT:
        return (int) x;
      case BOOL:
        return x == 0 ? 0 : 1;
      default:
        return x;
    }
  }
}
