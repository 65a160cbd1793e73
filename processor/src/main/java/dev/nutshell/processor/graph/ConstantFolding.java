package dev.nutshell.processor.graph;

/** Arithmetic on constants, in double. */
final class ConstantFolding {
  private ConstantFolding() {}

  static double unary(Scalar.UnaryOp op, double x) {
    return switch (op) {
      case NEGATE -> -x;
      case NOT -> x == 0 ? 1 : 0;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case FLOOR -> Math.floor(x);
      case EXP -> StrictMath.exp(x);
      case EXPM1 -> StrictMath.expm1(x);
      case LOG -> StrictMath.log(x);
      case LOG1P -> StrictMath.log1p(x);
      case SQRT -> Math.sqrt(x);
      case TANH -> StrictMath.tanh(x);
      case ERF -> dev.nutshell.inference.ScalarMath.erf(x);
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
      default -> x;
    };
  }

  static double binary(Scalar.BinaryOp op, ElementType type, double a, double b) {
    return switch (op) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> StrictMath.pow(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case FLOOR_DIVIDE -> Math.floorDiv((long) a, (long) b);
      case REMAINDER -> Math.floorMod((long) a, (long) b);
      case EQUAL -> a == b ? 1 : 0;
      case LESS -> a < b ? 1 : 0;
      case LESS_EQUAL -> a <= b ? 1 : 0;
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
      default -> throw new IllegalArgumentException(op + " of " + type);
    };
  }

  static double cast(ElementType type, double x) {
    return switch (type) {
      case INT -> (int) x;
      case BOOL -> x == 0 ? 0 : 1;
      default -> x;
    };
  }
}
