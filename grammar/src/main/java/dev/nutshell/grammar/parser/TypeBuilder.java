package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.BoundedDimensionContext;
import dev.nutshell.grammar.parser.NutshellParser.ChoiceTypeContext;
import dev.nutshell.grammar.parser.NutshellParser.DimensionContext;
import dev.nutshell.grammar.parser.NutshellParser.NamedTypeContext;
import dev.nutshell.grammar.parser.NutshellParser.SizeDimensionContext;
import dev.nutshell.grammar.parser.NutshellParser.TensorTypeContext;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.BoundedDimension;
import dev.nutshell.grammar.tree.TypeExpression.ChoiceType;
import dev.nutshell.grammar.tree.TypeExpression.Dimension;
import dev.nutshell.grammar.tree.TypeExpression.Element;
import dev.nutshell.grammar.tree.TypeExpression.EllipsisDimension;
import dev.nutshell.grammar.tree.TypeExpression.Named;
import dev.nutshell.grammar.tree.TypeExpression.NamedType;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the trees of types. */
final class TypeBuilder extends NutshellParserBaseVisitor<TypeExpression> {
  private final Positions positions;
  private final ExpressionBuilder expressions;

  TypeBuilder(Positions positions, ExpressionBuilder expressions) {
    this.positions = positions;
    this.expressions = expressions;
  }

  @Override
  public TypeExpression visitTensorType(TensorTypeContext type) {
    Optional<List<Dimension>> dimensions =
        Optional.ofNullable(type.dimensions())
            .map(written -> written.dimension().stream().map(this::dimension).toList());
    return new TensorType(
        positions.of(type),
        Element.valueOf(type.element().getText().toUpperCase(Locale.ROOT)),
        dimensions);
  }

  @Override
  public TypeExpression visitChoiceType(ChoiceTypeContext type) {
    return new ChoiceType(
        positions.of(type), type.identifier().stream().map(positions::name).toList());
  }

  @Override
  public TypeExpression visitNamedType(NamedTypeContext type) {
    return new NamedType(
        positions.of(type), Named.valueOf(type.named.getText().toUpperCase(Locale.ROOT)));
  }

  private Dimension dimension(DimensionContext dimension) {
    if (dimension instanceof SizeDimensionContext size) {
      return new SizeDimension(positions.of(size), expressions.visit(size.sum()));
    }
    if (dimension instanceof BoundedDimensionContext bounded) {
      return new BoundedDimension(
          positions.of(bounded),
          positions.name(bounded.identifier()),
          expressions.visit(bounded.sum()));
    }
    return new EllipsisDimension(positions.of(dimension));
  }
}
