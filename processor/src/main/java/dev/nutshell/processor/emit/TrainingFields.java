package dev.nutshell.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.Area;
import dev.nutshell.processor.loop.CompiledModel;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The fields of a training class, the constructor that allocates them, and what prepares them for a
 * step.
 */
final class TrainingFields {
  private static final ClassName OPTIONS =
      ClassName.get("dev.nutshell.training", "TrainingOptions");
  private static final ClassName VECTOR_SUPPORT =
      ClassName.get("dev.nutshell.inference", "VectorSupport");

  private final CompiledModel compiled;
  private final CompiledModel.TrainingPrograms programs;
  private final TrainingLayout layout;
  private final JavaTypes types;
  private final ClassName inference;

  TrainingFields(
      CompiledModel compiled,
      CompiledModel.TrainingPrograms programs,
      TrainingLayout layout,
      JavaTypes types,
      ClassName inference) {
    this.compiled = compiled;
    this.programs = programs;
    this.layout = layout;
    this.types = types;
    this.inference = inference;
  }

  /**
   * Adds the fields and the constructor.
   *
   * @param hasVectors whether there is a choice of vectors
   */
  void addTo(TypeSpec.Builder type, boolean hasVectors) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "Allocates everything, for steps of up to {@code $N.capacity()} samples.\n",
                layout.options())
            .addParameter(OPTIONS, layout.options())
            .addStatement(
                "super($T.$L, $S, $N, $L)",
                inference,
                SpecField.NAME,
                programs.entry(),
                layout.options(),
                programs.chunk())
            .addCode(CapacityCheck.code(CodeBlock.of("capacity()"), layout.arrays().largestRow()));
    if (hasVectors) {
      type.addField(TypeName.BOOLEAN, layout.vectors(), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("$N = $T.isOn()", layout.vectors(), VECTOR_SUPPORT);
    }
    addGiven(type, constructor);
    for (WorkArrays.Array array : layout.arrays().all()) {
      if (array.area() == Area.SCRATCH) {
        addScratch(type, constructor, array);
      } else {
        CodeBlock allocation = array.allocation(types, rows(array));
        addArray(type, constructor, array.type(), array.name(), allocation);
      }
    }
    if (layout.needsPenalties()) {
      addArray(
          type, constructor, ElementType.DOUBLE, layout.penalties(), CodeBlock.of("new double[1]"));
    }
    if (layout.needsRows()) {
      type.addField(TypeName.INT, layout.rows(), Modifier.PRIVATE);
    }
    layout
        .lengths()
        .forEach(
            (bounded, name) ->
                type.addField(
                    FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE)
                        .initializer("$L", bounded.bound())
                        .build()));
    type.addMethod(constructor.build());
  }

  /** Arrays that the runtime's class has allocated. */
  private void addGiven(TypeSpec.Builder type, MethodSpec.Builder constructor) {
    for (int port = 0; port < layout.ports().size(); port++) {
      Input input = layout.ports().get(port);
      String name = layout.names().of(input.name());
      addArray(
          type,
          constructor,
          input.type(),
          name,
          CodeBlock.of("inputs[$L].$L()", port, accessor(input.type())));
    }
    String accessor = accessor(ElementType.REAL);
    addArray(
        type,
        constructor,
        ElementType.REAL,
        layout.values(),
        CodeBlock.of("variables.$L()", accessor));
    if (layout.uses(Area.GRADIENTS)) {
      addArray(
          type,
          constructor,
          ElementType.REAL,
          layout.slopes(),
          CodeBlock.of("gradients.$L()", accessor));
    }
    if (layout.uses(Area.GRADIENT_PARTS)) {
      TypeName parts = ArrayTypeName.of(types.arrayOf(ElementType.REAL));
      type.addField(parts, layout.slopeParts(), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("$N = $L()", layout.slopeParts(), accessor + "OfChunks");
    }
  }

  private void addArray(
      TypeSpec.Builder type,
      MethodSpec.Builder constructor,
      ElementType element,
      String name,
      CodeBlock value) {
    type.addField(types.arrayOf(element), name, Modifier.PRIVATE, Modifier.FINAL);
    constructor.addStatement("$N = $L", name, value);
  }

  /** An array for each chunk. */
  private void addScratch(
      TypeSpec.Builder type, MethodSpec.Builder constructor, WorkArrays.Array array) {
    TypeName arrays = ArrayTypeName.of(types.arrayOf(array.type()));
    type.addField(arrays, array.name(), Modifier.PRIVATE, Modifier.FINAL);
    constructor.addStatement(
        "$N = new $T[$L][$L]", array.name(), types.of(array.type()), chunks(), array.size());
  }

  private String accessor(ElementType type) {
    return switch (type) {
      case REAL -> types.isFloat(type) ? "floats" : "doubles";
      case DOUBLE -> "doubles";
      case INT -> "ints";
      case BOOL -> "booleans";
      case BYTE -> "bytes";
    };
  }

  private CodeBlock rows(WorkArrays.Array array) {
    if (array.area() == Area.PARTIALS) {
      return chunks();
    }
    return CodeBlock.of(array.area().hasRows() ? "capacity()" : "");
  }

  private CodeBlock chunks() {
    return CodeBlock.of("(capacity() + $L) / $L", programs.chunk() - 1, programs.chunk());
  }

  /** What a step does first: checks indices, and sets what the samples carry to its beginning. */
  CodeBlock beginning() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Input port : layout.ports()) {
      Integer bound = layout.entry().indexBounds().get(port);
      if (bound != null && port.type() == ElementType.INT) {
        String name = layout.names().of(port.name());
        code.add(
            new IndexCheck(port, name, "", "n", layout::extent, layout.names().rowIndex())
                .code(bound));
      }
    }
    if (layout.needsRows()) {
      code.addStatement("$N = n", layout.rows());
    }
    Map<Variable, Integer> carries = new LinkedHashMap<>();
    if (layout.uses(Area.CARRIES)) {
      compiled
          .offsets()
          .forEach(
              (variable, offset) -> {
                if (variable.kind() == Variable.Kind.CARRY) {
                  carries.put(variable, offset);
                }
              });
      code.beginControlFlow("for (int sample = 0; sample < n; sample++)");
      new CarryReset(types, layout.arrays()).addStatements(code, carries, "sample");
      code.endControlFlow();
    }
    return code.build();
  }
}
