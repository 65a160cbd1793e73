package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;
import java.util.Optional;

/**
 * A comment that documents nothing, as it is written, its marks included.
 *
 * @param previous the word before it, unless it begins the text
 * @param next the word behind it, unless it ends the text
 */
public record Comment(Span span, String text, Optional<Word> previous, Optional<Word> next) {

  /** A word of the text that is no comment. */
  public record Word(String text, Span span) {}

  /** Whether it reaches to the end of its line. */
  public boolean reachesLineEnd() {
    return text.startsWith("//");
  }

  /** Whether no word stands before it on its line. */
  public boolean beginsLine() {
    return previous.isEmpty() || previous.get().span().endLine() < span.line();
  }

  /** Whether no word stands behind it on its line. */
  public boolean endsLine() {
    return next.isEmpty() || next.get().span().line() > span.endLine();
  }

  /** Whether the word before it is this one. */
  public boolean follows(String word) {
    return previous.isPresent() && previous.get().text().equals(word);
  }

  /** Whether the word behind it is this one. */
  public boolean precedes(String word) {
    return next.isPresent() && next.get().text().equals(word);
  }
}
