package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.ArgumentContext;
import dev.nutshell.grammar.parser.NutshellParser.ArgumentsContext;
import dev.nutshell.grammar.parser.NutshellParser.BlockContext;
import dev.nutshell.grammar.parser.NutshellParser.BooleanPrimaryContext;
import dev.nutshell.grammar.parser.NutshellParser.CallPartContext;
import dev.nutshell.grammar.parser.NutshellParser.CastPrimaryContext;
import dev.nutshell.grammar.parser.NutshellParser.ConditionalContext;
import dev.nutshell.grammar.parser.NutshellParser.ExpressionContext;
import dev.nutshell.grammar.parser.NutshellParser.IdentifierContext;
import dev.nutshell.grammar.parser.NutshellParser.IndexItemContext;
import dev.nutshell.grammar.parser.NutshellParser.IndexPartContext;
import dev.nutshell.grammar.parser.NutshellParser.MemberPartContext;
import dev.nutshell.grammar.parser.NutshellParser.NumberPrimaryContext;
import dev.nutshell.grammar.parser.NutshellParser.ParenthesizedContext;
import dev.nutshell.grammar.parser.NutshellParser.PostfixContext;
import dev.nutshell.grammar.parser.NutshellParser.PostfixPartContext;
import dev.nutshell.grammar.parser.NutshellParser.ReferencePrimaryContext;
import dev.nutshell.grammar.parser.NutshellParser.ScanCarryContext;
import dev.nutshell.grammar.parser.NutshellParser.ScanContext;
import dev.nutshell.grammar.parser.NutshellParser.StageContext;
import dev.nutshell.grammar.parser.NutshellParser.StringPrimaryContext;
import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.BooleanLiteral;
import dev.nutshell.grammar.tree.Expression.Call;
import dev.nutshell.grammar.tree.Expression.Conditional;
import dev.nutshell.grammar.tree.Expression.Index;
import dev.nutshell.grammar.tree.Expression.Member;
import dev.nutshell.grammar.tree.Expression.Reference;
import dev.nutshell.grammar.tree.Expression.Scan;
import dev.nutshell.grammar.tree.Expression.StringLiteral;
import dev.nutshell.grammar.tree.Expression.TupleLiteral;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.IndexItem.EllipsisIndex;
import dev.nutshell.grammar.tree.IndexItem.ExpressionIndex;
import dev.nutshell.grammar.tree.ScanCarry;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Builds the trees of what operators stand between: literals, names, calls, bracketed things. */
final class PrimaryBuilder extends NutshellParserBaseVisitor<Expression> {
  private final ExpressionBuilder expressions;
  private final Positions positions;
  private final Literals literals;
  private final Nesting nesting;
  private final Function<BlockContext, List<Statement>> statements;

  PrimaryBuilder(
      ExpressionBuilder expressions,
      Positions positions,
      Literals literals,
      Nesting nesting,
      Function<BlockContext, List<Statement>> statements) {
    this.expressions = expressions;
    this.positions = positions;
    this.literals = literals;
    this.nesting = nesting;
    this.statements = statements;
  }

  /** A primary with the calls, indices and members behind it. */
  Expression postfix(PostfixContext written) {
    List<PostfixPartContext> parts = written.postfixPart();
    if (nesting.refuses(parts.size(), positions.of(written))) {
      return Nesting.nothing(positions.of(written));
    }
    Expression result =
        nesting.deeper(
            parts.size(), positions.of(written.primary()), () -> visit(written.primary()));
    for (PostfixPartContext part : parts) {
      result = extended(result, positions.of(written.getStart(), part.getStop()), part);
    }
    return result;
  }

  /** What a pipe leads to. */
  Expression stage(StageContext stage) {
    List<IdentifierContext> names = stage.identifier();
    Expression result = reference(names.get(0));
    for (IdentifierContext member : names.subList(1, names.size())) {
      Span span = positions.of(stage.getStart(), member.getStop());
      result = new Member(span, result, positions.name(member));
    }
    return stage.arguments() == null
        ? result
        : new Call(positions.of(stage), result, arguments(stage.arguments()));
  }

