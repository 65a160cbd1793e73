package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.parser.NutshellParser.BlockContext;
import dev.nutshell.grammar.parser.NutshellParser.DeclarationContext;
import dev.nutshell.grammar.parser.NutshellParser.FileContext;
import dev.nutshell.grammar.parser.NutshellParser.ImportFileContext;
import dev.nutshell.grammar.parser.NutshellParser.StatementContext;
import java.util.Set;
import java.util.function.Consumer;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Gives up the statement or declaration that a failure is in, and goes on with the next one. No
 * token is ever guessed or dropped within one, so that what is reported later is really there.
 */
final class Recovery extends DefaultErrorStrategy {
  private static final Set<Integer> STATEMENT_WORDS =
      Set.of(
          NutshellParser.PARAM,
          NutshellParser.STATE,
          NutshellParser.CARRY,
          NutshellParser.INPUT,
          NutshellParser.TARGET,
          NutshellParser.OUTPUT,
          NutshellParser.LOSS,
          NutshellParser.METRIC,
          NutshellParser.ENTRY,
          NutshellParser.SHARED,
          NutshellParser.UPDATE,
          NutshellParser.YIELD,
          NutshellParser.RETURN,
          NutshellParser.REQUIRE,
          NutshellParser.IF,
          NutshellParser.REPEAT);

  private static final Set<Integer> DECLARATION_WORDS =
      Set.of(
          NutshellParser.IMPORT,
          NutshellParser.MODEL,
          NutshellParser.LAYER,
          NutshellParser.FUN,
          Token.EOF);

  private final Consumer<RecognitionException> report;

  Recovery(Consumer<RecognitionException> report) {
    this.report = report;
  }

  @Override
  public void reportError(Parser parser, RecognitionException failure) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      report.accept(failure);
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  /** What begins no statement or declaration is reported here, where the loop over them goes on. */
  @Override
  public void sync(Parser parser) {
    TokenStream tokens = parser.getInputStream();
    boolean inFile = parser.getContext() instanceof FileContext;
    boolean inBlock = parser.getContext() instanceof BlockContext && !startsDeclaration(tokens);
    if ((inFile || inBlock) && !parser.isExpectedToken(tokens.LA(1))) {
      reportError(parser, new InputMismatchException(parser));
      if (inFile) {
        skipToDeclaration(parser);
      } else {
        skipToStatement(parser, tokens.index());
      }
      endErrorCondition(parser);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException failure) {
    if (parser.getContext() instanceof StatementContext statement) {
      skipToStatement(parser, statement.getStart().getTokenIndex());
      endErrorCondition(parser);
    } else if (parser.getContext() instanceof DeclarationContext
        || parser.getContext() instanceof ImportFileContext) {
      skipToDeclaration(parser);
      endErrorCondition(parser);
    } else if (parser.getContext().getParent() != null) {
      throw failure;
    }
  }

  private static void skipToStatement(Parser parser, int failedStatement) {
    TokenStream tokens = parser.getInputStream();
    boolean moved = tokens.index() > failedStatement;
    int braces = 0;
    while (!startsDeclaration(tokens)) {
      int type = tokens.LA(1);
      if (braces == 0 && (type == NutshellParser.RBRACE || (moved && startsStatement(tokens)))) {
        return;
      }
      braces += type == NutshellParser.LBRACE ? 1 : type == NutshellParser.RBRACE ? -1 : 0;
      parser.consume();
      moved = true;
    }
  }

  private static void skipToDeclaration(Parser parser) {
    while (!startsDeclaration(parser.getInputStream())) {
      parser.consume();
    }
  }

  private static boolean startsDeclaration(TokenStream tokens) {
    int type = tokens.LA(1);
    return type == Token.EOF || (DECLARATION_WORDS.contains(type) && startsLine(tokens));
  }

  private static boolean startsStatement(TokenStream tokens) {
    int type = tokens.LA(1);
    boolean named = type == NutshellParser.IDENTIFIER && tokens.LA(2) == NutshellParser.ASSIGN;
    return startsLine(tokens) && (named || STATEMENT_WORDS.contains(type));
  }

  private static boolean startsLine(TokenStream tokens) {
    Token previous = tokens.LT(-1);
    return previous == null || tokens.LT(1).getLine() > previous.getLine();
  }
}
