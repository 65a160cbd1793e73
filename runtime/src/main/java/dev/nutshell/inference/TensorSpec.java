package dev.nutshell.inference;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An input, target, output or metric of a network.
 *
 * @param name its name in the network
 * @param element its element type
 * @param axes its axes, outermost first, without the batch axis; none for a scalar
 */
public record TensorSpec(String name, Element element, List<Axis> axes) {

  /** Checks that the tensor can be held in one array. */
  public TensorSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(element, "element");
    axes = List.copyOf(axes);
    Shapes.size(axes.stream().map(Axis::size).toList());
  }

  /** Elements of one sample, with every bounded axis at its bound. */
  public int size() {
    return Shapes.size(axes.stream().map(Axis::size).toList());
  }

  /** For example {@code image: float[28, 28, 1]}, whatever the precision. */
  @Override
  public String toString() {
    return name
        + ": "
        + (element == Element.REAL ? "float" : element.name().toLowerCase(Locale.ROOT))
        + axes.stream().map(Axis::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