  Argument argument(ArgumentContext argument) {
    return new Argument(
        positions.of(argument),
        Optional.ofNullable(argument.identifier()).map(positions::name),
        nested(argument.expression()));
  }

  @Override
  public Expression visitNumberPrimary(NumberPrimaryContext number) {
    return literals.number(number.getStart());
  }

  @Override
  public Expression visitBooleanPrimary(BooleanPrimaryContext literal) {
    return new BooleanLiteral(
        positions.of(literal), literal.value.getType() == NutshellParser.TRUE);
  }

  @Override
  public Expression visitStringPrimary(StringPrimaryContext string) {
    return new StringLiteral(positions.of(string), literals.string(string.STRING()));
  }

  @Override
  public Expression visitReferencePrimary(ReferencePrimaryContext name) {
    return reference(name.identifier());
  }

  @Override
  public Expression visitCastPrimary(CastPrimaryContext cast) {
    Reference type = new Reference(positions.of(cast.cast), cast.cast.getText());
    return new Call(positions.of(cast), type, arguments(cast.arguments()));
  }

  /** Parentheses around one expression leave no trace. */
  @Override
  public Expression visitParenthesized(ParenthesizedContext written) {
    List<ExpressionContext> elements = written.expression();
    if (elements.size() == 1) {
      return expressions.visit(elements.get(0));
    }
    return new TupleLiteral(positions.of(written), elements.stream().map(this::nested).toList());
  }

  @Override
  public Expression visitConditional(ConditionalContext written) {
    return nesting.refuses(written.expression().size(), positions.of(written))
        ? Nesting.nothing(positions.of(written))
        : branch(written, 0);
  }

  @Override
  public Expression visitScan(ScanContext scan) {
    return new Scan(
        positions.of(scan),
        scan.REVERSE() != null,
        expressions.axis(scan.axis()),
        scan.scanCarry().stream().map(this::carry).toList(),
        statements.apply(scan.block()));
  }

  private ScanCarry carry(ScanCarryContext carry) {
    return new ScanCarry(
        positions.of(carry), positions.name(carry.identifier()), nested(carry.expression()));
  }

  /** {@code else if} is an {@code if} alone in the {@code else}. */
  private Expression branch(ConditionalContext written, int index) {
    Token first = written.IF(index).getSymbol();
    Expression condition = nested(written.expression(index));
    Expression then = nested(written.valueBlock(index).expression());
    boolean another = index + 1 < written.expression().size();
    Expression otherwise =
        another
            ? nesting.deeper(1, positions.of(written), () -> branch(written, index + 1))
            : nested(written.valueBlock(index + 1).expression());
    return new Conditional(positions.of(first, written.getStop()), condition, then, otherwise);
  }

  private Expression extended(Expression base, Span span, PostfixPartContext part) {
    if (part instanceof CallPartContext call) {
      return new Call(span, base, arguments(call.arguments()));
    }
    if (part instanceof IndexPartContext index) {
      return new Index(span, base, index.indexItem().stream().map(this::indexItem).toList());
    }
    return new Member(span, base, positions.name(((MemberPartContext) part).identifier()));
  }

  private List<Argument> arguments(ArgumentsContext arguments) {
    return arguments.argument().stream().map(this::argument).toList();
  }

  private IndexItem indexItem(IndexItemContext item) {
    return item.ELLIPSIS() != null
        ? new EllipsisIndex(positions.of(item))
        : new ExpressionIndex(nested(item.expression()));
  }

  private Reference reference(IdentifierContext name) {
    return new Reference(positions.of(name), name.getText());
  }

  private Expression nested(ExpressionContext expression) {
    return nesting.deeper(1, positions.of(expression), () -> expressions.visit(expression));
  }
}
