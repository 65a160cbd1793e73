package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.BoundedDimension;
import dev.nutshell.grammar.tree.TypeExpression.ChoiceType;
import dev.nutshell.grammar.tree.TypeExpression.Dimension;
import dev.nutshell.grammar.tree.TypeExpression.NamedType;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import java.util.Locale;
import java.util.stream.Collectors;

/** Declarations and types as they are written, for messages. */
final class Signatures {
  private Signatures() {}

  /** {@code dense(x: float[..., n], units: int, …)}. */
  static String of(Declaration declaration) {
    return declaration.formals().stream()
        .map(Signatures::of)
        .collect(Collectors.joining(", ", declaration.name() + "(", ")"));
  }

  private static String of(Formal formal) {
    String text = formal.name() + ": " + of(formal.type());
    return formal.defaultValue().map(value -> text + " = " + of(value)).orElse(text);
  }

  static String of(TypeExpression type) {
    if (type instanceof ChoiceType choice) {
      return choice.choices().stream().map(Name::text).collect(Collectors.joining(", ", "{", "}"));
    }
    if (type instanceof NamedType named) {
      return named.named().name().toLowerCase(Locale.ROOT);
    }
    TensorType tensor = (TensorType) type;
    String element = tensor.element().name().toLowerCase(Locale.ROOT);
    return element
        + tensor
            .dimensions()
            .map(
                dimensions ->
                    dimensions.stream()
                        .map(Signatures::of)
                        .collect(Collectors.joining(", ", "[", "]")))
            .orElse("");
  }

  private static String of(Dimension dimension) {
    if (dimension instanceof SizeDimension size) {
      return of(size.size());
    }
    return dimension instanceof BoundedDimension bounded
        ? bounded.name() + " <= " + of(bounded.bound())
        : "...";
  }

  /** Short expressions as they stand in signatures; longer ones are left out. */
  static String of(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      return number.text();
    }
    if (expression instanceof Expression.Reference reference) {
      return reference.name();
    }
    if (expression instanceof Expression.BooleanLiteral bool) {
      return String.valueOf(bool.value());
    }
    if (expression instanceof Expression.Binary binary) {
      return of(binary.left()) + " " + binary.operator().symbol() + " " + of(binary.right());
    }
    if (expression instanceof Expression.Unary unary) {
      return unary.operator().symbol() + of(unary.operand());
    }
    return "…";
  }
}
