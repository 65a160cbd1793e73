package dev.nutshell.grammar.tree;

import java.util.Optional;

/**
 * An axis of index notation: {@code i}, {@code i < n}, {@code batch}, or {@code ...} for all axes
 * that an ellipsis of the same body stands for.
 */
public record AxisDeclaration(Span span, Name name, Optional<Expression> bound) implements Tree {

  /** The name of the axes that {@code ...} stands for. */
  public static final String ELLIPSIS = "...";

  public boolean isEllipsis() {
    return name.text().equals(ELLIPSIS);
  }
}
