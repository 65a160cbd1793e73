package dev.nutshell.processor.diagnostic;

import dev.nutshell.grammar.tree.Span;
import java.util.Locale;

/** One message about one place of the source. */
public record Diagnostic(DiagnosticKind kind, Span span, String message, String hint) {

  /** {@code file.dl:3:7: error NUT2001: message}, then the hint on a line of its own. */
  @Override
  public String toString() {
    String first =
        span
            + ": "
            + kind.severity().name().toLowerCase(Locale.ROOT)
            + " "
            + kind.id()
            + ": "
            + message;
    return hint.isEmpty() ? first : first + "\n  " + hint;
  }
}
