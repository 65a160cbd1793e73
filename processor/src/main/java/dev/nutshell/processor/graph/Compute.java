package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import java.util.List;

/**
 * The one computing primitive: a tensor over {@code axes} whose element is the value of a scalar
 * expression. The free axes of the body are exactly among {@code axes} (and the step axes of the
 * scans around it); axes of its own reductions are bound inside. In <em>normal form</em> (what the
 * front end and autodiff produce) a {@link Scalar.Reduce} stands only at the root of the body;
 * fusion may nest it deeper.
 */
public final class Compute extends Node {
  private final List<Axis> axes;
  private final Scalar body;

  /** Kept, as a node may be read along very many paths through others. */
  private Interval range;

  public Compute(String name, List<Axis> axes, Scalar body, Span span) {
    super(name, body.type(), axes.stream().map(Axis::extent).toList(), span);
    this.axes = List.copyOf(axes);
    this.body = body;
  }

  public List<Axis> axes() {
    return axes;
  }

  public Scalar body() {
    return body;
  }

  /** The values of the elements, where they are integers, as far as it is known. */
  Interval range() {
    if (range == null) {
      range = Ranges.NONE.of(body);
    }
    return range;
  }
}
