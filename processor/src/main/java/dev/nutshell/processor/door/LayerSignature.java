package dev.nutshell.processor.door;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.ChoiceType;
import dev.nutshell.grammar.tree.TypeExpression.Dimension;
import dev.nutshell.grammar.tree.TypeExpression.Element;
import dev.nutshell.grammar.tree.TypeExpression.Named;
import dev.nutshell.grammar.tree.TypeExpression.NamedType;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer or function as annotations see it: tensors are its inputs, all other formals its
 * attributes.
 *
 * @param inputs names of the formals that take tensors, in order
 * @param tuple whether the first formal is a tuple, and so takes any number of tensors; other
 *     tuples are sizes
 * @param attributes the other formals, in order
 * @param value the attribute that may be written without its name: the only required one, or else
 *     the only one
 */
record LayerSignature(
    String name,
    String documentation,
    List<String> inputs,
    boolean tuple,
    List<Attribute> attributes,
    Optional<Attribute> value) {

  /** What an attribute takes. */
  enum Kind {
    INT,
    INTS,
    NUMBER,
    TRUTH,
    CHOICE,
    /** An initializer, a function or a string, as text. */
    TEXT
  }

  /** A formal that is no tensor. */
  record Attribute(
      String formal,
      String documentation,
      Kind kind,
      List<String> choices,
      Optional<Expression> defaultValue) {}

  static LayerSignature of(Declaration layer) {
    List<String> inputs = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    boolean tuple = !layer.formals().isEmpty() && isTuple(layer.formals().get(0).type());
    for (Formal formal : layer.formals()) {
      Optional<Kind> kind = tuple && inputs.isEmpty() ? Optional.empty() : kind(formal.type());
      if (kind.isEmpty()) {
        inputs.add(formal.name().text());
      } else {
        attributes.add(
            new Attribute(
                formal.name().text(),
                formal.documentation(),
                kind.get(),
                choices(formal.type()),
                formal.defaultValue()));
      }
    }
    List<Attribute> required =
        attributes.stream().filter(each -> each.defaultValue().isEmpty()).toList();
    List<Attribute> candidates = required.isEmpty() ? attributes : required;
    return new LayerSignature(
        layer.name().text(),
        layer.documentation(),
        List.copyOf(inputs),
        tuple,
        List.copyOf(attributes),
        candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty());
  }

  private static List<String> choices(TypeExpression type) {
    return type instanceof ChoiceType choice
        ? choice.choices().stream().map(Name::text).toList()
        : List.of();
  }

  /** The kind of an attribute, or nothing for a tensor. */
  private static Optional<Kind> kind(TypeExpression type) {
    if (type instanceof ChoiceType) {
      return Optional.of(Kind.CHOICE);
    }
    if (type instanceof NamedType) {
      return Optional.of(isTuple(type) ? Kind.INTS : Kind.TEXT);
    }
    TensorType tensor = (TensorType) type;
    if (tensor.dimensions().isEmpty()) {
      return switch (tensor.element()) {
        case INT -> Optional.of(Kind.INT);
        case FLOAT -> Optional.of(Kind.NUMBER);
        case BOOL -> Optional.of(Kind.TRUTH);
        case BYTE -> Optional.empty();
      };
    }
    return isSizes(tensor) ? Optional.of(Kind.INTS) : Optional.empty();
  }

  private static boolean isTuple(TypeExpression type) {
    return type instanceof NamedType named && named.named() == Named.TUPLE;
  }

  /** {@code int[2]}: sizes of windows and steps, known at compile time. */
  private static boolean isSizes(TensorType type) {
    List<Dimension> dimensions = type.dimensions().orElseThrow();
    return type.element() == Element.INT
        && dimensions.size() == 1
        && dimensions.get(0) instanceof SizeDimension size
        && size.size() instanceof Expression.NumberLiteral;
  }
}
