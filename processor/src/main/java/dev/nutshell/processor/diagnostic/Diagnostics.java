package dev.nutshell.processor.diagnostic;

import dev.nutshell.grammar.parser.SyntaxProblem;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what the phases report; a phase asks whether there are errors instead of throwing. */
public final class Diagnostics {
  private final List<Diagnostic> reported = new ArrayList<>();
  private int errors;

  /**
   * Reports a message; {@code details} fill the places of its pattern and of its hint. The same
   * message is kept once.
   */
  public void report(DiagnosticKind kind, Span span, Object... details) {
    Diagnostic diagnostic =
        new Diagnostic(
            kind,
            span,
            DiagnosticKind.format(kind.message(), details),
            DiagnosticKind.format(kind.hint(), details));
    if (!reported.contains(diagnostic)) {
      reported.add(diagnostic);
    }
    if (kind.severity() == Severity.ERROR) {
      errors++;
    }
  }

  /** Reports what the parser found. */
  public void report(SyntaxProblem problem) {
    report(
        DiagnosticKind.error(problem.id(), "{0}", "{1}"),
        problem.span(),
        problem.message(),
        problem.hint().orElse(""));
  }

  /**
   * How many errors were reported, repeated ones included; a later, larger number means that
   * something went wrong since.
   */
  public int errorCount() {
    return errors;
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** Everything reported, in order. */
  public List<Diagnostic> all() {
    return Collections.unmodifiableList(reported);
  }
}
