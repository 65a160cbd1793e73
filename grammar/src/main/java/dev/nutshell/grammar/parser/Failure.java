package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.StatementContext;
import dev.nutshell.grammar.tree.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where the parser could not go on.
 *
 * @param tokens those that the parser sees, the end of the file last
 * @param index of the furthest token that any reading of the text reaches
 * @param expected what could stand there instead
 * @param statement the index of the first token of the statement that the failure is in
 */
record Failure(
    Positions positions,
    List<Token> tokens,
    int index,
    Set<String> expected,
    OptionalInt statement) {
  private static final Set<Integer> OPENING =
      Set.of(
          NutshellParser.LPAREN,
          NutshellParser.LINE_PAREN,
          NutshellParser.LBRACKET,
          NutshellParser.LINE_BRACKET,
          NutshellParser.LBRACE,
          NutshellParser.REDUCTION);

  private static final Set<Integer> CLOSING =
      Set.of(NutshellParser.RPAREN, NutshellParser.RBRACKET, NutshellParser.RBRACE);

  static Failure of(RecognitionException exception, List<Token> tokens, Positions positions) {
    Expectations expectations = Expectations.of(exception, tokens);
    OptionalInt statement = OptionalInt.empty();
    RuleContext context = exception.getCtx();
    while (context != null && statement.isEmpty()) {
      if (context instanceof StatementContext given) {
        statement = OptionalInt.of(tokens.indexOf(given.getStart()));
      }
      context = context.parent;
    }
    return new Failure(
        positions, tokens, expectations.furthest(), expectations.expected(), statement);
  }

  static boolean opens(int type) {
    return OPENING.contains(type);
  }

  static boolean closes(int type) {
    return CLOSING.contains(type);
  }

  Token found() {
    return tokens.get(index);
  }

  int foundType() {
    return found().getType();
  }

  /** The type of a token, or 0 if there is none. */
  int type(int at) {
    return at < 0 || at >= tokens.size() ? 0 : tokens.get(at).getType();
  }

  int previousType() {
    return type(index - 1);
  }

  boolean expects(String what) {
    return expected.contains(what);
  }

  /** Whether a token is the first of its line. */
  boolean startsLine(int at) {
    return at == 0 || tokens.get(at).getLine() > tokens.get(at - 1).getLine();
  }

  Span span(int at) {
    return positions.of(tokens.get(at));
  }

  /** The index of the innermost bracket that is open before a token. */
  OptionalInt openBefore(int at) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < at; i++) {
      if (opens(type(i))) {
        open.push(i);
      } else if (closes(type(i)) && !open.isEmpty()) {
        open.pop();
      }
    }
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peek());
  }
}
