package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.member.CapacityCheck;
import dev.nutshell.processor.emit.member.CarryReset;
import dev.nutshell.processor.emit.member.WorkArrays;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Variable;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The nested class {@code Session}: what calls work in, and what they keep from call to call. */
final class SessionClass {
  static final String NAME = "Session";

  private static final String CAPACITY = "capacity";
  private static final String SEED = "seed";
  private static final String SAMPLES = "samples";

  private final JavaTypes types;
  private final WorkArrays arrays;
  private final Map<Variable, Integer> carries;
  private final List<ElementType> scalarResults;
  private final boolean random;

  /**
   * @param carries the carried variables with their offsets in a sample's row
   * @param scalarResults the element types of the outputs that are returned
   * @param random whether an entry point draws random numbers
   */
  SessionClass(
      JavaTypes types,
      WorkArrays arrays,
      Map<Variable, Integer> carries,
      List<ElementType> scalarResults,
      boolean random) {
    this.types = types;
    this.arrays = arrays;
    this.carries = carries;
    this.scalarResults = scalarResults;
    this.random = random;
  }

  /** The field that takes a scalar result of a type before it is returned. */
  static String scratch(ElementType type) {
    return switch (type) {
      case REAL, DOUBLE -> "result";
      case INT, BYTE -> "resultInt";
      case BOOL -> "resultBool";
    };
  }

  /**
   * Expressions for seed, step and sample indices in a session. Samples are alike, so that a batch
   * changes nothing.
   */
  static List<String> random(String session) {
    return List.of(session + "." + SEED, "0L", session + "." + SAMPLES);
  }

  TypeSpec spec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(NAME)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "What calls work in$L.\nIt belongs to no weights: it serves any instance, one call at"
                    + " a time.\n",
                carries.isEmpty() ? "" : ", and what they keep from call to call");
    type.addField(TypeName.INT, CAPACITY, Modifier.PRIVATE, Modifier.FINAL);
    MethodSpec.Builder constructor = constructor();
    for (WorkArrays.Array array : arrays.all()) {
      CodeBlock allocation =
          array.allocation(types, CodeBlock.of(array.area().hasRows() ? CAPACITY : ""));
      addArray(type, constructor, array.type(), array.name(), allocation);
    }
    for (ElementType result : scalarResults) {
      addArray(
          type, constructor, result, scratch(result), CodeBlock.of("new $T[1]", types.of(result)));
    }
    if (random) {
      type.addField(TypeName.LONG, SEED, Modifier.PRIVATE);
      addArray(type, constructor, ElementType.INT, SAMPLES, CodeBlock.of("new int[$L]", CAPACITY));
    }
    if (!carries.isEmpty()) {
      constructor.addStatement("reset()");
    }
    type.addMethod(constructor.build());
    type.addMethod(
        MethodSpec.methodBuilder(CAPACITY)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("How many samples a call may have.\n")
            .returns(TypeName.INT)
            .addStatement("return $L", CAPACITY)
            .build());
    if (random) {
      type.addMethod(seedSetter());
    }
    if (!carries.isEmpty()) {
      type.addMethod(reset());
    }
    return type.build();
  }

  private MethodSpec.Builder constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Allocates all that calls of up to {@code capacity} samples need.\n\n"
                + "@throws IllegalArgumentException if that is below 1, or more than arrays hold\n")
        .addParameter(TypeName.INT, CAPACITY)
        .addCode(CapacityCheck.code(CodeBlock.of(CAPACITY), arrays.largestRow()))
        .addStatement("this.$L = $L", CAPACITY, CAPACITY);
  }

  private void addArray(
      TypeSpec.Builder type,
      MethodSpec.Builder constructor,
      ElementType element,
      String name,
      CodeBlock allocation) {
    type.addField(
        FieldSpec.builder(types.arrayOf(element), name, Modifier.PRIVATE, Modifier.FINAL).build());
    constructor.addStatement("$N = $L", name, allocation);
  }

  private static MethodSpec seedSetter() {
    return MethodSpec.methodBuilder(SEED)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Chooses the random numbers of the next calls; the same seed gives the same ones.\n")
        .addParameter(TypeName.LONG, SEED)
        .addStatement("this.$L = $L", SEED, SEED)
        .build();
  }

  private MethodSpec reset() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int sample = 0; sample < $L; sample++)", CAPACITY);
    new CarryReset(types, arrays).addStatements(code, carries, "sample");
    code.endControlFlow();
    return MethodSpec.methodBuilder("reset")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Forgets the calls so far: what is carried from call to call starts anew.\n")
        .addCode(code.build())
        .build();
  }
}
