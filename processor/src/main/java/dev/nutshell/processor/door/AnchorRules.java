package dev.nutshell.processor.door;

import dev.nutshell.processor.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** What a type must be to anchor a network, and that it holds exactly one. */
final class AnchorRules {
  static final DiagnosticKind NO_INTERFACE =
      DiagnosticKind.error(
          "NUT5101", "@Network stands on {0}, which is no interface", "make {0} an interface");
  static final DiagnosticKind GENERIC =
      DiagnosticKind.error(
          "NUT5102", "{0} has type parameters; a network has none", "remove <{1}>");
  static final DiagnosticKind HIDDEN =
      DiagnosticKind.error(
          "NUT5103",
          "{0} is private, so that no generated class can implement it",
          "remove \"private\" from it and from the types around it");
  static final DiagnosticKind SEALED =
      DiagnosticKind.error(
          "NUT5104",
          "{0} is sealed, so that no generated class can implement it",
          "remove \"sealed\"");
  static final DiagnosticKind SEVERAL_NETWORKS =
      DiagnosticKind.error(
          "NUT5105", "{0} has its network in several places: {1}", "keep one of them");
  static final DiagnosticKind NO_NETWORK =
      DiagnosticKind.error(
          "NUT5106",
          "{0} has no network",
          "name a file, @Network(\"{1}.dl\"), write @Network(text = ...), or annotate methods with"
              + " @Input, layers and @Output");

  private final Anchor anchor;
  private final Messages messages;

  AnchorRules(Anchor anchor, Messages messages) {
    this.anchor = anchor;
    this.messages = messages;
  }

  /** Reports everything that is wrong with the anchor itself. */
  void check() {
    if (!anchor.isInterface()) {
      report(NO_INTERFACE, name());
      return;
    }
    if (!anchor.type().getTypeParameters().isEmpty()) {
      report(GENERIC, name(), list(anchor.type().getTypeParameters()));
    }
    if (!anchor.isVisible()) {
      report(HIDDEN, name());
    }
    if (anchor.type().getModifiers().contains(Modifier.SEALED)) {
      report(SEALED, name());
    }
    List<String> places = places();
    if (places.size() > 1) {
      report(SEVERAL_NETWORKS, name(), String.join(" and ", places));
    } else if (places.isEmpty()) {
      report(NO_NETWORK, name(), name().toLowerCase(Locale.ROOT));
    }
  }

  private List<String> places() {
    List<String> places = new ArrayList<>();
    anchor.path().ifPresent(path -> places.add("the file \"" + path + "\""));
    anchor.text().ifPresent(text -> places.add("the text"));
    anchor.abstractMethods().stream()
        .map(NamedValue::of)
        .filter(NamedValue::isAnnotated)
        .findFirst()
        .ifPresent(value -> places.add("annotated methods, such as " + value.name()));
    return places;
  }

  private static String list(List<?> names) {
    return String.join(", ", names.stream().map(Object::toString).toList());
  }

  private String name() {
    return anchor.type().getSimpleName().toString();
  }

  private void report(DiagnosticKind kind, Object... details) {
    messages.report(kind, name(), Place.of(anchor.type()), details);
  }
}
