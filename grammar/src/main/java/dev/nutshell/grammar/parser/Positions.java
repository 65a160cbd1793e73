package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens and rules stand in their file. */
record Positions(String file) {

  Span of(Token token) {
    return of(token, token);
  }

  Span of(ParserRuleContext rule) {
    return of(rule.getStart(), rule.getStop());
  }

  Span of(Token first, Token last) {
    String text = last.getType() == Token.EOF ? "" : last.getText();
    int lastBreak = text.lastIndexOf('\n');
    int length = text.codePointCount(lastBreak + 1, text.length());
    int breaks = (int) text.chars().filter(c -> c == '\n').count();
    return new Span(
        file,
        first.getLine(),
        first.getCharPositionInLine() + 1,
        last.getLine() + breaks,
        breaks == 0 ? last.getCharPositionInLine() + 1 + length : length + 1);
  }

  Name name(ParserRuleContext identifier) {
    return new Name(of(identifier), identifier.getText());
  }
}
