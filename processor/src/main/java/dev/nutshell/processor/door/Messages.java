package dev.nutshell.processor.door;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.DiagnosticKind.Severity;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.diagnostic.Listing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/**
 * The messages about one anchor. Places in Java source are given spans, whose file is a description
 * of the place; a diagnostic at such a span, from whatever phase, is shown at the place.
 */
final class Messages {
  private final Place anchor;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Listing listing = new Listing();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * @param anchor where to show messages about texts outside of Java
   */
  Messages(Place anchor) {
    this.anchor = anchor;
  }

  /** What phases report to. */
  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Makes a text known, so that messages can show its lines. */
  void addText(String file, String text) {
    listing.add(file, text);
  }

  /** A span that stands for a place. */
  Span span(String description, Place place) {
    places.putIfAbsent(description, place);
    return span(description);
  }

  /**
   * A name for the text of a Java string at a place; positions within the text keep their lines and
   * columns.
   */
  String textAt(String description, Place place, String text) {
    places.putIfAbsent(description, place);
    listing.add(description, text);
    return description;
  }

  void report(DiagnosticKind kind, String description, Place place, Object... details) {
    diagnostics.report(kind, span(description, place), details);
  }

  /** Shows everything reported, in order. */
  void print(Messager messager) {
    for (Diagnostic diagnostic : diagnostics.all()) {
      Kind kind = kind(diagnostic.kind().severity());
      place(diagnostic.span()).print(messager, kind, text(diagnostic));
    }
  }

  private static Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Kind.ERROR;
      case WARNING -> Kind.WARNING;
      case NOTE -> Kind.NOTE;
    };
  }

  private Place place(Span span) {
    return Optional.ofNullable(places.get(span.file())).orElse(anchor);
  }

  /** Places in Java have no line and column here: the compiler shows them itself. */
  private String text(Diagnostic diagnostic) {
    String text = listing.show(diagnostic);
    for (String description : places.keySet()) {
      text = text.replace(span(description).toString(), description);
    }
    return text;
  }

  private static Span span(String description) {
    return new Span(description, 0, 0, 0, 0);
  }
}
