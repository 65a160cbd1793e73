package dev.nutshell.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.graph.ElementType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The types of the Vector API that a network's precision asks for. */
record VectorTypes(JavaTypes types) {
  private static final String PACKAGE = "jdk.incubator.vector";

  static final ClassName OPERATORS = ClassName.get(PACKAGE, "VectorOperators");
  static final ClassName INTEGERS = ClassName.get(PACKAGE, "IntVector");

  /** The constants that code of vectors refers to. */
  static final String SPECIES = "SPECIES";

  static final String LANES = "LANES";

  ClassName vector() {
    return ClassName.get(PACKAGE, types.isFloat(ElementType.REAL) ? "FloatVector" : "DoubleVector");
  }

  TypeName mask() {
    return ParameterizedTypeName.get(ClassName.get(PACKAGE, "VectorMask"), element());
  }

  private TypeName element() {
    return types.of(ElementType.REAL).box();
  }

  /** The constants of a class of vector code: one shape of vectors for all of it. */
  List<FieldSpec> constants() {
    TypeName species =
        ParameterizedTypeName.get(ClassName.get(PACKAGE, "VectorSpecies"), element());
    return List.of(
        FieldSpec.builder(species, SPECIES, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.SPECIES_PREFERRED", vector())
            .build(),
        FieldSpec.builder(TypeName.INT, LANES, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$L.length()", SPECIES)
            .build());
  }
}
