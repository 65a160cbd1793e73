package dev.nutshell.grammar.tree;

/** What stands between the brackets of {@code x[..., i + 1]}. */
public sealed interface IndexItem extends Tree {

  /** {@code ...}: the axes of the enclosing index notation's own ellipsis. */
  record EllipsisIndex(Span span) implements IndexItem {}

  /** An integer expression over axes. */
  record ExpressionIndex(Expression expression) implements IndexItem {
    @Override
    public Span span() {
      return expression.span();
    }
  }
}
