package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.AssignmentContext;
import dev.nutshell.grammar.parser.NutshellParser.BlockContext;
import dev.nutshell.grammar.parser.NutshellParser.EntryContext;
import dev.nutshell.grammar.parser.NutshellParser.ExpressionContext;
import dev.nutshell.grammar.parser.NutshellParser.IfContext;
import dev.nutshell.grammar.parser.NutshellParser.MeasureContext;
import dev.nutshell.grammar.parser.NutshellParser.OutputContext;
import dev.nutshell.grammar.parser.NutshellParser.PortContext;
import dev.nutshell.grammar.parser.NutshellParser.RepeatContext;
import dev.nutshell.grammar.parser.NutshellParser.RequireContext;
import dev.nutshell.grammar.parser.NutshellParser.ReturnContext;
import dev.nutshell.grammar.parser.NutshellParser.SharedContext;
import dev.nutshell.grammar.parser.NutshellParser.UpdateContext;
import dev.nutshell.grammar.parser.NutshellParser.VariableContext;
import dev.nutshell.grammar.parser.NutshellParser.YieldContext;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.Assignment;
import dev.nutshell.grammar.tree.Statement.Entry;
import dev.nutshell.grammar.tree.Statement.If;
import dev.nutshell.grammar.tree.Statement.Measure;
import dev.nutshell.grammar.tree.Statement.MeasureKind;
import dev.nutshell.grammar.tree.Statement.Output;
import dev.nutshell.grammar.tree.Statement.Port;
import dev.nutshell.grammar.tree.Statement.PortKind;
import dev.nutshell.grammar.tree.Statement.Repeat;
import dev.nutshell.grammar.tree.Statement.Require;
import dev.nutshell.grammar.tree.Statement.Return;
import dev.nutshell.grammar.tree.Statement.Shared;
import dev.nutshell.grammar.tree.Statement.Update;
import dev.nutshell.grammar.tree.Statement.Variable;
import dev.nutshell.grammar.tree.Statement.VariableKind;
import dev.nutshell.grammar.tree.Statement.Yield;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds the trees of statements. */
final class StatementBuilder extends NutshellParserBaseVisitor<Statement> {
  private final Positions positions;
  private final Literals literals;
  private final Documentation documentation;
  private final Nesting nesting;
  private final ExpressionBuilder expressions;
  private final TypeBuilder types;

  StatementBuilder(
      Positions positions,
      Literals literals,
      Documentation documentation,
      Nesting nesting,
      ExpressionBuilder expressions,
      TypeBuilder types) {
    this.positions = positions;
    this.literals = literals;
    this.documentation = documentation;
    this.nesting = nesting;
    this.expressions = expressions;
    this.types = types;
  }

  List<Statement> block(BlockContext block) {
    return block.statement().stream().map(this::visit).toList();
  }

  @Override
  public Statement visitVariable(VariableContext variable) {
    return new Variable(
        positions.of(variable),
        VariableKind.valueOf(keyword(variable.kind)),
        documentation.of(variable),
        positions.name(variable.identifier()),
        types.visit(variable.type()),
        Optional.ofNullable(variable.initializer()).map(each -> visitValue(each.expression())),
        Optional.ofNullable(variable.regularizer()).map(each -> visitValue(each.expression())),
        Optional.ofNullable(variable.constraint()).map(each -> visitValue(each.expression())),
        Optional.ofNullable(variable.condition()).map(each -> visitValue(each.expression())));
  }

  @Override
  public Statement visitPort(PortContext port) {
    return new Port(
        positions.of(port),
        PortKind.valueOf(keyword(port.kind)),
        documentation.of(port),
        positions.name(port.identifier()),
        types.visit(port.type()));
  }

  @Override
  public Statement visitOutput(OutputContext output) {
    return new Output(
        positions.of(output),
        documentation.of(output),
        positions.name(output.identifier()),
        Optional.ofNullable(output.expression()).map(this::visitValue));
  }

  @Override
  public Statement visitMeasure(MeasureContext measure) {
    return new Measure(
        positions.of(measure),
        MeasureKind.valueOf(keyword(measure.kind)),
        Optional.ofNullable(measure.identifier()).map(positions::name),
        visitValue(measure.expression()),
        Optional.ofNullable(measure.weight()).map(each -> visitValue(each.expression())));
  }

  @Override
  public Statement visitEntry(EntryContext entry) {
    return new Entry(
        positions.of(entry),
        documentation.of(entry),
        positions.name(entry.identifier()),
        block(entry.block()));
  }

  @Override
  public Statement visitShared(SharedContext shared) {
    return new Shared(
        positions.of(shared), positions.name(shared.identifier()), visitValue(shared.expression()));
  }

  @Override
  public Statement visitUpdate(UpdateContext update) {
    return new Update(
        positions.of(update), positions.name(update.identifier()), visitValue(update.expression()));
  }

  @Override
  public Statement visitYield(YieldContext yield) {
    return new Yield(
        positions.of(yield), yield.expression().stream().map(this::visitValue).toList());
  }

  @Override
  public Statement visitReturn(ReturnContext written) {
    return new Return(positions.of(written), visitValue(written.expression()));
  }

  @Override
  public Statement visitRequire(RequireContext require) {
    return new Require(
        positions.of(require),
        visitValue(require.expression()),
        literals.string(require.STRING().getSymbol()));
  }

  @Override
  public Statement visitIf(IfContext written) {
    Span span = positions.of(written);
    return nesting.refuses(written.expression().size(), span)
        ? new If(span, Nesting.nothing(span), List.of(), List.of())
        : branch(written, 0);
  }

  @Override
  public Statement visitRepeat(RepeatContext repeat) {
    boolean counted = repeat.LESS() != null;
    boolean labelled = repeat.COLON() != null;
    List<Name> names = repeat.identifier().stream().map(positions::name).toList();
    return new Repeat(
        positions.of(repeat),
        labelled ? Optional.of(names.get(0)) : Optional.empty(),
        counted ? Optional.of(names.get(names.size() - 1)) : Optional.empty(),
        expressions.visit(repeat.sum()),
        block(repeat.block()));
  }

  @Override
  public Statement visitAssignment(AssignmentContext assignment) {
    return new Assignment(
        positions.of(assignment),
        assignment.targets().identifier().stream().map(positions::name).toList(),
        visitValue(assignment.expression()));
  }

  /** {@code else if} is an {@code if} alone in the {@code else}. */
  private If branch(IfContext written, int index) {
    Token first = index == 0 ? written.getStart() : written.IF(index).getSymbol();
    Span span = positions.of(first, written.getStop());
    Expression condition = visitValue(written.expression(index));
    List<Statement> then = block(written.block(index));
    boolean another = index + 1 < written.expression().size();
    if (another) {
      return new If(span, condition, then, List.of(branch(written, index + 1)));
    }
    boolean otherwise = index + 1 < written.block().size();
    return new If(span, condition, then, otherwise ? block(written.block(index + 1)) : List.of());
  }

  private Expression visitValue(ExpressionContext expression) {
    return expressions.visit(expression);
  }

  private static String keyword(Token token) {
    return token.getText().toUpperCase(Locale.ROOT);
  }
}
