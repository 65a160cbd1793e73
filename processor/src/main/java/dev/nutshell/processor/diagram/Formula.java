package dev.nutshell.processor.diagram;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a value is computed by, such as {@code image / 16}: indices are left out, and whatever is no
 * arithmetic is three dots.
 */
final class Formula {
  private static final String OTHER = "…";

  private final Function<Node, String> names;

  /** Formulas in which tensors go by these names. */
  Formula(Function<Node, String> names) {
    this.names = names;
  }

  String of(Node node) {
    return node instanceof Compute compute ? of(compute.body(), false) : OTHER;
  }

  private String of(Scalar scalar, boolean nested) {
    if (scalar instanceof Scalar.Read read) {
      return names.apply(read.node());
    }
    if (scalar instanceof Scalar.Constant constant) {
      double value = constant.value();
      return value == Math.rint(value) && Math.abs(value) < 1e9
          ? Long.toString((long) value)
          : Float.toString((float) value);
    }
    if (scalar instanceof Scalar.Unary unary) {
      return unary.op().name().toLowerCase(Locale.ROOT) + "(" + of(unary.operand(), false) + ")";
    }
    if (scalar instanceof Scalar.Binary binary && !symbol(binary.op()).isEmpty()) {
      String text =
          of(binary.left(), true) + " " + symbol(binary.op()) + " " + of(binary.right(), true);
      return nested ? "(" + text + ")" : text;
    }
    return OTHER;
  }

  private static String symbol(Scalar.BinaryOp op) {
    return switch (op) {
      case ADD -> "+";
      case SUBTRACT -> "−";
      case MULTIPLY -> "×";
      case DIVIDE -> "/";
      default -> "";
    };
  }
}
