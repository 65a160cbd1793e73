package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.DriverStep;
import dev.nutshell.processor.emit.driver.DriverTranslator;
import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.emit.driver.VectorsClass;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.emit.member.ArgumentNames;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.emit.member.SpecField;
import dev.nutshell.processor.emit.member.WorkArrays;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The class that predicts: immutable weights, entry points, and a nested class for what calls work
 * in.
 */
public final class InferenceClass {
  private static final String RUNTIME = "dev.nutshell.inference";
  private static final ClassName MODEL = ClassName.get(RUNTIME, "Model");
  private static final ClassName MODEL_INFO = ClassName.get(RUNTIME, "ModelInfo");
  private static final ClassName WEIGHTS = ClassName.get(RUNTIME, "Weights");
  private static final ClassName SESSION_POOL = ClassName.get(RUNTIME, "SessionPool");

  private final CompiledModel compiled;
  private final EmitOptions options;
  private final ClassName self;
  private final ClassName session;
  private final JavaTypes types;
  private final ArgumentNames names;
  private final List<Entry> entries = new ArrayList<>();
  private final WorkArrays arrays;
  private final PreparedArrays prepared;
  private final String weights;
  private final String variables;
  private final EntryMethods.Common common;
  private final ClassParts parts;
  private final VectorsClass vectors;
  private final MemberNames methodNames;
  private final List<EntryHandover> handovers = new ArrayList<>();
  private final List<MethodSpec> trials = new ArrayList<>();

  public InferenceClass(CompiledModel compiled, EmitOptions options) {
    this.compiled = compiled;
    this.options = options;
    this.self = options.inferenceClass();
    this.session = self.nestedClass(SessionClass.NAME);
    this.types = new JavaTypes(compiled.model().precision());
    this.names = new ArgumentNames(compiled.model(), List.of());
    for (int i = 0; i < compiled.inference().size(); i++) {
      entries.add(
          Entry.of(compiled.model().entries().get(i), compiled.inference().get(i).scalar(), names));
    }
    this.weights = names.own("weights");
    this.variables = names.own("variables");
    this.common =
        new EntryMethods.Common(session, names.own("session"), names.own("n"), names.own("pool"));
    List<Program> programs = entries.stream().map(Entry::program).toList();
    this.arrays = new WorkArrays(WorkArrays.OF_CALLS, programs, new MemberNames(List.of()));
    this.prepared = new PreparedArrays(programs, names.members());
    List<String> methods = new ArrayList<>(List.of("info", "load", "session", "warmUp"));
    entries.forEach(entry -> methods.add(entry.name()));
    this.methodNames = new MemberNames(methods);
    this.parts = new ClassParts(types, methodNames, names.members());
    this.vectors = new VectorsClass(self, types);
  }

  /** What the code limits are checked against. */
  public ClassParts parts() {
    return parts;
  }

  /** The class that does the same with vectors; empty if no entry point gains by them. */
  public VectorsClass vectors() {
    return vectors;
  }

  public List<Entry> entries() {
    return entries;
  }

  public TypeSpec spec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(self)
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(MODEL)
            .addJavadoc("$L\n", ClassJavadoc.inference(compiled, entries));
    options.anchor().ifPresent(type::addSuperinterface);
    List<MethodSpec> calls = new ArrayList<>();
    entries.forEach(entry -> addEntry(entry, calls));
    boolean pooled = entries.stream().anyMatch(entry -> !entry.hasCarries());

    MethodSpec constructor = constructor(pooled);

