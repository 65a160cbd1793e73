package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.emit.kernel.VectorTypes;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The class beside a generated class that does the same work with vectors: static methods over
 * arrays. It knows nothing of the class that calls it, so that it can be compiled alone, and that
 * class touches it only where the vector module is there.
 */
public final class VectorsClass {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private final ClassName self;
  private final ClassName caller;
  private final JavaTypes types;
  private final MemberNames methodNames = new MemberNames(List.of());
  private final MemberNames variableNames =
      new MemberNames(List.of(VectorTypes.SPECIES, VectorTypes.LANES));
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<MethodSpec> drivers = new ArrayList<>();
  private final ClassParts parts;

  /**
   * A class without a method.
   *
   * @param caller the class that it belongs to
   */
  public VectorsClass(ClassName caller, JavaTypes types) {
    this.caller = caller;
    this.self = caller.peerClass(caller.simpleName() + "Vectors");
    this.types = types;
    this.parts = new ClassParts(types, methodNames, variableNames, Modifier.STATIC);
  }

  /** Whether nothing calls it: there is then no need for it. */
  public boolean isEmpty() {
    return drivers.isEmpty();
  }

  /** What the code limits are checked against. */
  public ClassParts parts() {
    return parts;
  }

  /**
   * Adds a method that runs steps, and calls it.
   *
   * @param name a suggestion for its name
   * @param scope what the steps refer to in the caller
   * @return a statement of the caller; empty if the method would take more arguments than Java
   *     allows
   */
  public Optional<CodeBlock> call(
      String name, List<Program.Step> steps, DriverTranslator.Scope scope) {
    Set<String> indices = ProgramContents.loopIndices(steps);
    ParameterScope parameters = new ParameterScope(scope, types, indices, this::variable);
    String method = methodNames.fresh(name);
    List<DriverStep> calls = parts.steps(steps, parameters);
    MethodSpec driver =
        MethodSpec.methodBuilder(method)
            .addModifiers(Modifier.STATIC)
            .addParameters(parameters.parameters())
            .addCode(parts.body(method, parameters.parameters(), calls))
            .build();
    if (CodeLimits.parameterSlots(driver) > CodeLimits.PARAMETER_SLOTS) {
      return Optional.empty();
    }
    drivers.add(driver);
    return Optional.of(
        CodeBlock.builder()
            .addStatement("$T.$N($L)", self, driver, parameters.arguments())
            .build());
  }

  /** The name here of what is an expression in the caller: that of its last part or its array. */
  private String variable(String expression) {
    return variables.computeIfAbsent(
        expression,
        each -> {
          int end = each.indexOf('[');
          return variableNames.fresh(
              each.substring(each.lastIndexOf('.') + 1, end < 0 ? each.length() : end));
        });
  }

  public TypeSpec spec() {
    TypeName species =
        ParameterizedTypeName.get(
            ClassName.get(VECTOR_MODULE, "VectorSpecies"), types.of(ElementType.REAL).box());
    return TypeSpec.classBuilder(self)
        .addModifiers(Modifier.FINAL)
        .addJavadoc(
            "What {@code $L} computes, with the vectors of this machine: the same bits.\n",
            caller.simpleName())
        .addField(
            FieldSpec.builder(
                    species, VectorTypes.SPECIES, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .build())
        .addField(
            FieldSpec.builder(
                    TypeName.INT,
                    VectorTypes.LANES,
                    Modifier.PRIVATE,
                    Modifier.STATIC,
                    Modifier.FINAL)
                .build())
        .addFields(parts.tables().specs())
        .addStaticBlock(initializer())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(drivers)
        .addMethods(parts.methods())
        .build();
  }

  /** Lets a class in a named module read the vector module, which its module-info need not name. */
  private CodeBlock initializer() {
    String element = types.isFloat(ElementType.REAL) ? "Float" : "Double";
    return CodeBlock.builder()
        .addStatement(
            "$T.class.getModule()$Z.addReads($T.boot().findModule($S).orElseThrow())",
            self,
            ModuleLayer.class,
            VECTOR_MODULE)
        .addStatement(
            "$N = $T.SPECIES_PREFERRED",
            VectorTypes.SPECIES,
            ClassName.get(VECTOR_MODULE, element + "Vector"))
        .addStatement("$N = $N.length()", VectorTypes.LANES, VectorTypes.SPECIES)
        .build();
  }

  /** Statements that take the vectors where a condition holds, and the plain loops elsewhere. */
  public static CodeBlock choice(String condition, Optional<CodeBlock> vectors, CodeBlock loops) {
    return vectors
        .map(
            call ->
                CodeBlock.builder()
                    .beginControlFlow("if ($L)", condition)
                    .add(call)
                    .nextControlFlow("else")
                    .add(loops)
                    .endControlFlow()
                    .build())
        .orElse(loops);
  }
}
