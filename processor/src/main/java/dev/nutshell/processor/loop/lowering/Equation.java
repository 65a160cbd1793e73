package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.loop.sequence.Levels;
import dev.nutshell.processor.pass.CostEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What heads a kernel, for its readers: the equation in index notation, the shapes and the cost.
 */
final class Equation {
  private static final int LONGEST = 240;

  private final Nest nest;

  private Equation(Nest nest) {
    this.nest = nest;
  }

  /** The lines of a node's comment, in the names of its kernel. */
  static List<String> of(Compute node, String target, Nest nest) {
    Equation writer = new Equation(nest);
    List<String> lines = new ArrayList<>();
    String equation = target + writer.indices(node.axes()) + " = " + writer.text(node.body(), 0);
    lines.add(equation.length() <= LONGEST ? equation : equation.substring(0, LONGEST) + "…");
    StringBuilder shapes = new StringBuilder(target).append(node.shape());
    for (Node read : Dependencies.reads(node.body())) {
      shapes.append(", ").append(writer.name(read)).append(read.shape());
    }
    lines.add(shapes.toString());
    String unit =
        node.axes().stream().anyMatch(Axis::isBatch) || Levels.reducesBatch(node)
            ? " a sample"
            : "";
    lines.add("about " + Math.round(CostEstimate.of(node)) + " operations" + unit);
    return lines;
  }

  private String name(Node node) {
    return nest.buffer(node).name();
  }

  private String indices(List<Axis> axes) {
    return axes.isEmpty()
        ? ""
        : axes.stream().map(nest::name).collect(Collectors.joining(", ", "[", "]"));
  }

  private String text(Scalar scalar, int binding) {
    if (scalar instanceof Scalar.Constant constant) {
      return constant.value() == Math.rint(constant.value()) && Math.abs(constant.value()) < 1e9
          ? Long.toString((long) constant.value())
          : Double.toString(constant.value());
    }
    if (scalar instanceof Scalar.AxisIndex index) {
      return nest.name(index.axis());
    }
    if (scalar instanceof Scalar.ExtentValue value) {
      return "#" + value.extent();
    }
    if (scalar instanceof Scalar.Read read) {
      return name(read.node()) + list(read.indices(), "[", "]");
    }
    if (scalar instanceof Scalar.Unary unary) {
      if (unary.op() == Scalar.UnaryOp.STOP_GRADIENT) {
        return text(unary.operand(), binding);
      }
      return unary.op() == Scalar.UnaryOp.NEGATE
          ? "-" + text(unary.operand(), 9)
          : call(unary.op().name(), List.of(unary.operand()));
    }
    if (scalar instanceof Scalar.Binary binary) {
      return binary(binary, binding);
    }
    if (scalar instanceof Scalar.Select || scalar instanceof Scalar.Random) {
      return call(scalar.getClass().getSimpleName(), scalar.children());
    }
    if (scalar instanceof Scalar.Cast cast) {
      return call(cast.type().name(), List.of(cast.operand()));
    }
    Scalar.Reduce reduce = (Scalar.Reduce) scalar;
    String condition =
        reduce.guards().isEmpty()
            ? ""
            : reduce.guards().stream()
                .map(guard -> text(guard, 0))
                .collect(Collectors.joining(" and ", " if ", ":"));
    String sum =
        reduce.op().name().toLowerCase(Locale.ROOT)
            + indices(reduce.axes())
            + condition
            + " "
            + text(reduce.body(), 5);
    return binding > 0 ? "(" + sum + ")" : sum;
  }

  private String binary(Scalar.Binary binary, int binding) {
    String symbol = symbol(binary.op());
    if (symbol.isEmpty()) {
      return call(binary.op().name(), binary.children());
    }
    int own = strength(binary.op());
    String text = text(binary.left(), own) + " " + symbol + " " + text(binary.right(), own + 1);
    return own < binding ? "(" + text + ")" : text;
  }

  private static String symbol(BinaryOp op) {
    return switch (op) {
      case ADD -> "+";
      case SUBTRACT -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case EQUAL -> "==";
      case LESS -> "<";
      case LESS_EQUAL -> "<=";
      case AND -> "and";
      case OR -> "or";
      default -> "";
    };
  }

  private static int strength(BinaryOp op) {
    return switch (op) {
      case OR -> 1;
      case AND -> 2;
      case EQUAL, LESS, LESS_EQUAL -> 3;
      case ADD, SUBTRACT -> 5;
      default -> 6;
    };
  }

  private String call(String name, List<Scalar> arguments) {
    return name.toLowerCase(Locale.ROOT) + list(arguments, "(", ")");
  }

  private String list(List<Scalar> scalars, String open, String close) {
    return scalars.isEmpty()
        ? ""
        : scalars.stream()
            .map(scalar -> text(scalar, 0))
            .collect(Collectors.joining(", ", open, close));
  }
}
