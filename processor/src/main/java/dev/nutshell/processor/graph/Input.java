package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import java.util.List;

/** What a call passes in. */
public final class Input extends Node {
  private final boolean target;

  public Input(String name, ElementType type, List<Extent> shape, boolean target, Span span) {
    super(name, type, shape, span);
    this.target = target;
  }

  /** Whether it is there in training and evaluation only. */
  public boolean isTarget() {
    return target;
  }
}
