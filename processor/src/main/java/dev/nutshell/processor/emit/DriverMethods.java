package dev.nutshell.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Makes the bodies of methods that run steps; long ones are split into methods called one after the other. */
final class DriverMethods {
  private final MemberNames names;
  private final OffsetTables tables;
  private final List<MethodSpec> parts = new ArrayList<>();

  DriverMethods(MemberNames names, OffsetTables tables) {
    this.names = names;
    this.tables = tables;
  }

  /**
   * Statements that run the steps.
   *
   * @param name of the methods that hold parts
   * @param parameters what the steps mention besides fields; parts take them as well
   * @param repetitionIndex an unused name
   */
  CodeBlock body(
      String name,
      List<ParameterSpec> parameters,
      List<DriverStep> steps,
      String repetitionIndex) {
    List<List<DriverStep>> split = split(Rerolling.of(steps));
    if (split.size() <= 1) {
      return split.isEmpty()
          ? CodeBlock.builder().build()
          : DriverRenderer.code(split.get(0), tables, repetitionIndex);
    }
    CodeBlock arguments =
        parameters.stream()
            .map(parameter -> CodeBlock.of("$N", parameter))
            .collect(CodeBlock.joining(",$W"));
    CodeBlock.Builder calls = CodeBlock.builder();
    for (List<DriverStep> part : split) {
      String method = names.fresh(name + "Part");
      parts.add(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE)
              .addParameters(parameters)
              .addCode(DriverRenderer.code(part, tables, repetitionIndex))
              .build());
      calls.addStatement("$N($L)", method, arguments);
    }
    return calls.build();
  }

  /** The methods that hold parts of bodies made so far. */
  List<MethodSpec> parts() {
    return List.copyOf(parts);
  }

  private static List<List<DriverStep>> split(List<DriverStep> steps) {
    List<List<DriverStep>> split = new ArrayList<>();
    List<DriverStep> part = new ArrayList<>();
    int bytes = 0;
    for (DriverStep step : steps) {
      int more = CodeLimits.bytes(step);
      if (!part.isEmpty() && bytes + more > CodeLimits.DRIVER_BYTES) {
        split.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(step);
      bytes += more;
    }
    if (!part.isEmpty()) {
      split.add(part);
    }
    return split;
  }
}
