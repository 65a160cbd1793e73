package dev.nutshell.processor.diagnostic;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * A kind of message, declared as a constant at the head of the class that raises it.
 *
 * @param id stable, so that users can search for it: 1xxx syntax, 2xxx names and calls, 3xxx types and shapes, 4xxx
 *     models, 5xxx files and doors, 6xxx limits of generated code
 * @param message says what was found and what was expected, with {@code {0}}, {@code {1}}, … for the details
 * @param hint says what to try; may be empty
 */
public record DiagnosticKind(String id, Severity severity, String message, String hint) {

  /** Whether compilation can go on to code. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** An error. */
  public static DiagnosticKind error(String id, String message, String hint) {
    return new DiagnosticKind(id, Severity.ERROR, message, hint);
  }

  /** A warning. */
  public static DiagnosticKind warning(String id, String message, String hint) {
    return new DiagnosticKind(id, Severity.WARNING, message, hint);
  }

  static String format(String pattern, Object... details) {
    Object[] texts = new Object[details.length];
    for (int i = 0; i < details.length; i++) {
      texts[i] = String.valueOf(details[i]);
    }
    return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(texts);
  }
}
