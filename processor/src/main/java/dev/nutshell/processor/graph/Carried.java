package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import java.util.List;

/** Inside the body of a {@link Scan}: a carry's value at the begin of the step. */
public final class Carried extends Node {
  public Carried(String name, ElementType type, List<Extent> shape, Span span) {
    super(name, type, shape, span);
  }
}
