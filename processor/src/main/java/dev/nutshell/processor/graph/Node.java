package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import java.util.List;

/**
 * A tensor of the graph. Immutable, and the same only as itself. A tensor with samples has {@link
 * Extent#BATCH} as its first extent; no other extent is the batch.
 */
public abstract sealed class Node permits Carried, Compute, Input, Reshape, ScanOutput, Variable {
  private final String name;
  private final ElementType type;
  private final List<Extent> shape;
  private final Span span;

  Node(String name, ElementType type, List<Extent> shape, Span span) {
    this.name = name;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.span = span;
  }

  /** What readers call the tensor: the path of labels to it. Not unique. */
  public String name() {
    return name;
  }

  public ElementType type() {
    return type;
  }

  public List<Extent> shape() {
    return shape;
  }

  public int rank() {
    return shape.size();
  }

  /** Whether there is one tensor a sample. */
  public boolean isBatched() {
    return !shape.isEmpty() && shape.get(0) instanceof Extent.Batch;
  }

  /** Where the text is that asks for it. */
  public Span span() {
    return span;
  }

  /** The number of elements of one sample, by the bounds of the axes. */
  public long sampleSize() {
    long size = 1;
    for (Extent extent : shape) {
      size *= extent instanceof Extent.Batch ? 1 : extent.bound();
    }
    return size;
  }

  @Override
  public String toString() {
    return name + shape;
  }
}
