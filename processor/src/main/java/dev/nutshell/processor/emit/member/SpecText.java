package dev.nutshell.processor.emit.member;

import dev.nutshell.processor.emit.kernel.NumberText;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text that generated code holds of a model, in the form that {@code ModelSpec.parse} of the
 * runtime reads.
 */
public final class SpecText {
  private SpecText() {}

  public static List<String> lines(Model model, EmitOptions options) {
    List<String> lines = new ArrayList<>();
    lines.add("model " + model.name() + " " + model.precision().name());
    lines.add("library " + options.libraryVersion());
    lines.add("fingerprint " + options.fingerprint());
    model.sources().forEach((file, digest) -> lines.add("source " + file + "=" + digest));
    for (Model.EntryPoint entry : model.entries()) {
      lines.add("entry " + entry.name());
      entry.inputs().forEach(input -> lines.add(tensor("input", input.name(), input)));
      entry.targets().forEach(target -> lines.add(tensor("target", target.name(), target)));
      for (Graph.Output output : entry.inference().outputs()) {
        lines.add(tensor("output", output.name(), output.node()));
      }
      entry.training().losses().forEach(loss -> lines.add("loss " + loss.name()));
      entry.training().metrics().forEach(metric -> lines.add(metric(metric)));
    }
    lines.addAll(
        VariableLines.compact(
            model.variables().stream()
                .filter(variable -> variable.kind() != Variable.Kind.CARRY)
                .map(SpecText::variable)
                .toList()));
    return lines;
  }

  private static String metric(Graph.Metric metric) {
    String axes = axes(metric.value());
    return "metric " + metric.name() + (axes.isEmpty() ? "" : " " + axes);
  }

  private static String tensor(String keyword, String name, Node node) {
    String axes = axes(node);
    return keyword + " " + name + " " + element(node.type()) + (axes.isEmpty() ? "" : " " + axes);
  }

  private static String element(ElementType type) {
    return switch (type) {
      case REAL, INT, BOOL, BYTE -> type.name();
      case DOUBLE -> throw new IllegalArgumentException("doubles do not cross the border");
    };
  }

  private static String variable(Variable variable) {
    String axes = axes(variable);
    return variable.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + variable.path()
        + " "
        + (axes.isEmpty() ? "-" : axes)
        + " "
        + initializer(variable.initializer());
  }

  private static String initializer(Variable.Initializer initializer) {
    return initializer.arguments().isEmpty()
        ? initializer.name()
        : initializer.arguments().stream()
            .map(NumberText::digits)
            .collect(Collectors.joining(",", initializer.name() + "(", ")"));
  }

  private static String axes(Node node) {
    return node.shape().stream()
        .filter(extent -> !(extent instanceof Extent.Batch))
        .map(
            extent ->
                extent instanceof Extent.Bounded bounded
                    ? bounded.name() + "<=" + bounded.bound()
                    : Integer.toString(extent.bound()))
        .collect(Collectors.joining(","));
  }
}
