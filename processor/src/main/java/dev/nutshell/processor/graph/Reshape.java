package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import java.util.List;

/**
 * The same elements in the same row-major order under another shape; the batch axis, if there is
 * one, stays first.
 */
public final class Reshape extends Node {
  private final Node operand;

  public Reshape(String name, Node operand, List<Extent> shape, Span span) {
    super(name, operand.type(), shape, span);
    this.operand = operand;
  }

  public Node operand() {
    return operand;
  }
}
