package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.inference.Entry.Port;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.member.SampleSpan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The forms in which one entry point is called: one sample, one sample with a session, many samples
 * with a session.
 */
final class EntryMethods {

  /**
   * Names that the entry points of a class share: the session's type, two arguments, and the field
   * of the pool.
   */
  record Common(ClassName sessionType, String session, String n, String pool) {
    ParameterSpec sessionParameter() {
      return ParameterSpec.builder(sessionType, session)
          .addJavadoc("what the call works in; one call at a time\n")
          .build();
    }

    ParameterSpec countParameter() {
      return ParameterSpec.builder(TypeName.INT, n)
          .addJavadoc("how many samples, up to the session's capacity\n")
          .build();
    }
  }

  private final Entry entry;
  private final Common common;
  private final JavaTypes types;

  EntryMethods(Entry entry, Common common, JavaTypes types) {
    this.entry = entry;
    this.common = common;
    this.types = types;
  }

  /** {@code predict(image, probabilities)}: borrows a session. */
  MethodSpec pooled() {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", common.session()));
    oneSample().forEach(parameter -> arguments.add(CodeBlock.of("$N", parameter)));
    return form("Computes one sample. Any number of threads may call: each borrows a session, and waits"
            + "\nfor one if all are out.")
        .addParameters(oneSample())
        .addStatement("$T $N = $N.acquire()", common.sessionType(), common.session(), common.pool())
        .beginControlFlow("try")
        .addStatement(
            entry.returnsScalar() ? "return $N($L)" : "$N($L)",
            entry.name(),
            CodeBlock.join(arguments, ", "))
        .nextControlFlow("finally")
        .addStatement("$N.release($N)", common.pool(), common.session())
        .endControlFlow()
        .build();
  }

  /**
   * {@code predict(session, image, probabilities)}.
   *
   * @param scratch the session's array that takes a result to be returned; unused otherwise
   */
  MethodSpec withSession(String scratch) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", common.session()));
    arguments.add(CodeBlock.of("1"));
    entry.lengths().values().forEach(length -> arguments.add(CodeBlock.of("$N", length)));
    for (Port input : entry.inputs()) {
      arguments.add(CodeBlock.of("$N, 0", input.array()));
    }
    CodeBlock result = CodeBlock.of("$N.$N", common.session(), scratch);
    for (Port output : entry.outputs()) {
      arguments.add(
          entry.returnsScalar()
              ? CodeBlock.of("$L, 0", result)
              : CodeBlock.of("$N, 0", output.array()));
    }
    MethodSpec.Builder method =
        form("Computes one sample.")
            .addParameter(common.sessionParameter())
            .addParameters(oneSample())
            .addStatement("$N($L)", entry.name(), CodeBlock.join(arguments, ",$W"));
    if (entry.returnsScalar()) {
      method.addStatement("return $L[0]", result);
    }
    return method.build();
  }

  /**
   * {@code predict(session, n, image, imageOffset, probabilities, probabilitiesOffset)} with its
   * statements.
   */
  MethodSpec batch(CodeBlock statements) {
    return MethodSpec.methodBuilder(entry.name())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Computes samples that lie one after the other.\n")
        .addParameters(batchParameters())
        .addCode(statements)
        .build();
  }

  /** What {@link #batch} takes. */
  List<ParameterSpec> batchParameters() {
    List<ParameterSpec> parameters = new ArrayList<>();
    parameters.add(common.sessionParameter());
    parameters.add(common.countParameter());
    addLengths(parameters);
    for (List<Port> ports : List.of(entry.inputs(), entry.outputs())) {
      for (Port port : ports) {
        parameters.add(array(port, distance(port)));
        parameters.add(
            ParameterSpec.builder(TypeName.INT, port.offset())
                .addJavadoc("where the first sample begins in {@code $L}\n", port.array())
                .build());
      }
    }
    return parameters;
  }

  private MethodSpec.Builder form(String sentence) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(entry.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("$L\n", sentence);
    if (entry.returnsScalar()) {
      Port output = entry.outputs().get(0);
      method.returns(types.of(output.type()));
      method.addJavadoc("\n@return {@code $L}\n", output.label());
    }
    return method;
  }

  private List<ParameterSpec> oneSample() {
    List<ParameterSpec> parameters = new ArrayList<>();
    addLengths(parameters);
    entry.inputs().forEach(input -> parameters.add(array(input, "")));
    if (!entry.returnsScalar()) {
      entry.outputs().forEach(output -> parameters.add(array(output, "")));
    }
    return parameters;
  }

  private void addLengths(List<ParameterSpec> parameters) {
    entry
        .lengths()
        .forEach(
            (bounded, name) ->
                parameters.add(
                    ParameterSpec.builder(TypeName.INT, name)
                        .addJavadoc("the length of that axis, 1 to $L\n", bounded.bound())
                        .build()));
  }

  /** Says where samples begin if their lengths might suggest another place. */
  private static String distance(Port port) {
    SampleSpan span = new SampleSpan(port.node());
    return span.hasBoundedAxes()
        ? ", a sample every " + span.stride() + " elements whatever the lengths"
        : "";
  }

  private ParameterSpec array(Port port, String distance) {
    boolean isInput = entry.inputs().contains(port);
    return ParameterSpec.builder(types.arrayOf(port.type()), port.array())
        .addJavadoc(
            "$L {@code $L}, row-major$L\n",
            isInput ? "input" : "takes output",
            Shapes.text(port.label(), port.node()),
            distance)
        .build();
  }
}
