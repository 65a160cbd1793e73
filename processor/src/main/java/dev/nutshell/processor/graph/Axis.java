package dev.nutshell.processor.graph;

/**
 * An index variable, from 0 to its extent. Two axes are the same only when they are the same
 * object; the name is for readers.
 */
public final class Axis {
  private final String name;
  private final Extent extent;

  public Axis(String name, Extent extent) {
    this.name = name;
    this.extent = extent;
  }

  public String name() {
    return name;
  }

  public Extent extent() {
    return extent;
  }

  public boolean isBatch() {
    return extent instanceof Extent.Batch;
  }

  /** A new axis with the same name and extent. */
  public Axis copy() {
    return new Axis(name, extent);
  }

  @Override
  public String toString() {
    return name;
  }
}
