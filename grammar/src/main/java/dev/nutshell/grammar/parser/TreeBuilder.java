package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.DeclarationContext;
import dev.nutshell.grammar.parser.NutshellParser.FileContext;
import dev.nutshell.grammar.parser.NutshellParser.FormalContext;
import dev.nutshell.grammar.parser.NutshellParser.FormalsContext;
import dev.nutshell.grammar.parser.NutshellParser.FunctionContext;
import dev.nutshell.grammar.parser.NutshellParser.IdentifierContext;
import dev.nutshell.grammar.parser.NutshellParser.ImportFileContext;
import dev.nutshell.grammar.parser.NutshellParser.LayerContext;
import dev.nutshell.grammar.parser.NutshellParser.ModelContext;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Declaration.Kind;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Builds the tree of a file from what ANTLR parsed; nothing past it knows ANTLR. */
final class TreeBuilder {
  private static final SyntaxError IMPORT_AFTER_DECLARATION =
      new SyntaxError(
          "NUT1020", "imports stand before all declarations", "move it to the top of the file");

  private final List<SyntaxProblem> problems = new ArrayList<>();
  private final Positions positions;
  private final Documentation documentation;
  private final Nesting nesting = new Nesting();
  private final ExpressionBuilder expressions;
  private final TypeBuilder types;
  private final StatementBuilder statements;

  TreeBuilder(Positions positions, Documentation documentation) {
    this.positions = positions;
    this.documentation = documentation;
    Literals literals = new Literals(positions, problems::add);
    this.expressions = new ExpressionBuilder(positions, literals, nesting, this::statements);
    this.types = new TypeBuilder(positions, expressions);
    this.statements =
        new StatementBuilder(positions, literals, documentation, nesting, expressions, types);
  }

  /** What is wrong with the text although its sentences are whole. */
  List<SyntaxProblem> problems() {
    nesting.problem().ifPresent(problems::add);
    return Collections.unmodifiableList(problems);
  }

  ExpressionBuilder expressions() {
    return expressions;
  }

  SourceUnit file(FileContext file) {
    return new SourceUnit(
        positions.of(file),
        file.importFile().stream().map(each -> importFile(each, file.declaration())).toList(),
        file.declaration().stream().map(this::declaration).toList());
  }

  private Import importFile(ImportFileContext written, List<DeclarationContext> declarations) {
    boolean late =
        !declarations.isEmpty()
            && declarations.get(0).getStart().getTokenIndex() < written.getStart().getTokenIndex();
    if (late) {
      problems.add(IMPORT_AFTER_DECLARATION.at(positions.of(written)));
    }
    return new Import(positions.of(written), expressions.literals().string(written.STRING()));
  }

  private Declaration declaration(DeclarationContext written) {
    if (written instanceof ModelContext model) {
      boolean isDouble = model.precision() != null && model.precision().DOUBLE() != null;
      return declare(
          model,
          Kind.MODEL,
          model.identifier(),
          isDouble ? Precision.DOUBLE : Precision.FLOAT,
          Optional.ofNullable(model.formals()),
          model.block());
    }
    if (written instanceof LayerContext layer) {
      return declare(
          layer,
          Kind.LAYER,
          layer.identifier(),
          Precision.FLOAT,
          Optional.of(layer.formals()),
          layer.block());
    }
    FunctionContext function = (FunctionContext) written;
    return declare(
        function,
        Kind.FUNCTION,
        function.identifier(),
        Precision.FLOAT,
        Optional.of(function.formals()),
        function.block());
  }

  private Declaration declare(
      DeclarationContext written,
      Kind kind,
      IdentifierContext name,
      Precision precision,
      Optional<FormalsContext> formals,
      NutshellParser.BlockContext body) {
    return new Declaration(
        positions.of(written),
        kind,
        documentation.of(written),
        positions.name(name),
        precision,
        formals.stream().flatMap(each -> each.formal().stream()).map(this::formal).toList(),
        statements(body));
  }

  private Formal formal(FormalContext formal) {
    return new Formal(
        positions.of(formal),
        documentation.of(formal),
        positions.name(formal.identifier()),
        types.visit(formal.type()),
        Optional.ofNullable(formal.expression()).map(expressions::visit));
  }

  private List<Statement> statements(NutshellParser.BlockContext block) {
    return statements.block(block);
  }
}
