package dev.nutshell.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.driver.VectorsClass;
import dev.nutshell.processor.emit.inference.InferenceClass;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.emit.member.SpecText;
import dev.nutshell.processor.emit.training.TrainingClass;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.CompiledModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes a scheduled model as Java: the last phase, which nothing but the size of the model can
 * stop.
 */
public final class Emitter {
  private Emitter() {}

  /**
   * The classes of a model: the one that predicts, then one that trains for each trainable entry
   * point, then those that do the work of these with vectors. The same model gives the same bytes.
   *
   * @return empty if the network is too large for Java's classes, which is reported
   */
  public static List<GeneratedClass> emit(
      CompiledModel scheduled, EmitOptions options, Diagnostics diagnostics) {
    CompiledModel compiled = FittingVectors.of(scheduled);
    LimitChecks limits = new LimitChecks(compiled.model(), diagnostics);
    int before = diagnostics.errorCount();
    List<TypeSpec> types = new ArrayList<>();
    List<VectorsClass> vectors = new ArrayList<>();
    InferenceClass inference = new InferenceClass(compiled, options);
    types.add(inference.spec());
    vectors.add(inference.vectors());
    limits.check(inference.parts());
    limits.check(types.get(0), inference.parts());
    inference.entries().forEach(limits::check);
    for (CompiledModel.TrainingPrograms programs : compiled.training()) {
      TrainingClass training = new TrainingClass(compiled, programs, options);
      TypeSpec type = training.spec();
      types.add(type);
      vectors.add(training.vectors());
      limits.check(training.parts());
      limits.check(type, training.parts());
    }
    vectors.removeIf(VectorsClass::isEmpty);
    vectors.forEach(each -> limits.check(each.parts()));
    return diagnostics.errorCount() > before ? List.of() : classes(types, vectors, options);
  }

  private static List<GeneratedClass> classes(
      List<TypeSpec> types, List<VectorsClass> vectors, EmitOptions options) {
    List<GeneratedClass> classes = new ArrayList<>();
    types.forEach(
        type -> classes.add(new GeneratedClass(file(headed(type, options), options), false)));
    vectors.forEach(each -> classes.add(new GeneratedClass(file(each.spec(), options), true)));
    return classes;
  }

  /**
   * The text that the generated classes hold of a model, as {@code ModelSpec.parse} of the runtime
   * reads it.
   */
  public static String specification(Model model, EmitOptions options) {
    return String.join("\n", SpecText.lines(model, options));
  }

  /** One place for what all classes have at their head that the user's compiler sees. */
  private static TypeSpec headed(TypeSpec spec, EmitOptions options) {
    TypeSpec.Builder type = spec.toBuilder();
    if (options.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    options.originating().ifPresent(type::addOriginatingElement);
    options
        .generatedAnnotation()
        .ifPresent(
            annotation ->
                type.addAnnotation(
                    AnnotationSpec.builder(annotation)
                        .addMember("value", "$S", options.generator())
                        .build()));
    return type.build();
  }

  private static JavaFile file(TypeSpec type, EmitOptions options) {
    return JavaFile.builder(options.packageName(), type)
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }
}
