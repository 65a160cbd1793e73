package dev.nutshell.grammar.tree;

import java.util.List;
import java.util.Optional;

/** A type as it is written. */
public sealed interface TypeExpression extends Tree {

  /** The element of a tensor or scalar. */
  enum Element {
    FLOAT,
    INT,
    BOOL,
    BYTE
  }

  /**
   * {@code float[28, 28, 1]}, {@code int[t <= 64]}, {@code float[..., n]}; {@code int} has no
   * dimensions.
   */
  record TensorType(Span span, Element element, Optional<List<Dimension>> dimensions)
      implements TypeExpression {
    public TensorType {
      dimensions = dimensions.map(List::copyOf);
    }
  }

  /** {@code {valid, same}}: one of some words. */
  record ChoiceType(Span span, List<Name> choices) implements TypeExpression {
    public ChoiceType {
      choices = List.copyOf(choices);
    }
  }

  /**
   * {@code init}: an initializer; {@code fun}: a function or layer to be applied; {@code string};
   * {@code tuple}: several values, such as the tensors that are to be added.
   */
  record NamedType(Span span, Named named) implements TypeExpression {}

  /** The types that have a name only. */
  enum Named {
    INIT,
    FUN,
    STRING,
    TUPLE
  }

  /** One dimension of a tensor type. */
  sealed interface Dimension {
    Span span();
  }

  /** {@code ...}: any number of leading dimensions. */
  record EllipsisDimension(Span span) implements Dimension {}

  /** A size; a name that is not bound yet is bound to the size found. */
  record SizeDimension(Span span, Expression size) implements Dimension {}

  /** {@code t <= 64}: an extent given at run time, up to a bound. */
  record BoundedDimension(Span span, Name name, Expression bound) implements Dimension {}
}
