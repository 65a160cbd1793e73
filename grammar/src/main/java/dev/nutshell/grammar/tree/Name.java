package dev.nutshell.grammar.tree;

/** An identifier where it is declared or used as a label or member. */
public record Name(Span span, String text) implements Tree {
  @Override
  public String toString() {
    return text;
  }
}
