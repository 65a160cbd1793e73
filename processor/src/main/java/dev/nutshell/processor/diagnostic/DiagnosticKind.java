package dev.nutshell.processor.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of message, declared as a constant at the head of the class that raises it.
 *
 * @param id stable, so that users can search for it: 1xxx syntax, 2xxx names and calls, 3xxx types
 *     and shapes, 4xxx models, 5xxx files and doors, 6xxx limits of generated code
 * @param message says what was found and what was expected, with {@code {0}}, {@code {1}}, … for
 *     the details
 * @param hint says what to try; may be empty
 */
public record DiagnosticKind(String id, Severity severity, String message, String hint) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)\\}");

  /** Whether compilation can go on to code. */
  public enum Severity {
    ERROR,
    WARNING,
    /** Nothing is wrong with the network; no option of a compiler makes an error of it. */
    NOTE
  }

  /** An error. */
  public static DiagnosticKind error(String id, String message, String hint) {
    return new DiagnosticKind(id, Severity.ERROR, message, hint);
  }

  /** A warning. */
  public static DiagnosticKind warning(String id, String message, String hint) {
    return new DiagnosticKind(id, Severity.WARNING, message, hint);
  }

  /** A note. */
  public static DiagnosticKind note(String id, String message, String hint) {
    return new DiagnosticKind(id, Severity.NOTE, message, hint);
  }

  /** Fills the places of a pattern; any other brace is text, and so is what the details hold. */
  static String format(String pattern, Object... details) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> {
              Object detail = details[Integer.parseInt(place.group(1))];
              return Matcher.quoteReplacement(String.valueOf(detail));
            });
  }
}
