package dev.nutshell.processor.door;

import dev.nutshell.annotation.Network;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A type that bears {@link Network}, and what the annotation says. */
record Anchor(
    TypeElement type, AnnotationMirror network, Optional<String> path, Optional<String> text) {

  static Anchor of(TypeElement type) {
    AnnotationMirror network = Mirrors.find(type, Network.class).orElseThrow();
    return new Anchor(
        type, network, Mirrors.string(network, "value"), Mirrors.string(network, "text"));
  }

  /** The name of the model that is meant. */
  String model() {
    return Mirrors.string(network, "model").orElseGet(() -> type.getSimpleName().toString());
  }

  /** Whether a text holds the network, rather than the methods. */
  boolean isText() {
    return path.isPresent() || text.isPresent();
  }

  /** The package's name; empty for the unnamed package. */
  String packageName() {
    Element element = type;
    while (!(element instanceof PackageElement)) {
      element = element.getEnclosingElement();
    }
    return ((PackageElement) element).getQualifiedName().toString();
  }

  /**
   * The begin of the names of the generated classes: {@code Outer_Inner} for a nested interface.
   */
  String baseName() {
    StringBuilder name = new StringBuilder(type.getSimpleName());
    for (Element outer = type.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    return name.toString();
  }

  /** The folder of the package below a source folder: empty, or ending in a slash. */
  String folder() {
    return packageName().isEmpty() ? "" : packageName().replace('.', '/') + "/";
  }

  /** The methods that an implementation would have to write, in the order of the text. */
  List<ExecutableElement> abstractMethods() {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .toList();
  }

  boolean isInterface() {
    return type.getKind() == ElementKind.INTERFACE;
  }

  /** Whether a class in the same package can name the type. */
  boolean isVisible() {
    for (Element element = type;
        element instanceof TypeElement;
        element = element.getEnclosingElement()) {
      if (element.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
    }
    return true;
  }

  Place place() {
    return Place.of(type, network);
  }

  Place place(String element) {
    return Place.of(type, network, element);
  }
}
