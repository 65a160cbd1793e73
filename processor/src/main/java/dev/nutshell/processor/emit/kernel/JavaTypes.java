package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.ElementType;

/** The Java types of a network's elements, which follow from its precision. */
public record JavaTypes(Precision precision) {

  /** The type of a local variable: bytes, which are unsigned, are computed with as ints. */
  TypeName local(ElementType type) {
    return type == ElementType.BYTE ? TypeName.INT : of(type);
  }

  /** The type of an array's elements. */
  public TypeName of(ElementType type) {
    return switch (type) {
      case REAL -> isFloat(ElementType.REAL) ? TypeName.FLOAT : TypeName.DOUBLE;
      case DOUBLE -> TypeName.DOUBLE;
      case INT -> TypeName.INT;
      case BOOL -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
    };
  }

  public TypeName arrayOf(ElementType type) {
    return ArrayTypeName.of(of(type));
  }

  /** Whether a floating-point type is single precision. */
  public boolean isFloat(ElementType type) {
    return type == ElementType.REAL && precision == Precision.FLOAT;
  }

  /** A value of a type as a Java literal; booleans are 0 and 1. */
  public String literal(ElementType type, double value) {
    return switch (type) {
      case REAL -> isFloat(type) ? NumberText.literal((float) value) : NumberText.literal(value);
      case DOUBLE -> NumberText.literal(value);
      case INT, BYTE -> NumberText.literal((int) value);
      case BOOL -> value == 0 ? "false" : "true";
    };
  }
}
