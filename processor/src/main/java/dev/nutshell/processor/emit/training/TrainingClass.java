package dev.nutshell.processor.emit.training;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.DriverStep;
import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.emit.driver.VectorsClass;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.emit.member.SampleSpan;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The class that trains one entry point: the runtime's training model, with what it computes filled
 * in.
 */
public final class TrainingClass {
  private static final ClassName TRAINING_MODEL =
      ClassName.get("dev.nutshell.training", "TrainingModel");
  private static final ClassName CHECKS = ClassName.get("dev.nutshell.inference", "Checks");

  private final CompiledModel compiled;
  private final CompiledModel.TrainingPrograms programs;
  private final EmitOptions options;
  private final ClassName self;
  private final ClassName inference;
  private final JavaTypes types;
  private final TrainingLayout layout;
  private final TrainingFields fields;
  private final ClassParts parts;
  private final VectorsClass vectors;

  public TrainingClass(
      CompiledModel compiled, CompiledModel.TrainingPrograms programs, EmitOptions options) {
    this.compiled = compiled;
    this.programs = programs;
    this.options = options;
    this.self = ClassName.get(options.packageName(), name());
    this.inference = options.inferenceClass();
    this.types = new JavaTypes(compiled.model().precision());
    this.layout = new TrainingLayout(compiled, programs);
    this.fields = new TrainingFields(compiled, programs, layout, types, inference);
    this.parts =
        new ClassParts(
            types,
            new MemberNames(
                List.of(
                    "phases",
                    "serial",
                    "parallel",
                    "constrain",
                    "finishMetrics",
                    "step",
                    "adaptedStates",
                    "adaptationPhases",
                    "adaptationRoom",
                    "adaptationBatch",
                    "adaptationSerial",
                    "adaptationParallel",
                    "joinGradients",
                    "floatsOfChunks",
                    "doublesOfChunks")),
            layout.names().members());
    this.vectors = new VectorsClass(self, types);
  }

  /**
   * {@code DigitsTraining}, or {@code DigitsEncodeTraining} where several entry points are trained.
   */
  private String name() {
    String entry = programs.entry();
    String middle =
        compiled.training().size() == 1
            ? ""
            : entry.substring(0, 1).toUpperCase(Locale.ROOT) + entry.substring(1);
    return options.name() + middle + "Training";
  }

  /** What the code limits are checked against. */
  public ClassParts parts() {
    return parts;
  }

  /** The class that does the same with vectors; empty if no phase gains by them. */
  public VectorsClass vectors() {
    return vectors;
  }

  public TypeSpec spec() {
    PhaseMethods train = methods("train", programs.train());
    PhaseMethods evaluate = methods("evaluate", programs.evaluate());
    Optional<AdaptationMethods> adapt = adaptation();
    MethodSpec constrain = constrain();
    MetricsMethod metrics = new MetricsMethod(programs, layout, parts);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(self)
            .addModifiers(Modifier.FINAL)
            .superclass(TRAINING_MODEL)
            .addJavadoc(
                "Trains {@link $T}$L.\nA step goes over the samples in chunks of $L, whatever the number"
                    + " of threads.\n",
                inference,
                compiled.training().size() == 1 ? "" : " by {@code " + programs.entry() + "}",
                programs.chunk())
            .addFields(parts.tables().specs());
    fields.addTo(type, !vectors.isEmpty());
    layout.lengths().forEach((bounded, name) -> type.addMethod(lengthSetter(bounded, name)));
    type.addMethod(step())
        .addMethod(phases(train, evaluate))
        .addMethod(
            dispatch("serial", train.serialDispatch(), evaluate.serialDispatch(), "n", "chunks"))
        .addMethod(
            dispatch(
                "parallel",
                train.parallelDispatch(),
                evaluate.parallelDispatch(),
                "chunk",
                "from",
                "to"))
        .addMethod(constrain)
        .addMethods(metrics.specs())
        .addMethods(train.methods())
        .addMethods(evaluate.methods());
    adapt.ifPresent(methods -> type.addMethods(methods.all()));
    return type.addMethods(parts.methods()).build();
  }

  private Optional<AdaptationMethods> adaptation() {
    Program program = programs.adapt();
    if (program.phases().isEmpty()) {
      return Optional.empty();
    }
    PhaseMethods methods =
        new PhaseMethods(
            "adapt",
            new CompiledModel.Forms(program, program),
            layout,
            parts,
            vectors,
            fields.counting());
    return Optional.of(new AdaptationMethods(layout.entry(), fields, methods));
  }

