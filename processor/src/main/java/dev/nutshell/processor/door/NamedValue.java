package dev.nutshell.processor.door;

import dev.nutshell.annotation.Call;
import dev.nutshell.annotation.Input;
import dev.nutshell.annotation.Layer;
import dev.nutshell.annotation.Loss;
import dev.nutshell.annotation.Metric;
import dev.nutshell.annotation.Output;
import dev.nutshell.annotation.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/**
 * A method of an annotated network.
 *
 * @param reads the names of its parameters, which are names of other methods
 * @param roles what the value is for, with the annotation that says so; none for a value on the way
 * @param stages the annotations that apply layers, in the order written
 */
record NamedValue(
    ExecutableElement method,
    String name,
    List<String> reads,
    Map<Role, AnnotationMirror> roles,
    List<AnnotationMirror> stages) {

  /** What a value is for. */
  enum Role {
    INPUT(Input.class),
    TARGET(Target.class),
    OUTPUT(Output.class),
    LOSS(Loss.class),
    METRIC(Metric.class);

    private final Class<?> annotation;

    Role(Class<?> annotation) {
      this.annotation = annotation;
    }

    /** As the user writes it. */
    @Override
    public String toString() {
      return "@" + annotation.getSimpleName();
    }
  }

  static NamedValue of(ExecutableElement method) {
    Map<Role, AnnotationMirror> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Mirrors.find(method, role.annotation).ifPresent(mirror -> roles.put(role, mirror));
    }
    List<AnnotationMirror> stages = new ArrayList<>();
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      if (isStage(mirror)) {
        stages.add(mirror);
      }
    }
    return new NamedValue(
        method,
        method.getSimpleName().toString(),
        method.getParameters().stream().map(each -> each.getSimpleName().toString()).toList(),
        roles,
        stages);
  }

  /** Whether an annotation applies a layer. */
  private static boolean isStage(AnnotationMirror mirror) {
    return Mirrors.type(mirror).getQualifiedName().contentEquals(Call.class.getCanonicalName())
        || Mirrors.find(Mirrors.type(mirror), Layer.class).isPresent();
  }

  /** Whether the method says that it belongs to a network. */
  boolean isAnnotated() {
    return !roles.isEmpty() || !stages.isEmpty();
  }

  boolean is(Role role) {
    return roles.containsKey(role);
  }

  /** The name of the value that weighs a loss or metric. */
  Optional<String> weight() {
    return roles.values().stream()
        .flatMap(role -> Mirrors.string(role, "weight").stream())
        .findFirst();
  }

  /** Everything that must be computed before. */
  List<String> dependencies() {
    return Stream.concat(reads.stream(), weight().stream()).toList();
  }

  boolean isPort() {
    return is(Role.INPUT) || is(Role.TARGET);
  }
}
