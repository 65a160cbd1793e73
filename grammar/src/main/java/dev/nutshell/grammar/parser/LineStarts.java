package dev.nutshell.grammar.parser;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Tells the brackets that begin a line from those that call or index what stands before them. */
final class LineStarts {
  private LineStarts() {}

  static List<? extends Token> mark(List<? extends Token> tokens) {
    int lastLine = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      if (token.getLine() > lastLine && token instanceof CommonToken bracket) {
        if (token.getType() == NutshellLexer.LPAREN) {
          bracket.setType(NutshellLexer.LINE_PAREN);
        } else if (token.getType() == NutshellLexer.LBRACKET) {
          bracket.setType(NutshellLexer.LINE_BRACKET);
        }
      }
      lastLine = token.getLine();
    }
    return tokens;
  }
}
