package dev.nutshell.processor.emit.training;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.DriverStep;
import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.loop.program.CompiledModel.TrainingPrograms;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method of a training class that computes metrics of their sums over all batches. */
final class MetricsMethod {
  private static final TypeName DOUBLES = ArrayTypeName.of(TypeName.DOUBLE);
  private static final ParameterSpec TOTALS = ParameterSpec.builder(DOUBLES, "totals").build();
  private static final ParameterSpec RESULTS = ParameterSpec.builder(DOUBLES, "results").build();

  private final TrainingPrograms programs;
  private final TrainingLayout layout;
  private final ClassParts parts;

  MetricsMethod(TrainingPrograms programs, TrainingLayout layout, ClassParts parts) {
    this.programs = programs;
    this.layout = layout;
    this.parts = parts;
  }

  /** The method; none where there are no metrics. */
  List<MethodSpec> specs() {
    Program training = programs.trainingMetrics();
    Program evaluation = programs.evaluationMetrics();
    if (training.phases().isEmpty() && evaluation.phases().isEmpty()) {
      return List.of();
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("finishMetrics")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(TypeName.BOOLEAN, "training")
            .addParameter(TOTALS)
            .addParameter(RESULTS);
    if (training.phases().equals(evaluation.phases())) {
      method.addCode(body("metrics", training));
    } else {
      method
          .beginControlFlow("if (training)")
          .addCode(body("trainingMetrics", training))
          .nextControlFlow("else")
          .addCode(body("evaluationMetrics", evaluation))
          .endControlFlow();
    }
    return List.of(method.build());
  }

  private CodeBlock body(String name, Program program) {
    List<DriverStep> steps = parts.steps(ProgramContents.inOrder(program), new Scope());
    return parts.body(name, List.of(TOTALS, RESULTS), steps);
  }

  private final class Scope extends TrainingScope {
    Scope() {
      super(layout);
    }

    @Override
    public String array(Place place) {
      return switch (place.area()) {
        case SUMS -> TOTALS.name();
        case RESULTS -> RESULTS.name();
        default -> super.array(place);
      };
    }

    @Override
    public String integer(String name) {
      return layout.names().ofInteger(name);
    }
  }
}
