package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.SyntaxProblem;
import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads texts, from the first character to the tree. */
public final class SourceReader {
  private SourceReader() {}

  public static Reading<SourceUnit> readFile(String file, String text) {
    return read(file, text, NutshellParser::file, TreeBuilder::file);
  }

  public static Reading<Expression> readExpression(String file, String text) {
    return read(
        file,
        text,
        NutshellParser::loneExpression,
        (builder, rule) -> builder.expressions().visit(rule.expression()));
  }

  public static Reading<List<Argument>> readArguments(String file, String text) {
    return read(
        file,
        text,
        NutshellParser::loneArguments,
        (builder, rule) ->
            rule.argument().stream().map(builder.expressions().primaries()::argument).toList());
  }

  private static <R extends ParserRuleContext, T> Reading<T> read(
      String file,
      String text,
      Function<NutshellParser, R> rule,
      BiFunction<TreeBuilder, R, T> build) {
    Positions positions = new Positions(file);
    List<SyntaxProblem> problems = new ArrayList<>();
    NutshellLexer lexer = new NutshellLexer(CharStreams.fromString(text, file));
    CommonTokenStream tokens =
        new CommonTokenStream(new ListTokenSource(LineStarts.mark(lexer.getAllTokens()), file));
    tokens.fill();
    NutshellParser parser = new NutshellParser(tokens);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    parser.removeErrorListeners();
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              Object symbol,
              int line,
              int column,
              String message,
              RecognitionException e) {
            problems.add(
                new SyntaxProblem("NUT1001", positions.of((Token) symbol), message, Optional.empty()));
          }
        });
    R parsed = rule.apply(parser);
    Documentation documentation = new Documentation(tokens, positions);
    if (!problems.isEmpty()) {
      return new Reading<>(Optional.empty(), List.of(), problems);
    }
    TreeBuilder builder = new TreeBuilder(positions, documentation);
    T tree = build.apply(builder, parsed);
    problems.addAll(builder.problems());
    return new Reading<>(
        problems.isEmpty() ? Optional.of(tree) : Optional.empty(),
        documentation.comments(),
        problems);
  }
}
