package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.inference.Entry.Port;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * What an inference class has so that an entry point can go over to vectors once they are compiled:
 * a constant that knows whether it has, and a method that sets up both forms of a call.
 */
final class EntryHandover {
  private static final ClassName HANDOVER = ClassName.get("dev.nutshell.inference", "Handover");
  private static final ClassName VALUES = ClassName.get("dev.nutshell.inference", "TrialValues");

  /** Integers below this are tried where any would do. */
  private static final int ANY_INTEGER = 100;

  private final Entry entry;
  private final EntryMethods.Common common;
  private final JavaTypes types;
  private final String constant;
  private final String method;

  /**
   * @param constant the name of the constant
   * @param method the name of the method that sets up a trial
   */
  EntryHandover(
      Entry entry, EntryMethods.Common common, JavaTypes types, String constant, String method) {
    this.entry = entry;
    this.common = common;
    this.types = types;
    this.constant = constant;
    this.method = method;
  }

  FieldSpec constant() {
    return FieldSpec.builder(HANDOVER, constant)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T()", HANDOVER)
        .build();
  }

  /** Whether a call works with vectors. */
  String condition() {
    return constant + ".usesVectors(" + common.n() + ")";
  }

  /** A statement that starts what leads to the handover. */
  CodeBlock begin() {
    return CodeBlock.of("$N.begin(this::$N);\n", constant, method);
  }

  /** A statement that returns when the handover is decided. */
  CodeBlock finish() {
    return CodeBlock.of("$N.finish(this::$N);\n", constant, method);
  }

  /**
   * The method that sets up both forms of a call.
   *
   * @param vectors the statement that an entry point calls the vectors with
   */
  MethodSpec trial(CodeBlock vectors) {
    MethodSpec.Builder trial =
        MethodSpec.methodBuilder(method)
            .addModifiers(Modifier.PRIVATE)
            .returns(HANDOVER.nestedClass("Trial"))
            .addParameter(TypeName.INT, common.n())
            .addStatement(
                "$1T $2N = new $1T($3N)", common.sessionType(), common.session(), common.n());
    entry.inputs().forEach(port -> declare(trial, port, given(port)));
    entry.outputs().forEach(port -> declare(trial, port, empty(port)));
    return trial
        .addCode("return new $T(\n$>$>() -> {\n$>", HANDOVER.nestedClass("Trial"))
        .addCode(calls(CodeBlock.builder().addStatement(entryCall()).build()))
        .addCode("$<},\n() -> {\n$>")
        .addCode(calls(vectors))
        .addCode("$<});$<$<\n")
        .build();
  }

  /** A constant offset, which the lambdas need not capture. */
  private static void declare(MethodSpec.Builder trial, Port port, CodeBlock array) {
    trial.addCode(array);
    trial.addStatement("final int $N = 0", port.offset());
  }

  private CodeBlock given(Port port) {
    CodeBlock size = CodeBlock.of("$N * $L", common.n(), port.stride());
    CodeBlock values =
        switch (port.type()) {
          case REAL, DOUBLE ->
              CodeBlock.of(
                  "$T.$L($L)", VALUES, types.isFloat(port.type()) ? "floats" : "doubles", size);
          case INT -> CodeBlock.of("$T.ints($L, $L)", VALUES, size, bound(port));
          case BOOL -> CodeBlock.of("$T.booleans($L)", VALUES, size);
          case BYTE -> CodeBlock.of("$T.bytes($L)", VALUES, size);
        };
    return CodeBlock.builder()
        .addStatement("$T $N = $L", types.arrayOf(port.type()), port.array(), values)
        .build();
  }

  private int bound(Port port) {
    Map<Input, Integer> bounds = entry.point().indexBounds();
    return port.node() instanceof Input input
        ? bounds.getOrDefault(input, ANY_INTEGER)
        : ANY_INTEGER;
  }

  private CodeBlock empty(Port port) {
    return CodeBlock.builder()
        .addStatement(
            "$T $N = new $T[$N * $L]",
            types.arrayOf(port.type()),
            port.array(),
            types.of(port.type()),
            common.n(),
            port.stride())
        .build();
  }

  /**
   * A call from the beginning of a session, at the bounds of all axes and at about half of them.
   */
  private CodeBlock calls(CodeBlock call) {
    CodeBlock.Builder code = CodeBlock.builder();
    entry
        .lengths()
        .forEach(
            (bounded, name) ->
                code.beginControlFlow(
                    "for (int $1N = $2L; $1N > 0; $1N -= $3L)",
                    name,
                    bounded.bound(),
                    Math.max(1, bounded.bound() / 2)));
    if (entry.hasCarries()) {
      code.addStatement("$N.reset()", common.session());
    }
    code.add(call);
    for (Extent.Bounded ignored : entry.lengths().keySet()) {
      code.endControlFlow();
    }
    return code.build();
  }

  private CodeBlock entryCall() {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N, $N", common.session(), common.n()));
    entry.lengths().values().forEach(length -> arguments.add(CodeBlock.of("$N", length)));
    for (List<Port> ports : List.of(entry.inputs(), entry.outputs())) {
      for (Port port : ports) {
        arguments.add(CodeBlock.of("$N, $N", port.array(), port.offset()));
      }
    }
    return CodeBlock.of("$N($L)", entry.name(), CodeBlock.join(arguments, ",$W"));
  }
}
