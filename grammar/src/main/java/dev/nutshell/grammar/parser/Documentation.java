package dev.nutshell.grammar.parser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Gives the {@code ///} comments to what they stand before. What nobody takes is a comment like any
 * other.
 */
final class Documentation {
  private static final String MARK = "///";

  private final BufferedTokenStream tokens;
  private final Positions positions;
  private final Set<Token> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  Documentation(BufferedTokenStream tokens, Positions positions) {
    this.tokens = tokens;
    this.positions = positions;
  }

  /** The documentation right before a rule, a line for each comment; empty if there is none. */
  String of(ParserRuleContext rule) {
    List<String> lines = new ArrayList<>();
    for (Token comment : before(rule)) {
      taken.add(comment);
      String line = comment.getText().substring(MARK.length());
      lines.add((line.startsWith(" ") ? line.substring(1) : line).stripTrailing());
    }
    return String.join("\n", lines);
  }

  /** The comments that {@link #of} gave to nobody. */
  List<Comment> comments() {
    return tokens.getTokens().stream()
        .filter(token -> token.getChannel() == Token.HIDDEN_CHANNEL)
        .filter(Predicate.not(taken::contains))
        .map(this::comment)
        .toList();
  }

  private Comment comment(Token token) {
    int previous = token.getTokenIndex() - 1;
    while (previous >= 0 && tokens.get(previous).getChannel() != Token.DEFAULT_CHANNEL) {
      previous--;
    }
    int next = token.getTokenIndex() + 1;
    while (tokens.get(next).getChannel() != Token.DEFAULT_CHANNEL) {
      next++;
    }
    return new Comment(
        positions.of(token),
        token.getText().stripTrailing(),
        previous < 0 ? Optional.empty() : word(tokens.get(previous)),
        word(tokens.get(next)));
  }

  private Optional<Comment.Word> word(Token token) {
    return token.getType() == Token.EOF
        ? Optional.empty()
        : Optional.of(new Comment.Word(token.getText(), positions.of(token)));
  }

  /** A comment that ends a line of code says something about that line. */
  private List<Token> before(ParserRuleContext rule) {
    int start = rule.getStart().getTokenIndex();
    List<Token> hidden = tokens.getHiddenTokensToLeft(start, Token.HIDDEN_CHANNEL);
    if (hidden == null) {
      return List.of();
    }
    int previous = hidden.get(0).getTokenIndex() - 1;
    int lineBefore = previous < 0 ? 0 : positions.of(tokens.get(previous)).endLine();
    return hidden.stream()
        .filter(token -> token.getType() == NutshellLexer.DOCUMENTATION)
        .filter(token -> token.getLine() != lineBefore)
        .toList();
  }
}
