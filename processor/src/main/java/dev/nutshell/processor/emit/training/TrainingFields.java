package dev.nutshell.processor.emit.training;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.member.CapacityCheck;
import dev.nutshell.processor.emit.member.CarryReset;
import dev.nutshell.processor.emit.member.IndexCheck;
import dev.nutshell.processor.emit.member.SpecField;
import dev.nutshell.processor.emit.member.WorkArrays;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The fields of a training class, the constructor that allocates them, and what prepares them for a
 * step.
 */
final class TrainingFields {
  private static final Modifier[] FINAL = {Modifier.PRIVATE, Modifier.FINAL};
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
                "super($T.$L, $S, $N, $L, $L)",
                inference,
                SpecField.NAME,
                programs.entry(),
                layout.options(),
                programs.chunk(),
                layout.sumCount())
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
        boolean grows = adapts() && array.area() == Area.PARTIALS;
        Modifier[] modifiers = grows ? new Modifier[] {Modifier.PRIVATE} : FINAL;
        addArray(type, constructor, array.type(), array.name(), allocation, modifiers);
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
      CodeBlock value,
      Modifier... modifiers) {
    type.addField(types.arrayOf(element), name, modifiers.length == 0 ? FINAL : modifiers);
    constructor.addStatement("$N = $L", name, value);
  }

  /** Whether there are states that are computed from a data set. */
  private boolean adapts() {
    return !programs.adapt().phases().isEmpty();
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
    return array.area().hasRows() ? samples() : CodeBlock.of("");
  }

  private CodeBlock chunks() {
    return CodeBlock.of("(capacity() + $L) / $L", programs.chunk() - 1, programs.chunk());
  }

  /** An adaptation loads whole chunks, so that its sums do not depend on the capacity. */
  private CodeBlock samples() {
    return adapts() ? CodeBlock.of("inputs[0].rows()") : CodeBlock.of("capacity()");
  }

  /** Makes room for what each chunk of a whole data set leaves. */
  CodeBlock roomForChunks() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (WorkArrays.Array array : layout.arrays().all()) {
      if (array.area() == Area.PARTIALS) {
        code.addStatement(
            "$N = $L",
            array.name(),
            array.allocation(
                types,
                CodeBlock.of("$T.max($N, $L)", Math.class, KernelIntegers.CHUNKS, rows(array))));
      }
    }
    return code.build();
  }

  /** What a step does first: checks indices, and sets what the samples carry to its beginning. */
  CodeBlock beginning() {
    CodeBlock.Builder code = CodeBlock.builder();
    addChecks(code);
    code.add(counting());
    addCarries(code);
    return code.build();
  }

  /** What is done with each batch that is loaded in an adaptation. */
  CodeBlock beginningOfBatch() {
    CodeBlock.Builder code = CodeBlock.builder();
    addChecks(code);
    addCarries(code);
    return code.build();
  }

  /** Keeps the number of samples. */
  CodeBlock counting() {
    return layout.needsRows()
        ? CodeBlock.builder().addStatement("$N = n", layout.rows()).build()
        : CodeBlock.of("");
  }

  private void addChecks(CodeBlock.Builder code) {
    for (Input port : layout.ports()) {
      Integer bound = layout.entry().indexBounds().get(port);
      if (bound != null && port.type() == ElementType.INT) {
        String name = layout.names().of(port.name());
        code.add(
            new IndexCheck(port, name, "", "n", layout::extent, layout.names().rowIndex())
                .code(bound));
      }
    }
  }

  private void addCarries(CodeBlock.Builder code) {
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
  }
}
