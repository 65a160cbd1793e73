package dev.nutshell.processor.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Annotations as the compiler mirrors them: only what the user wrote, in the order written. */
final class Mirrors {
  private Mirrors() {}

  /** The annotation of that type on an element. */
  static Optional<AnnotationMirror> find(Element element, Class<?> type) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> type(mirror).getQualifiedName().contentEquals(type.getCanonicalName()))
        .map(mirror -> (AnnotationMirror) mirror)
        .findFirst();
  }

  /** The declaration of an annotation's type. */
  static TypeElement type(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /** What the user wrote, by the name of the element; defaults are not there. */
  static Map<String, AnnotationValue> values(AnnotationMirror mirror) {
    Map<String, AnnotationValue> values = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach((element, value) -> values.put(element.getSimpleName().toString(), value));
    return values;
  }

  /** What the user wrote for an element that is a string. */
  static Optional<String> string(AnnotationMirror mirror, String element) {
    return Optional.ofNullable(values(mirror).get(element))
        .map(AnnotationValue::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The values of an array, each with its own place. */
  static List<AnnotationValue> list(AnnotationValue array) {
    return ((List<?>) array.getValue()).stream().map(AnnotationValue.class::cast).toList();
  }
}
