package dev.nutshell.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.CompiledModel;
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
   * point. The same model gives the same bytes.
   *
   * @return empty if the network is too large for Java's classes, which is reported
   */
  public static List<JavaFile> emit(
      CompiledModel compiled, EmitOptions options, Diagnostics diagnostics) {
    LimitChecks limits = new LimitChecks(compiled.model(), diagnostics);
    int before = diagnostics.errorCount();
    List<TypeSpec> types = new ArrayList<>();
    InferenceClass inference = new InferenceClass(compiled, options);
    types.add(inference.spec());
    limits.check(inference.parts());
    limits.check(types.get(0), inference.parts());
    inference.entries().forEach(limits::check);
    for (CompiledModel.TrainingPrograms programs : compiled.training()) {
      TrainingClass training = new TrainingClass(compiled, programs, options);
      TypeSpec type = training.spec();
      types.add(type);
      limits.check(training.parts());
      limits.check(type, training.parts());
    }
    return diagnostics.errorCount() > before
        ? List.of()
        : types.stream().map(type -> file(type, options)).toList();
  }

  /**
   * The text that the generated classes hold of a model, as {@code ModelSpec.parse} of the runtime
   * reads it.
   */
  public static String specification(Model model, EmitOptions options) {
    return String.join("\n", SpecText.lines(model, options));
  }

  /** One place for what all generated files have at their head. */
  private static JavaFile file(TypeSpec spec, EmitOptions options) {
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
    return JavaFile.builder(options.packageName(), type.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }
}