    type.addField(SpecField.of(compiled.model(), options));
    handovers.forEach(handover -> type.addField(handover.constant()));
    type.addFields(parts.tables().specs());
    type.addField(FieldSpec.builder(WEIGHTS, weights, Modifier.PRIVATE, Modifier.FINAL).build());
    type.addField(
        FieldSpec.builder(
                types.arrayOf(ElementType.REAL), variables, Modifier.PRIVATE, Modifier.FINAL)
            .build());
    if (pooled) {
      type.addField(
          FieldSpec.builder(
                  ParameterizedTypeName.get(SESSION_POOL, session),
                  common.pool(),
                  Modifier.PRIVATE,
                  Modifier.FINAL)
              .build());
    }
    prepared.addFields(type, types);
    type.addMethod(constructor);
    type.addMethod(load(Path.class, "file", "Loads weights from a safetensors file."));
    type.addMethod(
        load(
            InputStream.class,
            "stream",
            "Loads weights from a safetensors stream, read to its end."));
    type.addMethod(info());
    if (!handovers.isEmpty()) {
      type.addMethod(warmUp());
    }
    type.addMethod(sessionFactory());
    type.addMethods(calls);
    type.addMethods(trials);
    type.addMethods(parts.methods());
    type.addType(sessionClass());
    return type.build();
  }

  private void addEntry(Entry entry, List<MethodSpec> calls) {
    EntryMethods methods = new EntryMethods(entry, common, types);
    if (!entry.hasCarries()) {
      calls.add(methods.pooled());
    }
    calls.add(methods.withSession(scratch(entry)));
    CodeBlock checks =
        ArgumentChecks.code(
            entry,
            names,
            common.n(),
            CodeBlock.of("$N.capacity", common.session()),
            entry.point().indexBounds());
    calls.add(methods.batch(checks.toBuilder().add(kernels(entry, methods)).build()));
  }

  private CodeBlock kernels(Entry entry, EntryMethods methods) {
    Scope scope = new Scope(entry);
    List<Program.Step> loops = ProgramContents.inOrder(entry.program());
    CodeBlock plain =
        parts.body(entry.name(), methods.batchParameters(), parts.steps(loops, scope));
    Optional<CodeBlock> vectorCall = vectorCall(entry, loops, scope);
    if (vectorCall.isEmpty()) {
      return plain;
    }
    EntryHandover handover =
        new EntryHandover(
            entry, common, types, names.own("HANDOVER"), methodNames.fresh(entry.name() + "Trial"));
    handovers.add(handover);
    trials.add(handover.trial(vectorCall.get()));
    return VectorsClass.choice(handover.condition(), vectorCall, plain);
  }

  private Optional<CodeBlock> vectorCall(Entry entry, List<Program.Step> loops, Scope scope) {
    List<Program.Step> vectorized =
        ProgramContents.inOrder(compiled.inference().get(entries.indexOf(entry)).vector());
    return options.vectors() && !vectorized.equals(loops)
        ? vectors.call(entry.name(), vectorized, scope)
        : Optional.empty();
  }

  private static String scratch(Entry entry) {
    return entry.returnsScalar() ? SessionClass.scratch(entry.outputs().get(0).type()) : "";
  }

  private MethodSpec constructor(boolean pooled) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "A network with these weights.\n\n"
                    + "@throws IllegalArgumentException if they belong to another network\n")
            .addParameter(WEIGHTS, weights)
            .beginControlFlow(
                "if (!$N.spec().fingerprint().equals($N.fingerprint()))", weights, SpecField.NAME)
            .addStatement(
                "throw new $T(\n$S + $N + $S + $N.spec())",
                IllegalArgumentException.class,
                "weights: those of ",
                SpecField.NAME,
                " expected, found those of ",
                weights)
            .endControlFlow()
            .addStatement("this.$N = $N", weights, weights)
            .addStatement(
                "this.$N = $N.$L()",
                variables,
                weights,
                types.isFloat(ElementType.REAL) ? "floats" : "doubles");
    if (pooled) {
      constructor.addStatement(
          "this.$N = new $T<>(() -> new $T(1))", common.pool(), SESSION_POOL, session);
    }
    prepared.addStatements(constructor, types, parts, scopes());
    handovers.forEach(handover -> constructor.addCode(handover.begin()));
    return constructor.build();
  }

  private List<DriverTranslator.Scope> scopes() {
    return entries.stream().<DriverTranslator.Scope>map(Scope::new).toList();
  }

  private MethodSpec warmUp() {
    MethodSpec.Builder warmUp =
        MethodSpec.methodBuilder("warmUp")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC);
    handovers.forEach(handover -> warmUp.addCode(handover.finish()));
    return warmUp.build();
  }

  private MethodSpec load(Class<?> source, String parameter, String sentence) {
    return MethodSpec.methodBuilder("load")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            "$L\n\n@throws IOException if reading fails, or if the weights are damaged or made for"
                + "\nanother network\n",
            sentence)
        .addException(IOException.class)
        .returns(self)
        .addParameter(source, parameter)
        .addStatement("return new $T($T.load($L, $N))", self, WEIGHTS, parameter, SpecField.NAME)
        .build();
  }

  private MethodSpec info() {
    return MethodSpec.methodBuilder("info")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(MODEL_INFO)
        .addStatement("return $T.of($N)", MODEL_INFO, weights)
        .build();
  }

  private MethodSpec sessionFactory() {
    return MethodSpec.methodBuilder("session")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "A session for calls of up to {@code capacity} samples; it may outlive this instance"
                + "\nand serve others.\n")
        .returns(session)
        .addParameter(int.class, "capacity")
        .addStatement("return new $T(capacity)", session)
        .build();
  }

  private TypeSpec sessionClass() {
    Map<Variable, Integer> carries = new LinkedHashMap<>();
    for (Variable variable : compiled.model().variables()) {
      if (variable.kind() == Variable.Kind.CARRY) {
        carries.put(variable, compiled.offsets().get(variable));
      }
    }
    List<ElementType> results =
        entries.stream()
            .filter(Entry::returnsScalar)
            .map(entry -> entry.outputs().get(0).type())
            .distinct()
            .toList();
    boolean random = parts.kernels().stream().anyMatch(kernel -> kernel.random());
    return new SessionClass(types, arrays, carries, results, random).spec();
  }

  /** What the calls of an entry point's kernels refer to. */
  private final class Scope implements DriverTranslator.Scope {
    private final Entry entry;

    Scope(Entry entry) {
      this.entry = entry;
    }

    @Override
    public String array(Place place) {
      return switch (place.area()) {
        case VARIABLES -> variables;
        case INPUT -> entry.inputs().get(place.port()).array();
        case OUTPUT -> entry.outputs().get(place.port()).array();
        case CARRIES, WORK, COMMON, SCRATCH ->
            common.session() + "." + arrays.array(place.area(), place.type()).name();
        case PREPARED -> prepared.array(entries.indexOf(entry), place);
        case GRADIENTS, GRADIENT_PARTS, PARTIALS, SUMS, PENALTY, RESULTS ->
            throw new IllegalArgumentException(place.area() + " in a prediction");
      };
    }

    @Override
    public DriverStep.Argument offset(Place place) {
      return switch (place.area()) {
        case INPUT ->
            DriverStep.Argument.sum(entry.inputs().get(place.port()).offset(), place.offset());
        case OUTPUT ->
            DriverStep.Argument.sum(entry.outputs().get(place.port()).offset(), place.offset());
        default -> DriverStep.Argument.number(place.offset());
      };
    }

    @Override
    public String integer(String name) {
      return switch (name) {
        case KernelIntegers.FROM, KernelIntegers.CHUNK -> "0";
        case KernelIntegers.TO, KernelIntegers.ROWS -> common.n();
        default -> names.ofInteger(name);
      };
    }

    @Override
    public List<String> random() {
      return SessionClass.random(common.session());
    }
  }
}
