package dev.nutshell.data;

import dev.nutshell.inference.Element;
import java.util.Objects;

/**
 * What each sample of a data set has under a name.
 *
 * @param name the name, that of an input or target of a network
 * @param element the kind of number
 * @param width how many of them a sample has, at least 1
 */
public record Field(String name, Element element, int width) {

  /** Checks the width. */
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(element, "element");
    if (width < 1) {
      throw new IllegalArgumentException(
          "field " + name + ": width of 1 or more expected, " + width + " found");
    }
  }
}
