package dev.nutshell.inference;

import java.util.List;
import java.util.Objects;

/**
 * A variable of a network: what a weight file holds.
 *
 * @param path the labels that lead to it, such as {@code blocks.3.attention.query.W}
 * @param kind who changes it
 * @param shape its logical shape, outermost axis first; empty for a scalar
 * @param initializer how its first value is drawn, such as {@code glorot_uniform} or {@code
 *     random_normal(0.0,0.02)}
 * @param offset where it begins in the flat array of all variables, in elements
 * @param size its number of elements
 */
public record VariableSpec(
    String path, Kind kind, List<Integer> shape, String initializer, int offset, int size) {

  /** Who changes a variable. */
  public enum Kind {
    /** Trained: the optimizer changes it by its gradient. */
    PARAMETER,
    /** Changed by the network itself while it trains, such as the statistics of a batch norm. */
    STATE
  }

  /** The initializer of a state that has no value until it is computed from a data set. */
  private static final String UNADAPTED = "unadapted";

  /** Checks that size and shape agree. */
  public VariableSpec {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(initializer, "initializer");
    shape = List.copyOf(shape);
    if (size != Shapes.size(shape)) {
      throw new IllegalArgumentException(
          path + ": shape " + shape + " has not " + size + " elements");
    }
  }

  /** Whether it is a state that has no value, but not-a-number, until it is adapted to data. */
  public boolean isAdapted() {
    return initializer.equals(UNADAPTED);
  }
}
