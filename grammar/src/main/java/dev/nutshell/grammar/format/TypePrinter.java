package dev.nutshell.grammar.format;

import dev.nutshell.grammar.tree.AxisDeclaration;
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

/** Prints types. */
record TypePrinter(CommentPrinter comments, ExpressionPrinter expressions) {

  Doc print(TypeExpression type) {
    return comments.around(type, withoutComments(type));
  }

  private Doc withoutComments(TypeExpression type) {
    if (type instanceof TensorType tensor) {
      String element = tensor.element().name().toLowerCase(Locale.ROOT);
      return tensor
          .dimensions()
          .map(
              each ->
                  Lists.bracketed(element + "[", each.stream().map(this::dimension).toList(), "]"))
          .orElse(Doc.of(element));
    }
    if (type instanceof ChoiceType choice) {
      return Doc.of(
          choice.choices().stream().map(Name::text).collect(Collectors.joining(", ", "{", "}")));
    }
    return Doc.of(((NamedType) type).named().name().toLowerCase(Locale.ROOT));
  }

  private Doc dimension(Dimension dimension) {
    if (dimension instanceof SizeDimension fixed) {
      return expressions.atLeast(fixed.size(), Precedence.SUM);
    }
    if (dimension instanceof BoundedDimension bounded) {
      return Doc.of(
          bounded.name().text(), " <= ", expressions.atLeast(bounded.bound(), Precedence.SUM));
    }
    return Doc.of(AxisDeclaration.ELLIPSIS);
  }
}
