package dev.nutshell.processor.emit.training;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.KernelIntegers;
import java.util.ArrayList;
import java.util.List;

/** The methods of a training class that compute states from a data set. */
final class AdaptationMethods {
  private final Model.EntryPoint entry;
  private final TrainingFields fields;
  private final PhaseMethods phases;

  AdaptationMethods(Model.EntryPoint entry, TrainingFields fields, PhaseMethods phases) {
    this.entry = entry;
    this.fields = fields;
    this.phases = phases;
  }

  /** What the runtime calls, then the phases. */
  List<MethodSpec> all() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(states());
    methods.add(
        TrainingClass.implementing("adaptationPhases")
            .returns(TypeName.INT)
            .addStatement("return $L", phases.phases())
            .build());
    addUnlessEmpty(methods, "adaptationRoom", fields.roomForChunks(), KernelIntegers.CHUNKS);
    addUnlessEmpty(methods, "adaptationBatch", fields.beginningOfBatch(), "n");
    addUnlessEmpty(
        methods, "adaptationSerial", phases.serialDispatch(), "phase", "n", KernelIntegers.CHUNKS);
    addUnlessEmpty(
        methods,
        "adaptationParallel",
        phases.parallelDispatch(),
        "phase",
        KernelIntegers.CHUNK,
        KernelIntegers.FROM,
        KernelIntegers.TO);
    methods.addAll(phases.methods());
    return methods;
  }

  private MethodSpec states() {
    CodeBlock paths =
        entry.adaptation().updates().stream()
            .map(update -> CodeBlock.of("$S", update.variable().path()))
            .collect(CodeBlock.joining(",$W"));
    return TrainingClass.implementing("adaptedStates")
        .returns(ParameterizedTypeName.get(List.class, String.class))
        .addStatement("return $T.of($L)", ClassName.get(List.class), paths)
        .build();
  }

  private static void addUnlessEmpty(
      List<MethodSpec> methods, String name, CodeBlock code, String... arguments) {
    if (code.isEmpty()) {
      return;
    }
    MethodSpec.Builder method = TrainingClass.implementing(name);
    for (String argument : arguments) {
      method.addParameter(TypeName.INT, argument);
    }
    methods.add(method.addCode(code).build());
  }
}
