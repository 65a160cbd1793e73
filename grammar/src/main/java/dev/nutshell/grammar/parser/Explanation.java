package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Says what is wrong where the parser could not go on. */
final class Explanation {
  private static final SyntaxError UNEXPECTED =
      new SyntaxError("NUT1001", "expected %s, found %s", "%3$s");

  private static final Map<Integer, String> CLOSERS =
      Map.of(
          NutshellParser.LPAREN, "`)`",
          NutshellParser.LINE_PAREN, "`)`",
          NutshellParser.LBRACKET, "`]`",
          NutshellParser.LINE_BRACKET, "`]`",
          NutshellParser.REDUCTION, "`]`",
          NutshellParser.LBRACE, "`}`");

  /** What cannot stand inside of braces. */
  private static final Set<Integer> ENDS =
      Set.of(
          Token.EOF,
          NutshellParser.IMPORT,
          NutshellParser.MODEL,
          NutshellParser.LAYER,
          NutshellParser.FUN);

  private static final int LONGEST_QUOTE = 30;

  private Explanation() {}

  /** A mistake that is often made, or else what was found and expected. */
  static SyntaxProblem of(Failure failure) {
    return KnownMistakes.recognise(failure).orElseGet(() -> unexpected(failure));
  }

  /** A token as it is named in messages. */
  static String quote(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the text";
    }
    String text = token.getText();
    boolean fits = text.length() <= LONGEST_QUOTE;
    return "`" + (fits ? text : text.substring(0, LONGEST_QUOTE) + "…") + "`";
  }

  private static SyntaxProblem unexpected(Failure failure) {
    return UNEXPECTED.at(
        failure.span(failure.index()),
        alternatives(failure),
        quote(failure.found()),
        openBracket(failure));
  }

  /** The phrases first, then the words; an operator only if nothing else can stand there. */
  private static String alternatives(Failure failure) {
    List<String> named = new ArrayList<>(failure.expected());
    if (named.size() > 1) {
      named.remove(Expectations.CONTINUATION);
    }
    if (named.contains(Expectations.EXPRESSION) || named.contains(Expectations.STAGE)) {
      named.remove(Expectations.NAME);
    }
    named.sort(Comparator.comparing((String each) -> each.startsWith("`")));
    int last = named.size() - 1;
    return last == 0
        ? named.get(0)
        : String.join(", ", named.subList(0, last)) + " or " + named.get(last);
  }

  private static String openBracket(Failure failure) {
    OptionalInt open = failure.openBefore(failure.index());
    if (open.isEmpty() || !failure.expects(CLOSERS.get(failure.type(open.getAsInt())))) {
      return "";
    }
    Span span = failure.span(open.getAsInt());
    String bracket = failure.tokens().get(open.getAsInt()).getText();
    boolean elsewhere = span.line() != failure.found().getLine();
    boolean statementsGoOn = bracket.equals("{") && !ENDS.contains(failure.foundType());
    return elsewhere && !statementsGoOn
        ? "the `" + bracket + "` at " + span.line() + ":" + span.column() + " is still open"
        : "";
  }
}
