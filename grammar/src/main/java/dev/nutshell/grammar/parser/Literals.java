package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Expression.NumberLiteral;
import java.util.Locale;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads numbers and strings. */
final class Literals {
  private static final SyntaxError INT_TOO_LARGE =
      new SyntaxError(
          "NUT1007", "`%s` is larger than the largest int, 2147483647", "as a float it is `%s.0`");

  private static final SyntaxError OUT_OF_RANGE =
      new SyntaxError("NUT1008", "`%s` is outside the range of floating-point numbers", "");

  private static final SyntaxError UNKNOWN_ESCAPE =
      new SyntaxError(
          "NUT1009", "`\\%s` means nothing in a string", "a string knows `\\\"`, `\\\\` and `\\n`");

  private final Positions positions;
  private final Consumer<SyntaxProblem> problems;

  Literals(Positions positions, Consumer<SyntaxProblem> problems) {
    this.positions = positions;
    this.problems = problems;
  }

  NumberLiteral number(Token token) {
    String text = token.getText().toLowerCase(Locale.ROOT);
    boolean integral = token.getType() == NutshellLexer.INTEGER;
    double value = Double.parseDouble(text);
    if (integral && value > Integer.MAX_VALUE) {
      problems.accept(INT_TOO_LARGE.at(positions.of(token), text));
    } else if (Double.isInfinite(value) || (value == 0 && text.matches("[^e]*[1-9].*"))) {
      problems.accept(OUT_OF_RANGE.at(positions.of(token), text));
    }
    return new NumberLiteral(positions.of(token), text, integral, value);
  }

  String string(TerminalNode written) {
    return string(written.getSymbol());
  }

  String string(Token token) {
    String text = token.getText();
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      value.append(c == '\\' ? escaped(token, text.charAt(++i)) : c);
    }
    return value.toString();
  }

  private char escaped(Token string, char c) {
    if (c == 'n') {
      return '\n';
    }
    if (c != '"' && c != '\\') {
      problems.accept(UNKNOWN_ESCAPE.at(positions.of(string), c));
    }
    return c;
  }
}