  private PhaseMethods methods(String name, CompiledModel.Forms forms) {
    Program vectorized = options.vectors() ? forms.vector() : forms.scalar();
    return new PhaseMethods(
        name,
        new CompiledModel.Forms(forms.scalar(), vectorized),
        layout,
        parts,
        vectors,
        fields.beginning());
  }

  static MethodSpec.Builder implementing(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED);
  }

  private static MethodSpec phases(PhaseMethods train, PhaseMethods evaluate) {
    return implementing("phases")
        .returns(TypeName.INT)
        .addParameter(TypeName.BOOLEAN, "training")
        .addStatement(
            train.phases() == evaluate.phases() ? "return $L" : "return training ? $L : $L",
            phases(train.phases(), evaluate.phases()))
        .build();
  }

  private static Object[] phases(int train, int evaluate) {
    return train == evaluate ? new Object[] {train} : new Object[] {train, evaluate};
  }

  private static MethodSpec dispatch(
      String name, CodeBlock train, CodeBlock evaluate, String... arguments) {
    MethodSpec.Builder method =
        implementing(name)
            .addParameter(TypeName.BOOLEAN, "training")
            .addParameter(TypeName.INT, "phase");
    for (String argument : arguments) {
      method.addParameter(TypeName.INT, argument);
    }
    return method
        .beginControlFlow("if (training)")
        .addCode(train)
        .nextControlFlow("else")
        .addCode(evaluate)
        .endControlFlow()
        .build();
  }

  private MethodSpec constrain() {
    TrainingScope scope =
        new TrainingScope(layout) {
          @Override
          public String integer(String name) {
            throw new IllegalArgumentException(name + " in a constraint");
          }
        };
    List<DriverStep> steps = parts.steps(ProgramContents.inOrder(compiled.constrain()), scope);
    return implementing("constrain").addCode(parts.body("constrain", List.of(), steps)).build();
  }

  /** The length of a bounded axis holds for all samples of a step; it is the bound unless set. */
  private MethodSpec lengthSetter(Extent.Bounded bounded, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Sets the length of the axis {@code $L} in the next steps; at first it is $L.\n",
            bounded.name(),
            bounded.bound())
        .addParameter(TypeName.INT, layout.length())
        .addStatement(
            "$T.extent($S, $N, $L)", CHECKS, bounded.name(), layout.length(), bounded.bound())
        .addStatement("$N = $N", name, layout.length())
        .build();
  }

  /** The step for callers that have a batch in arrays. */
  private MethodSpec step() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("step")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "One training step on samples that lie one after the other.\n$L\n"
                    + "@return the loss before the update\n"
                    + "@throws IllegalArgumentException if an argument is wrong; nothing is changed"
                    + " then\n",
                layout.lengths().isEmpty()
                    ? ""
                    : "Each has the room of the bounds of its axes; the last may end early.\n")
            .returns(TypeName.DOUBLE)
            .addParameter(TypeName.INT, "n")
            .addStatement("$T.batch(n, capacity())", CHECKS);
    for (Input port : layout.ports()) {
      String name = layout.names().of(port.name());
      method.addParameter(types.arrayOf(port.type()), name);
      method.addStatement(
          "$T.length($S,$W$T.requireNonNull($N, $S).length,$W0,$W$L)",
          CHECKS,
          port.name(),
          Objects.class,
          name,
          port.name(),
          new SampleSpan(port).code("n", layout::extent));
    }
    for (Input port : layout.ports()) {
      String name = layout.names().of(port.name());
      method.addStatement(
          "$T.arraycopy($N, 0, this.$N, 0, $L)", System.class, name, name, copied(port));
    }
    if (layout.isRandom()) {
      method
          .beginControlFlow("for (int $1N = 0; $1N < n; $1N++)", layout.sampleIndex())
          .addStatement("samples[$1N] = $1N", layout.sampleIndex())
          .endControlFlow();
    }
    return method.addStatement("return step(n)").build();
  }

  /**
   * Elements to copy: all that the samples have room for, unless the array ends with the last one.
   */
  private CodeBlock copied(Input port) {
    String name = layout.names().of(port.name());
    SampleSpan span = new SampleSpan(port);
    CodeBlock room = span.stride() == 1 ? CodeBlock.of("n") : CodeBlock.of("n * $L", span.stride());
    return span.mayEndEarly()
        ? CodeBlock.of("$T.min($N.length, $L)", Math.class, name, room)
        : room;
  }
}
