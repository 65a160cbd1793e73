package dev.nutshell.processor.door;

import dev.nutshell.annotation.Tensor;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Suggestion;
import dev.nutshell.processor.door.NamedValue.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the methods of an annotated network must be, one by one and together. */
final class MethodRules {
  static final DiagnosticKind NO_TENSOR =
      DiagnosticKind.error(
          "NUT5301", "{0} has the type {1}; a value of a network is a Tensor", "write Tensor");
  static final DiagnosticKind GENERIC =
      DiagnosticKind.error("NUT5302", "{0} has type parameters; a value of a network has none", "");
  static final DiagnosticKind OVERLOADED =
      DiagnosticKind.error("NUT5303", "two values are named {0}", "rename one of the methods");
  static final DiagnosticKind UNKNOWN_VALUE =
      DiagnosticKind.error("NUT5304", "{0} reads {1}, but no method is named so", "{2}");
  static final DiagnosticKind CYCLE =
      DiagnosticKind.error(
          "NUT5305", "the values depend on each other in a circle: {0}", "a network has no cycles");
  static final DiagnosticKind SEVERAL_ROLES =
      DiagnosticKind.error(
          "NUT5306",
          "{0} is both {1} and {2}",
          "keep one; another method can give the value a second name");
  static final DiagnosticKind PORT_WITH_PARAMETERS =
      DiagnosticKind.error(
          "NUT5307",
          "{0} is an {1}, but has parameters",
          "remove the parameters; callers give its value");
  static final DiagnosticKind PORT_WITH_LAYERS =
      DiagnosticKind.error(
          "NUT5308",
          "{0} is an {1}, but has the layer @{2} too",
          "apply the layer in a method that takes {0} as its parameter");
  static final DiagnosticKind NO_VALUE =
      DiagnosticKind.error(
          "NUT5309",
          "nothing says how {0} is computed",
          "annotate it with @Input or @Target, or with the layers that make it of its parameters;"
              + " @Dense and the like come from the artifact nutshell-annotations");
  static final DiagnosticKind NOT_OURS =
      DiagnosticKind.error(
          "NUT5310",
          "{0} extends {1}; the values of a network are the methods of one interface",
          "move its methods here");

  private final Anchor anchor;
  private final Messages messages;

  MethodRules(Anchor anchor, Messages messages) {
    this.anchor = anchor;
    this.messages = messages;
  }

  /** Reports everything wrong with the methods and what they say of each other. */
  void check(List<NamedValue> values) {
    for (TypeMirror parent : anchor.type().getInterfaces()) {
      report(
          NOT_OURS,
          anchor.type().getSimpleName(),
          ((DeclaredType) parent).asElement().getSimpleName());
    }
    Map<String, NamedValue> byName = new LinkedHashMap<>();
    for (NamedValue value : values) {
      if (byName.putIfAbsent(value.name(), value) != null) {
        report(OVERLOADED, value, value.name());
      }
    }
    for (NamedValue value : values) {
      signature(value.method());
      roles(value);
      reads(value, byName);
    }
  }

  private void signature(ExecutableElement method) {
    if (!method.getTypeParameters().isEmpty()) {
      report(GENERIC, NamedValue.of(method), method.getSimpleName());
    }
    if (!isTensor(method.getReturnType())) {
      report(NO_TENSOR, NamedValue.of(method), method.getSimpleName(), method.getReturnType());
    }
    for (VariableElement parameter : method.getParameters()) {
      if (!isTensor(parameter.asType())) {
        messages.report(
            NO_TENSOR,
            description(method.getSimpleName() + "(" + parameter.getSimpleName() + ")"),
            Place.of(parameter),
            parameter.getSimpleName(),
            parameter.asType());
      }
    }
  }

  private static boolean isTensor(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(Tensor.class.getCanonicalName());
  }

  private void roles(NamedValue value) {
    List<Role> roles = List.copyOf(value.roles().keySet());
    if (roles.size() > 1) {
      report(SEVERAL_ROLES, value, value.name(), roles.get(0), roles.get(1));
    } else if (value.isPort()) {
      if (!value.reads().isEmpty()) {
        report(PORT_WITH_PARAMETERS, value, value.name(), roles.get(0));
      }
      if (!value.stages().isEmpty()) {
        report(
            PORT_WITH_LAYERS,
            value,
            value.name(),
            roles.get(0),
            Mirrors.type(value.stages().get(0)).getSimpleName());
      }
    } else if (value.stages().isEmpty() && (value.reads().size() != 1 || roles.isEmpty())) {
      report(NO_VALUE, value, value.name());
    }
  }

  private void reads(NamedValue value, Map<String, NamedValue> byName) {
    for (VariableElement parameter : value.method().getParameters()) {
      known(value, parameter.getSimpleName().toString(), Place.of(parameter), byName);
    }
    value
        .roles()
        .forEach(
            (role, mirror) ->
                Mirrors.string(mirror, "weight")
                    .ifPresent(
                        weight ->
                            known(
                                value,
                                weight,
                                Place.of(value.method(), mirror, "weight"),
                                byName)));
  }

  private void known(NamedValue value, String read, Place place, Map<String, NamedValue> byName) {
    if (!byName.containsKey(read)) {
      String at = description(value.name() + "(" + read + ")");
      messages.report(UNKNOWN_VALUE, at, place, value.name(), read, instead(read, byName));
    }
  }

  private static String instead(String read, Map<String, NamedValue> byName) {
    Optional<String> closest = Suggestion.closest(read, byName.keySet());
    return closest
        .map(name -> "did you mean " + name + "?")
        .orElse(
            "the parameters of a method are names of other methods: "
                + String.join(", ", byName.keySet()));
  }

  private void report(DiagnosticKind kind, NamedValue value, Object... details) {
    messages.report(kind, description(value.name()), Place.of(value.method()), details);
  }

  private void report(DiagnosticKind kind, Object... details) {
    messages.report(kind, anchor.type().getSimpleName().toString(), anchor.place(), details);
  }

  private String description(String member) {
    return anchor.type().getSimpleName() + "." + member;
  }
}
