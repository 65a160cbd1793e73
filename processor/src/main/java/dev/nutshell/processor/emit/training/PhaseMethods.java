package dev.nutshell.processor.emit.training;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.DriverTranslator;
import dev.nutshell.processor.emit.driver.VectorsClass;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * The methods of one program of a training class: one for the serial part before each phase and
 * after the last, one for the parallel part of each phase, where there is anything to do.
 */
final class PhaseMethods {
  private static final ParameterSpec N = ParameterSpec.builder(TypeName.INT, "n").build();
  private static final ParameterSpec CHUNKS =
      ParameterSpec.builder(TypeName.INT, KernelIntegers.CHUNKS).build();
  private static final ParameterSpec CHUNK =
      ParameterSpec.builder(TypeName.INT, KernelIntegers.CHUNK).build();
  private static final ParameterSpec FROM =
      ParameterSpec.builder(TypeName.INT, KernelIntegers.FROM).build();
  private static final ParameterSpec TO =
      ParameterSpec.builder(TypeName.INT, KernelIntegers.TO).build();

  private final TrainingLayout layout;
  private final ClassParts parts;
  private final VectorsClass vectors;
  private final int phases;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Map<Integer, MethodSpec> serial = new TreeMap<>();
  private final Map<Integer, MethodSpec> parallel = new TreeMap<>();

  /**
   * @param forms the program; where its forms differ, {@code vectors} takes the one with vectors
   * @param begin statements that come before all else
   */
  PhaseMethods(
      String name,
      CompiledModel.Forms forms,
      TrainingLayout layout,
      ClassParts parts,
      VectorsClass vectors,
      CodeBlock begin) {
    this.layout = layout;
    this.parts = parts;
    this.vectors = vectors;
    Program program = forms.scalar();
    int last = program.phases().size() - 1;
    boolean endsSerially = last >= 0 && program.phases().get(last).parallel().isEmpty();
    this.phases = endsSerially ? last : last + 1;
    for (int phase = 0; phase <= phases; phase++) {
      CodeBlock.Builder statements = CodeBlock.builder();
      if (phase == 0) {
        statements.add(begin);
      }
      String serialName = name + "Serial" + phase;
      if (phase <= last) {
        List<Program.Step> steps = program.phases().get(phase).serial();
        statements.add(joins(steps));
        statements.add(
            body(
                serialName,
                List.of(N, CHUNKS),
                withoutJoins(steps),
                withoutJoins(forms.vector().phases().get(phase).serial()),
                new SerialScope()));
      }
      if (phase == phases && layout.needsPenalties()) {
        statements.addStatement(
            TrainingLayout.hasPenalty(program)
                ? CodeBlock.of("penalty = $N[0]", layout.penalties())
                : CodeBlock.of("penalty = 0"));
      }
      add(serial, phase, serialName, List.of(N, CHUNKS), statements.build());
      if (phase < phases) {
        String parallelName = name + "Parallel" + phase;
        List<ParameterSpec> parameters = List.of(CHUNK, FROM, TO);
        CodeBlock code =
            body(
                parallelName,
                parameters,
                program.phases().get(phase).parallel(),
                forms.vector().phases().get(phase).parallel(),
                new ParallelScope());
        add(parallel, phase, parallelName, parameters, code);
      }
    }
  }

  /** The joins of gradients, which the base class does. */
  private static CodeBlock joins(List<Program.Step> steps) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Program.Step step : steps) {
      if (step instanceof Program.Join join && join.isOfGradients()) {
        code.addStatement("joinGradients($N, $L, $L)", CHUNKS, join.whole().offset(), join.size());
      }
    }
    return code.build();
  }

  private static List<Program.Step> withoutJoins(List<Program.Step> steps) {
    return steps.stream()
        .filter(step -> !(step instanceof Program.Join join && join.isOfGradients()))
        .toList();
  }

  private CodeBlock body(
      String name,
      List<ParameterSpec> parameters,
      List<Program.Step> steps,
      List<Program.Step> vectorized,
      DriverTranslator.Scope scope) {
    CodeBlock loops = parts.body(name, parameters, parts.steps(steps, scope));
    return vectorized.equals(steps)
        ? loops
        : VectorsClass.choice(layout.vectors(), vectors.call(name, vectorized, scope), loops);
  }

  private void add(
      Map<Integer, MethodSpec> kind,
      int phase,
      String name,
      List<ParameterSpec> parameters,
      CodeBlock code) {
    if (!code.isEmpty()) {
      MethodSpec method =
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE)
              .addParameters(parameters)
              .addCode(code)
              .build();
      kind.put(phase, method);
      methods.add(method);
    }
  }

  /** How many parallel phases there are. */
  int phases() {
    return phases;
  }

  /** The serial and parallel methods in the order in which they run. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** Calls the serial part of {@code phase}. */
  CodeBlock serialDispatch() {
    return dispatch(serial, "n, chunks");
  }

  /** Calls the parallel part of {@code phase}. */
  CodeBlock parallelDispatch() {
    return dispatch(parallel, "chunk, from, to");
  }

  private static CodeBlock dispatch(Map<Integer, MethodSpec> methods, String arguments) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (methods.isEmpty()) {
      return code.build();
    }
    code.beginControlFlow("switch (phase)");
    methods.forEach(
        (phase, method) -> code.addStatement("case $L -> $N($L)", phase, method, arguments));
    return code.add("default -> {}\n").endControlFlow().build();
  }

  private final class SerialScope extends TrainingScope {
    SerialScope() {
      super(layout);
    }

    @Override
    public String integer(String name) {
      return switch (name) {
        case KernelIntegers.FROM, KernelIntegers.CHUNK -> "0";
        case KernelIntegers.TO, KernelIntegers.ROWS -> N.name();
        case KernelIntegers.CHUNKS -> name;
        default -> layout.names().ofInteger(name);
      };
    }
  }

  private final class ParallelScope extends TrainingScope {
    ParallelScope() {
      super(layout);
    }

    @Override
    public String integer(String name) {
      return switch (name) {
        case KernelIntegers.FROM, KernelIntegers.TO, KernelIntegers.CHUNK -> name;
        case KernelIntegers.ROWS -> layout.rows();
        default -> layout.names().ofInteger(name);
      };
    }
  }
}
