package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What heads a kernel, for its readers: the equation in index notation, and the shapes. */
final class Equation {
  private static final int LONGEST = 240;

  private Equation() {}

  /** The lines of a node's comment. */
  static List<String> of(Compute node) {
    List<String> lines = new ArrayList<>();
    String equation = name(node) + indices(node.axes()) + " = " + text(node.body(), 0);
    lines.add(equation.length() <= LONGEST ? equation : equation.substring(0, LONGEST) + "…");
    StringBuilder shapes = new StringBuilder(name(node)).append(node.shape());
    for (Node read : Dependencies.reads(node.body())) {
      shapes.append(", ").append(name(read)).append(read.shape());
    }
    lines.add(shapes.toString());
    return lines;
  }

  private static String name(Node node) {
    return node.name();
  }

  private static String indices(List<Axis> axes) {
    return axes.isEmpty()
        ? ""
        : axes.stream().map(Axis::name).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(Scalar scalar, int binding) {
    if (scalar instanceof Scalar.Constant constant) {
      return constant.value() == Math.rint(constant.value()) && Math.abs(constant.value()) < 1e9
          ? Long.toString((long) constant.value())
          : Double.toString(constant.value());
    }
    if (scalar instanceof Scalar.AxisIndex index) {
      return index.axis().name();
    }
    if (scalar instanceof Scalar.ExtentValue value) {
      return "#" + value.extent();
    }
    if (scalar instanceof Scalar.Read read) {
      return name(read.node()) + list(read.indices(), "[", "]");
    }
    if (scalar instanceof Scalar.Unary unary) {
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

  private static String binary(Scalar.Binary binary, int binding) {
    String symbol = symbol(binary.op());
    if (symbol.isEmpty()) {
      return call(binary.op().name(), binary.children());
    }
    int own = strength(binary.op());
    String text = text(binary.left(), own) + " " + symbol + " " + text(binary.right(), own + 1);
    return own < binding ? "(" + text + ")" : text;
  }

  private static String symbol(BinaryOp op) {
    switch (op) {
      case ADD:
        return "+";
      case SUBTRACT:
        return "-";
      case MULTIPLY:
        return "*";
      case DIVIDE:
        return "/";
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
        return "";
    }
  }

  private static int strength(BinaryOp op) {
    switch (op) {
      case OR:
        return 1;
      case AND:
        return 2;
      case EQUAL:
      case LESS:
      case LESS_EQUAL:
        return 3;
      case ADD:
      case SUBTRACT:
        return 5;
      default:
        return 6;
    }
  }

  private static String call(String name, List<Scalar> arguments) {
    return name.toLowerCase(Locale.ROOT) + list(arguments, "(", ")");
  }

  private static String list(List<Scalar> scalars, String open, String close) {
    return scalars.isEmpty()
        ? ""
        : scalars.stream()
            .map(scalar -> text(scalar, 0))
            .collect(Collectors.joining(", ", open, close));
  }
}
