package dev.nutshell.processor.frontend;

import dev.nutshell.processor.graph.Scalar;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scalar expressions as users would write them, for messages. */
final class ScalarText {
  private ScalarText() {}

  static String of(Scalar scalar) {
    if (scalar instanceof Scalar.Constant constant) {
      return constant.value() == Math.rint(constant.value())
          ? String.valueOf((long) constant.value())
          : String.valueOf(constant.value());
    }
    if (scalar instanceof Scalar.AxisIndex index) {
      return index.axis().name();
    }
    if (scalar instanceof Scalar.ExtentValue extent) {
      return extent.extent().toString();
    }
    if (scalar instanceof Scalar.Read read) {
      return read.node().name()
          + read.indices().stream().map(ScalarText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (scalar instanceof Scalar.Binary binary) {
      String symbol = symbol(binary.op());
      if (symbol.length() <= 3) {
        return of(binary.left()) + " " + symbol + " " + of(binary.right());
      }
      return symbol + "(" + of(binary.left()) + ", " + of(binary.right()) + ")";
    }
    String name =
        scalar instanceof Scalar.Unary unary
            ? unary.op().name().toLowerCase(Locale.ROOT)
            : scalar.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return name
        + scalar.children().stream()
            .map(ScalarText::of)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String symbol(Scalar.BinaryOp op) {
    switch (op) {
      case ADD:
        return "+";
      case SUBTRACT:
        return "-";
      case MULTIPLY:
        return "*";
      case DIVIDE:
        return "/";
      case REMAINDER:
        return "%";
      case EQUAL:
        return "==";
      case LESS:
        return "<";
      case LESS_EQUAL:
        return "<=";
      case AND:
        return "and";
      case OR:
        return "or";
      default:
        return op.name().toLowerCase(Locale.ROOT);
    }
  }
}
