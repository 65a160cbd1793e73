package dev.nutshell.grammar;

import dev.nutshell.grammar.parser.Reading;
import dev.nutshell.grammar.parser.SourceReader;
import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.SourceUnit;
import java.util.List;

/**
 * Reads {@code .dl} text. Nothing is thrown whatever the text: every problem is in the result, with
 * its position.
 */
public final class Parser {
  private Parser() {}

  /**
   * Reads a file.
   *
   * @param fileName what the positions say, with forward slashes
   */
  public static ParseResult parse(String fileName, String text) {
    Reading<SourceUnit> reading = SourceReader.readFile(fileName, text);
    return new ParseResult(reading.tree(), reading.problems());
  }

  /** Reads one expression and nothing else. */
  public static ExpressionResult parseExpression(String fileName, String text) {
    Reading<Expression> reading = SourceReader.readExpression(fileName, text);
    return new ExpressionResult(reading.tree(), reading.problems());
  }

  /** Reads the arguments of a call without their parentheses: {@code units: 64, bias: false}. */
  public static ArgumentsResult parseArguments(String fileName, String text) {
    Reading<List<Argument>> reading = SourceReader.readArguments(fileName, text);
    return new ArgumentsResult(reading.tree(), reading.problems());
  }
}
