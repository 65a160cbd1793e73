package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.AxisContext;
import dev.nutshell.grammar.parser.NutshellParser.ComparisonContext;
import dev.nutshell.grammar.parser.NutshellParser.ComprehensionAxesContext;
import dev.nutshell.grammar.parser.NutshellParser.ConjunctionContext;
import dev.nutshell.grammar.parser.NutshellParser.DisjunctionContext;
import dev.nutshell.grammar.parser.NutshellParser.ExponentContext;
import dev.nutshell.grammar.parser.NutshellParser.ExpressionContext;
import dev.nutshell.grammar.parser.NutshellParser.FactorContext;
import dev.nutshell.grammar.parser.NutshellParser.NegationContext;
import dev.nutshell.grammar.parser.NutshellParser.OperandContext;
import dev.nutshell.grammar.parser.NutshellParser.PipeStageContext;
import dev.nutshell.grammar.parser.NutshellParser.PostfixContext;
import dev.nutshell.grammar.parser.NutshellParser.PowerContext;
import dev.nutshell.grammar.parser.NutshellParser.PrefixContext;
import dev.nutshell.grammar.parser.NutshellParser.ProductContext;
import dev.nutshell.grammar.parser.NutshellParser.ReductionPrefixContext;
import dev.nutshell.grammar.parser.NutshellParser.SumContext;
import dev.nutshell.grammar.parser.NutshellParser.SumOperatorContext;
import dev.nutshell.grammar.tree.AxisDeclaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.Binary;
import dev.nutshell.grammar.tree.Expression.BinaryOperator;
import dev.nutshell.grammar.tree.Expression.Comprehension;
import dev.nutshell.grammar.tree.Expression.Pipe;
import dev.nutshell.grammar.tree.Expression.Reduction;
import dev.nutshell.grammar.tree.Expression.ReductionOperator;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Expression.UnaryOperator;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Builds the trees of pipes, index notation and operators: the parser's flat lists of one
 * precedence are nested here. What stands below the operators is {@link PrimaryBuilder}'s.
 */
final class ExpressionBuilder extends NutshellParserBaseVisitor<Expression> {
  private static final Map<String, BinaryOperator> OPERATORS =
      Arrays.stream(BinaryOperator.values())
          .collect(Collectors.toUnmodifiableMap(BinaryOperator::symbol, Function.identity()));

  private final Positions positions;
  private final Literals literals;
  private final Nesting nesting;
  private final PrimaryBuilder primaries;

  ExpressionBuilder(
      Positions positions,
      Literals literals,
      Nesting nesting,
      Function<NutshellParser.BlockContext, List<Statement>> statements) {
    this.positions = positions;
    this.literals = literals;
    this.nesting = nesting;
    this.primaries = new PrimaryBuilder(this, positions, literals, nesting, statements);
  }

  Literals literals() {
    return literals;
  }

  PrimaryBuilder primaries() {
    return primaries;
  }

  @Override
  public Expression visitExpression(ExpressionContext pipe) {
    List<PipeStageContext> stages = pipe.pipeStage();
    if (refuses(stages.size(), pipe)) {
      return Nesting.nothing(positions.of(pipe));
    }
    Expression value = deeper(stages.size(), pipe.operand());
    for (int i = 0; i < stages.size(); i++) {
      PipeStageContext written = stages.get(i);
      Optional<Name> label = Optional.ofNullable(written.label).map(positions::name);
      Expression stage =
          nesting.deeper(
              stages.size() - i, positions.of(written), () -> primaries.stage(written.stage()));
      value = new Pipe(positions.of(pipe.getStart(), written.getStop()), value, label, stage);
    }
    return value;
  }

  @Override
  public Expression visitOperand(OperandContext operand) {
    List<ComprehensionAxesContext> axes = operand.comprehensionAxes();
    if (refuses(axes.size(), operand)) {
      return Nesting.nothing(positions.of(operand));
    }
    Expression body = deeper(axes.size(), operand.disjunction());
    for (int i = axes.size() - 1; i >= 0; i--) {
      Span span = positions.of(axes.get(i).getStart(), operand.getStop());
      body = new Comprehension(span, axes(axes.get(i).axis()), body);
    }
    return body;
  }

  @Override
  public Expression visitDisjunction(DisjunctionContext written) {
    return leftAssociative(written, written.conjunction(), i -> BinaryOperator.OR);
  }

  @Override
  public Expression visitConjunction(ConjunctionContext written) {
    return leftAssociative(written, written.negation(), i -> BinaryOperator.AND);
  }

  @Override
  public Expression visitNegation(NegationContext written) {
    List<Token> nots = written.NOT().stream().map(each -> each.getSymbol()).toList();
    return refuses(nots.size(), written)
        ? Nesting.nothing(positions.of(written))
        : unary(UnaryOperator.NOT, nots, deeper(nots.size(), written.comparison()), written);
  }

  @Override
  public Expression visitComparison(ComparisonContext written) {
    return leftAssociative(
        written, written.sum(), i -> OPERATORS.get(written.comparisonOperator().getText()));
  }

  @Override
  public Expression visitSum(SumContext written) {
    List<SumOperatorContext> operators = written.sumOperator();
    return leftAssociative(
        written, written.product(), i -> OPERATORS.get(operators.get(i).getText()));
  }

  @Override
  public Expression visitProduct(ProductContext written) {
    int levels = written.factor().size() + written.factor(0).prefix().size() - 1;
    return refuses(levels, written)
        ? Nesting.nothing(positions.of(written))
        : product(written, 0, 0);
  }

