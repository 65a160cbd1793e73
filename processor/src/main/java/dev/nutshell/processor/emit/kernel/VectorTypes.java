package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.graph.ElementType;

/** The types of the Vector API that a network's precision asks for. */
public record VectorTypes(JavaTypes types) {
  /**
   * The constant for the shape of all vectors of the class; one species keeps HotSpot from boxing.
   */
  public static final String SPECIES = "SPECIES";

  /** The constant for the elements of a vector. */
  public static final String LANES = "LANES";

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
