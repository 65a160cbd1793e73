package dev.nutshell.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.graph.ElementType;

/** The types of the Vector API that a network's precision asks for. */
record VectorTypes(JavaTypes types) {
  private static final String PACKAGE = "jdk.incubator.vector";

  static final ClassName OPERATORS = ClassName.get(PACKAGE, "VectorOperators");
  static final ClassName INTEGERS = ClassName.get(PACKAGE, "IntVector");

  ClassName vector() {
    return ClassName.get(PACKAGE, types.isFloat(ElementType.REAL) ? "FloatVector" : "DoubleVector");
  }

  TypeName mask() {
    return ParameterizedTypeName.get(ClassName.get(PACKAGE, "VectorMask"), element());
  }

  private TypeName element() {
    return types.of(ElementType.REAL).box();
  }
}