  @Override
  public Expression visitPower(PowerContext written) {
    List<ExponentContext> exponents = written.exponent();
    if (exponents.isEmpty()) {
      return visit(written.postfix());
    }
    if (refuses(exponents.size(), written)) {
      return Nesting.nothing(positions.of(written));
    }
    Expression power = exponent(exponents, exponents.size() - 1);
    for (int i = exponents.size() - 2; i >= 0; i--) {
      ExponentContext base = exponents.get(i);
      Span span = positions.of(base.postfix().getStart(), written.getStop());
      Expression raised =
          new Binary(span, BinaryOperator.POWER, deeper(i + 2, base.postfix()), power);
      power = unary(UnaryOperator.NEGATE, minuses(base), raised, written);
    }
    return new Binary(
        positions.of(written), BinaryOperator.POWER, deeper(1, written.postfix()), power);
  }

  @Override
  public Expression visitPostfix(PostfixContext written) {
    return primaries.postfix(written);
  }

  List<AxisDeclaration> axes(List<AxisContext> axes) {
    return axes.stream().map(this::axis).toList();
  }

  AxisDeclaration axis(AxisContext axis) {
    Name name =
        axis.ELLIPSIS() != null
            ? new Name(positions.of(axis), AxisDeclaration.ELLIPSIS)
            : positions.name(axis.identifier());
    return new AxisDeclaration(
        positions.of(axis), name, Optional.ofNullable(axis.sum()).map(this::visit));
  }

  private boolean refuses(int levels, ParserRuleContext rule) {
    return nesting.refuses(levels, positions.of(rule));
  }

  private Expression deeper(int levels, ParserRuleContext rule) {
    return nesting.deeper(levels, positions.of(rule), () -> visit(rule));
  }

  private Expression leftAssociative(
      ParserRuleContext written,
      List<? extends ParserRuleContext> operands,
      Function<Integer, BinaryOperator> operators) {
    int count = operands.size();
    if (refuses(count - 1, written)) {
      return Nesting.nothing(positions.of(written));
    }
    Token first = operands.get(0).getStart();
    Expression result = deeper(count - 1, operands.get(0));
    for (int i = 1; i < count; i++) {
      Expression right = deeper(count - i, operands.get(i));
      Span span = positions.of(first, operands.get(i).getStop());
      result = new Binary(span, operators.apply(i - 1), result, right);
    }
    return result;
  }

  /**
   * The factors from one on, the first of them without some of its prefixes: what a reduction that
   * stands there takes.
   */
  private Expression product(ProductContext written, int from, int skippedPrefixes) {
    List<FactorContext> factors = written.factor();
    Token first = start(factors.get(from), skippedPrefixes);
    Expression result = null;
    for (int i = from; i < factors.size(); i++) {
      FactorContext factor = factors.get(i);
      int skipped = i == from ? skippedPrefixes : 0;
      int reduction = firstReduction(factor, skipped);
      boolean takesRest = reduction < factor.prefix().size();
      int index = i;
      Expression operand =
          takesRest
              ? nesting.deeper(
                  reduction - skipped + 2,
                  positions.of(factor),
                  () -> reduction(written, index, reduction))
              : deeper(reduction - skipped + factors.size() - i, factor.power());
      List<Token> minuses =
          factor.prefix().subList(skipped, reduction).stream()
              .map(ParserRuleContext::getStart)
              .toList();
      ParserRuleContext last = takesRest ? written : factor;
      operand = unary(UnaryOperator.NEGATE, minuses, operand, last);
      result =
          result == null
              ? operand
              : new Binary(
                  positions.of(first, last.getStop()),
                  OPERATORS.get(written.productOperator(i - 1).getText()),
                  result,
                  operand);
      if (takesRest) {
        break;
      }
    }
    return result;
  }

  private Expression reduction(ProductContext written, int factor, int prefix) {
    ReductionPrefixContext head = (ReductionPrefixContext) written.factor(factor).prefix(prefix);
    String word = head.REDUCTION().getText();
    return new Reduction(
        positions.of(head.getStart(), written.getStop()),
        ReductionOperator.valueOf(word.substring(0, word.length() - 1).toUpperCase(Locale.ROOT)),
        axes(head.axis()),
        product(written, factor, prefix + 1));
  }

  /** The index of the first reduction among the prefixes, or their number. */
  private static int firstReduction(FactorContext factor, int from) {
    List<PrefixContext> prefixes = factor.prefix();
    int index = from;
    while (index < prefixes.size() && !(prefixes.get(index) instanceof ReductionPrefixContext)) {
      index++;
    }
    return index;
  }

  private static Token start(FactorContext factor, int skippedPrefixes) {
    return skippedPrefixes < factor.prefix().size()
        ? factor.prefix(skippedPrefixes).getStart()
        : factor.power().getStart();
  }

  private Expression exponent(List<ExponentContext> exponents, int index) {
    ExponentContext written = exponents.get(index);
    List<Token> minuses = minuses(written);
    Expression operand = deeper(minuses.size() + index + 1, written.postfix());
    return unary(UnaryOperator.NEGATE, minuses, operand, written);
  }

  private static List<Token> minuses(ExponentContext exponent) {
    return exponent.MINUS().stream().map(each -> each.getSymbol()).toList();
  }

  private Expression unary(
      UnaryOperator operator, List<Token> signs, Expression operand, ParserRuleContext last) {
    Expression result = operand;
    for (int i = signs.size() - 1; i >= 0; i--) {
      result = new Unary(positions.of(signs.get(i), last.getStop()), operator, result);
    }
    return result;
  }
}
