package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which names of the user's files are never read, in any graph of a model, and whether it has a
 * graph by which states are adapted.
 */
final class Usage {
  static final DiagnosticKind UNUSED =
      DiagnosticKind.warning("NUT2040", "{0} is never used", "remove it, or use it");

  private final Map<Span, String> declared = new LinkedHashMap<>();
  private final Set<Span> used = new HashSet<>();
  private boolean adapting;

  void declare(String name, Span span) {
    declared.put(span, name);
  }

  void add(Span declaration) {
    used.add(declaration);
  }

  /** The constant {@code adapting} was read. */
  void addAdapting() {
    adapting = true;
  }

  /** Whether anything depends on the constant {@code adapting}. */
  boolean asksForAdapting() {
    return adapting;
  }

  void report(Diagnostics diagnostics) {
    declared.forEach(
        (span, name) -> {
          if (!used.contains(span)) {
            diagnostics.report(UNUSED, span, name);
          }
        });
  }
}
