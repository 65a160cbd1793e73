package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The parameters of a method of kernel code, which are called as the arguments are. */
final class KernelSignature {
  private final JavaTypes types;
  private final KernelNames names;
  private final List<TypeName> parameterTypes = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();

  KernelSignature(JavaTypes types, KernelNames names) {
    this.types = types;
    this.names = names;
  }

  /** An array and, unless the buffer begins where that does, an offset. */
  void buffer(Kernel.Buffer buffer) {
    add(types.arrayOf(buffer.type()), names.array(buffer));
    if (!buffer.fromBegin()) {
      add(TypeName.INT, names.offset(buffer));
    }
  }

  void local(Local local, String name) {
    add(types.local(local.type()), name);
  }

  /** What random numbers are made of: the seed, the step and the samples' indices. */
  void random() {
    add(TypeName.LONG, names.random(KernelNames.SEED));
    add(TypeName.LONG, names.random(KernelNames.STEP));
    add(TypeName.get(int[].class), names.random(KernelNames.SAMPLES));
  }

  private void add(TypeName type, String name) {
    parameterTypes.add(type);
    parameters.add(name);
  }

  MethodSpec method(String name, CodeBlock code) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    for (int k = 0; k < parameters.size(); k++) {
      method.addParameter(parameterTypes.get(k), parameters.get(k));
    }
    return method.addCode(code).build();
  }

  /** The arguments of a call from where they have the same names. */
  CodeBlock arguments() {
    return parameters.stream()
        .map(name -> CodeBlock.of("$N", name))
        .collect(CodeBlock.joining(",$W"));
  }
}
