package dev.nutshell.processor.emit.inference;

import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import java.util.stream.Collectors;

/** Shapes for readers of generated code; the batch is left out, as in the language. */
final class Shapes {
  private Shapes() {}

  /** For example {@code image[28, 28, 1]}, or {@code tokens[t]}; a scalar is its name alone. */
  static String text(String name, Node node) {
    String axes = axes(node);
    return axes.isEmpty() ? name : name + "[" + axes + "]";
  }

  /** For example {@code 28, 28, 1}. */
  static String axes(Node node) {
    return node.shape().stream()
        .filter(extent -> !(extent instanceof Extent.Batch))
        .map(
            extent ->
                extent instanceof Extent.Bounded bounded
                    ? bounded.name()
                    : Integer.toString(extent.bound()))
        .collect(Collectors.joining(", "));
  }
}
