package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Reads the words of a text. What is wrong with a word is said here, once; for the parser it then
 * counts as what it was meant to be, or as nothing.
 */
final class TokenReader {
  private static final SyntaxError UNKNOWN_CHARACTER =
      new SyntaxError("NUT1002", "the character `%s` means nothing here", "%2$s");

  private static final SyntaxError UNTERMINATED_STRING =
      new SyntaxError("NUT1004", "this string does not end on its line", "end it with `\"`");

  private static final SyntaxError UNTERMINATED_COMMENT =
      new SyntaxError("NUT1005", "this comment does not end", "end it with `*/`");

  private static final SyntaxError MALFORMED_NUMBER =
      new SyntaxError(
          "NUT1006",
          "`%s` is not a number",
          "numbers are written like `3`, `0.5` and `1e-5`; names do not begin with a digit");

  private static final Map<String, String> ADVICE =
      Map.of(
          ";", "statements end without a mark",
          "&", "write `and`",
          "|", "write `or`, or `|>` for a pipe",
          "!", "write `not`, or `!=` to compare",
          "#", "comments begin with `//`",
          "'", "strings are written in `\"`",
          "?", "write `if c { a } else { b }`");

  private final Positions positions;
  private final List<CommonToken> tokens = new ArrayList<>();
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private final Set<Integer> doubtfulLines = new HashSet<>();
  private boolean endIsKnown = true;

  private TokenReader(Positions positions) {
    this.positions = positions;
  }

  static TokenReader read(String text, Positions positions) {
    TokenReader reader = new TokenReader(positions);
    NutshellLexer lexer = new NutshellLexer(CharStreams.fromString(text, positions.file()));
    for (Token token : lexer.getAllTokens()) {
      reader.add((CommonToken) token);
    }
    reader.markLineStarts();
    return reader;
  }

  List<CommonToken> tokens() {
    return tokens;
  }

  List<SyntaxProblem> problems() {
    return problems;
  }

  /** Whether what the parser finds wrong between two tokens can come from a word already named. */
  boolean isDoubtful(Token previous, Token found) {
    return doubtfulLines.contains(previous.getLine())
        || doubtfulLines.contains(found.getLine())
        || (found.getType() == Token.EOF && !endIsKnown);
  }

  private void add(CommonToken token) {
    switch (token.getType()) {
      case NutshellLexer.UNKNOWN -> reportUnknown(token);
      case NutshellLexer.MALFORMED_NUMBER ->
          replace(token, MALFORMED_NUMBER, NutshellLexer.DECIMAL);
      case NutshellLexer.UNTERMINATED_STRING ->
          replace(token, UNTERMINATED_STRING, NutshellLexer.STRING);
      case NutshellLexer.UNTERMINATED_COMMENT -> {
        endIsKnown = false;
        report(UNTERMINATED_COMMENT, token);
      }
      default -> tokens.add(token);
    }
  }

  /** {@code &&} and {@code ||} are one mistake each. */
  private void reportUnknown(CommonToken token) {
    Span span = positions.of(token);
    doubtfulLines.add(token.getLine());
    String character = token.getText();
    if (!problems.isEmpty()) {
      Span last = problems.get(problems.size() - 1).span();
      boolean adjoins = last.endLine() == span.line() && last.endColumn() == span.column();
      if (adjoins) {
        return;
      }
    }
    problems.add(UNKNOWN_CHARACTER.at(span, character, ADVICE.getOrDefault(character, "")));
  }

  private void replace(CommonToken token, SyntaxError error, int meant) {
    report(error, token);
    token.setType(meant);
    tokens.add(token);
  }

  private void report(SyntaxError error, Token token) {
    doubtfulLines.add(token.getLine());
    Span start = positions.of(token);
    Span firstLine =
        start.line() == start.endLine()
            ? start
            : new Span(
                start.file(), start.line(), start.column(), start.line(), start.column() + 2);
    problems.add(error.at(firstLine, token.getText()));
  }

  private void markLineStarts() {
    int lastLine = 0;
    int lastType = NutshellLexer.LBRACE;
    for (CommonToken token : tokens) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        boolean begins =
            token.getLine() > lastLine
                || lastType == NutshellLexer.LBRACE
                || lastType == NutshellLexer.RBRACE;
        lastLine = token.getLine();
        lastType = token.getType();
        if (begins && lastType == NutshellLexer.LPAREN) {
          token.setType(NutshellLexer.LINE_PAREN);
        } else if (begins && lastType == NutshellLexer.LBRACKET) {
          token.setType(NutshellLexer.LINE_BRACKET);
        }
      }
    }
  }
}
