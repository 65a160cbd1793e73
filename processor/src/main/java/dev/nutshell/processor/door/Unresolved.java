package dev.nutshell.processor.door;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Finds types that do not exist yet: another processor may generate them in this round. */
final class Unresolved {
  private static final AnnotationValueVisitor<Boolean, Void> IN_VALUE =
      new SimpleAnnotationValueVisitor14<>(false) {
        @Override
        public Boolean visitType(TypeMirror type, Void none) {
          return in(type);
        }

        @Override
        public Boolean visitAnnotation(AnnotationMirror mirror, Void none) {
          return in(mirror);
        }

        @Override
        public Boolean visitArray(List<? extends AnnotationValue> values, Void none) {
          return values.stream().anyMatch(value -> value.accept(this, null));
        }

        /** What javac makes of a constant that it cannot resolve. */
        @Override
        public Boolean visitString(String value, Void none) {
          return value.equals("<error>");
        }
      };

  private Unresolved() {}

  /**
   * Whether the anchor's own contract names such a type. Static and default methods are the user's
   * business.
   */
  static boolean in(Anchor anchor) {
    return anchor.type().getAnnotationMirrors().stream().anyMatch(Unresolved::in)
        || anchor.type().getInterfaces().stream().anyMatch(Unresolved::in)
        || anchor.abstractMethods().stream().anyMatch(Unresolved::in);
  }

  private static boolean in(ExecutableElement method) {
    return in(method.getReturnType())
        || method.getAnnotationMirrors().stream().anyMatch(Unresolved::in)
        || method.getParameters().stream().map(VariableElement::asType).anyMatch(Unresolved::in);
  }

  private static boolean in(AnnotationMirror mirror) {
    return in(mirror.getAnnotationType())
        || mirror.getElementValues().values().stream()
            .anyMatch(value -> value.accept(IN_VALUE, null));
  }

  private static boolean in(TypeMirror type) {
    return type instanceof ArrayType array
        ? in(array.getComponentType())
        : type.getKind() == TypeKind.ERROR;
  }
}
