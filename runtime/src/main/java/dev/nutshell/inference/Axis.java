package dev.nutshell.inference;

import java.util.Objects;

/**
 * One axis of a tensor at the border of a network.
 *
 * @param name the name of a bounded axis, whose extent each call chooses; empty for a fixed one
 * @param size the extent of a fixed axis, the largest extent of a bounded one; at least 1
 */
public record Axis(String name, int size) {

  /** Checks the extent. */
  public Axis {
    Objects.requireNonNull(name, "name");
    if (size < 1) {
      throw new IllegalArgumentException("axis of extent " + size);
    }
  }

  /** Whether the extent is chosen at each call. */
  public boolean bounded() {
    return !name.isEmpty();
  }

  /** The extent, or {@code t<=64} for a bounded axis. */
  @Override
  public String toString() {
    return bounded() ? name + "<=" + size : Integer.toString(size);
  }
}
