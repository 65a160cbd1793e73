package dev.nutshell.processor.door;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * A place in Java source that a message can be attached to.
 *
 * @param mirror an annotation of the element, or null for the element itself
 * @param value a value of that annotation, or null for the annotation itself
 */
record Place(Element element, AnnotationMirror mirror, AnnotationValue value) {

  static Place of(Element element) {
    return new Place(element, null, null);
  }

  static Place of(Element element, AnnotationMirror mirror) {
    return new Place(element, mirror, null);
  }

  /** An element of an annotation; the annotation itself if the user did not write that element. */
  static Place of(Element element, AnnotationMirror mirror, String name) {
    return new Place(element, mirror, Mirrors.values(mirror).get(name));
  }

  void print(Messager messager, Kind kind, String text) {
    messager.printMessage(kind, text, element, mirror, value);
  }
}
