package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads a text, from its first character to its tree. */
public final class SourceReader {
  private final Positions positions;
  private final SourceText source;
  private final TokenReader words;
  private final CommonTokenStream tokens;
  private final List<SyntaxProblem> problems = new ArrayList<>();

  private SourceReader(String file, String text) {
    positions = new Positions(file);
    source = SourceText.of(file, text);
    words = TokenReader.read(source.text(), positions);
    tokens = new CommonTokenStream(new ListTokenSource(words.tokens(), file));
    tokens.fill();
    problems.addAll(source.problems());
    problems.addAll(words.problems());
  }

  /** Reads a file. */
  public static Reading<SourceUnit> readFile(String file, String text) {
    return new SourceReader(file, text).read(NutshellParser::file, TreeBuilder::file);
  }

  /** Reads one expression. */
  public static Reading<Expression> readExpression(String file, String text) {
    return new SourceReader(file, text)
        .read(
            NutshellParser::loneExpression,
            (builder, rule) -> builder.expressions().visit(rule.expression()));
  }

  /** Reads the arguments of a call, without its parentheses. */
  public static Reading<List<Argument>> readArguments(String file, String text) {
    return new SourceReader(file, text)
        .read(
            NutshellParser::loneArguments,
            (builder, rule) ->
                rule.argument().stream().map(builder.expressions().primaries()::argument).toList());
  }

  private <R extends ParserRuleContext, T> Reading<T> read(
      Function<NutshellParser, R> rule, BiFunction<TreeBuilder, R, T> build) {
    Documentation documentation = new Documentation(tokens, positions);
    Optional<T> tree = Optional.empty();
    Optional<SyntaxProblem> tooDeep = Nesting.ofBrackets(words.tokens(), positions);
    tooDeep.ifPresent(problems::add);
    if (tooDeep.isEmpty()) {
      R parsed = parse(rule);
      if (problems.isEmpty()) {
        TreeBuilder builder = new TreeBuilder(positions, documentation);
        tree = Optional.of(build.apply(builder, parsed));
        problems.addAll(builder.problems());
      }
    }
    problems.sort(
        Comparator.comparing(SyntaxProblem::span, Comparator.comparingInt(Span::line))
            .thenComparing(SyntaxProblem::span, Comparator.comparingInt(Span::column)));
    return new Reading<>(
        problems.isEmpty() ? tree : Optional.empty(), documentation.comments(), problems);
  }

  /** The quick way first; what it cannot read is read again with full context, and explained. */
  private <R> R parse(Function<NutshellParser, R> rule) {
    NutshellParser parser = new NutshellParser(tokens);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new Recovery(this::explain));
      return rule.apply(parser);
    }
  }

  private void explain(RecognitionException exception) {
    List<Token> visible =
        tokens.getTokens().stream()
            .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
            .toList();
    Failure failure = Failure.of(exception, visible, positions);
    Token previous = visible.get(Math.max(0, failure.index() - 1));
    if (!words.isDoubtful(previous, failure.found())) {
      SyntaxProblem problem = Explanation.of(failure);
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }
  }
}
