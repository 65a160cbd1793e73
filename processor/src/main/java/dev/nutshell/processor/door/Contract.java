package dev.nutshell.processor.door;

import dev.nutshell.inference.Model;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Suggestion;
import dev.nutshell.processor.door.Signature.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The abstract methods of an anchor against the network: each must be an entry point for one
 * sample, so that the generated class implements it.
 */
final class Contract {
  static final DiagnosticKind UNKNOWN_ENTRY =
      DiagnosticKind.error("NUT5201", "the network has no entry point {0}", "{1}");
  static final DiagnosticKind WRONG_COUNT =
      DiagnosticKind.error(
          "NUT5202", "{0} has {1} parameters, the entry point has {2}", "declare it as {3}");
  static final DiagnosticKind WRONG_TYPE =
      DiagnosticKind.error(
          "NUT5203",
          "the parameter {0} is of type {1}, but the {2} {3} of the network is {4}",
          "declare the method as {5}");
  static final DiagnosticKind WRONG_NAME =
      DiagnosticKind.error(
          "NUT5204",
          "the parameter is named {0}, but at its place the network has the {1} {2}",
          "declare the method as {3}");
  static final DiagnosticKind WRONG_RETURN =
      DiagnosticKind.error("NUT5205", "{0} returns {1}, the entry point {2}", "declare it as {3}");
  static final DiagnosticKind GENERIC =
      DiagnosticKind.error(
          "NUT5206", "{0} has type parameters, the entry point has none", "declare it as {1}");

  private final Anchor anchor;
  private final Elements elements;
  private final Messages messages;
  private final Map<String, Signature> signatures;

  Contract(Anchor anchor, Elements elements, List<Signature> signatures, Messages messages) {
    this.anchor = anchor;
    this.elements = elements;
    this.messages = messages;
    this.signatures =
        signatures.stream()
            .collect(
                Collectors.toMap(
                    Signature::name, signature -> signature, (a, b) -> a, LinkedHashMap::new));
  }

  /** Reports every method that the generated class would not implement, whoever declares it. */
  void check() {
    for (ExecutableElement method :
        ElementFilter.methodsIn(elements.getAllMembers(anchor.type()))) {
      if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOfModel(method)) {
        check(method);
      }
    }
  }

  /** What every generated class has anyway. */
  private static boolean isOfModel(ExecutableElement method) {
    return ((TypeElement) method.getEnclosingElement())
        .getQualifiedName()
        .contentEquals(Model.class.getCanonicalName());
  }

  private void check(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    Signature expected = signatures.get(name);
    if (expected == null) {
      report(UNKNOWN_ENTRY, method, method, name, instead(name));
      return;
    }
    if (!method.getTypeParameters().isEmpty()) {
      report(GENERIC, method, method, name, expected);
    }
    if (!method.getReturnType().toString().equals(expected.returns())) {
      report(
          WRONG_RETURN, method, method, name, method.getReturnType(), expected.returns(), expected);
    }
    List<? extends VariableElement> found = method.getParameters();
    if (found.size() != expected.parameters().size()) {
      report(
          WRONG_COUNT, method, method, name, found.size(), expected.parameters().size(), expected);
      return;
    }
    for (int i = 0; i < found.size(); i++) {
      check(method, found.get(i), expected.parameters().get(i), expected);
    }
  }

  private void check(
      ExecutableElement method, VariableElement found, Parameter wanted, Signature expected) {
    String name = found.getSimpleName().toString();
    if (!isSame(name, wanted.name()) && isOwn(method)) {
      report(WRONG_NAME, method, found, name, wanted.role(), wanted.name(), expected);
    } else if (!found.asType().toString().equals(wanted.type())) {
      report(
          WRONG_TYPE,
          method,
          found,
          name,
          found.asType(),
          wanted.role(),
          wanted.name(),
          wanted.type(),
          expected);
    }
  }

  /** Only then are names of parameters sure to be the user's: a class file may have lost them. */
  private boolean isOwn(ExecutableElement method) {
    return method.getEnclosingElement().equals(anchor.type());
  }

  /** Whether names differ at most as {@code imageRows} and {@code image_rows} do. */
  private static boolean isSame(String java, String network) {
    return java.replace("_", "").equalsIgnoreCase(network.replace("_", ""));
  }

  private String instead(String name) {
    return Suggestion.closest(name, signatures.keySet())
        .map(closest -> "did you mean " + signatures.get(closest) + "?")
        .orElse(
            "it has: "
                + signatures.values().stream()
                    .map(Signature::toString)
                    .collect(Collectors.joining("; ")));
  }

  /**
   * Inherited methods lie elsewhere, perhaps in a class file: those errors are shown at the anchor.
   */
  private void report(
      DiagnosticKind kind, ExecutableElement method, Element at, Object... details) {
    String description =
        anchor.type().getSimpleName()
            + "."
            + method.getSimpleName()
            + (at instanceof VariableElement ? "(" + at.getSimpleName() + ")" : "");
    messages.report(kind, description, isOwn(method) ? Place.of(at) : anchor.place(), details);
  }
}
