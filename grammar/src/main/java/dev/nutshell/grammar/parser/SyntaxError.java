package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of syntax problem, declared as a constant at the head of the class that raises it.
 *
 * @param message a pattern of {@link String#format}
 * @param hint another over the same details; may be empty
 */
record SyntaxError(String id, String message, String hint) {

  /** The problem at a place; {@code details} fill the places of message and hint. */
  SyntaxProblem at(Span span, Object... details) {
    String advice = String.format(Locale.ROOT, hint, details);
    return new SyntaxProblem(
        id,
        span,
        String.format(Locale.ROOT, message, details),
        advice.isEmpty() ? Optional.empty() : Optional.of(advice));
  }
}
