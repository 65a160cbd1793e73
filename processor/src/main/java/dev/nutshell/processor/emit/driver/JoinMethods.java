package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The methods of a class that join the parts of a reduction over the batch, in the order of the
 * chunks.
 */
final class JoinMethods {
  private record Key(ReduceOp op, TypeName partial, TypeName whole) {}

  private final JavaTypes types;
  private final MemberNames names;
  private final Map<Key, String> methods = new LinkedHashMap<>();

  /** Overloads for different element types share a name. */
  private final Map<ReduceOp, String> methodNames = new EnumMap<>(ReduceOp.class);

  private final List<MethodSpec> specs = new ArrayList<>();

  JoinMethods(JavaTypes types, MemberNames names) {
    this.types = types;
    this.names = names;
  }

  String methodOf(Program.Join join) {
    Key key = new Key(join.op(), types.of(join.partial().type()), types.of(join.whole().type()));
    return methods.computeIfAbsent(
        key,
        each -> {
          String name = methodNames.computeIfAbsent(each.op(), op -> names.fresh(methodName(op)));
          specs.add(method(name, each));
          return name;
        });
  }

  private static String methodName(ReduceOp op) {
    return "join" + op.name().charAt(0) + op.name().substring(1).toLowerCase(Locale.ROOT);
  }

  List<MethodSpec> specs() {
    return List.copyOf(specs);
  }

  private MethodSpec method(String name, Key key) {
    CodeBlock next = CodeBlock.of("partials[partialsOffset + chunk * stride + i]");
    String cast = key.partial().equals(key.whole()) ? "" : "(" + key.whole() + ") ";
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(ArrayTypeName.of(key.partial()), "partials")
        .addParameter(TypeName.INT, "partialsOffset")
        .addParameter(TypeName.INT, "stride")
        .addParameter(TypeName.INT, KernelIntegers.CHUNKS)
        .addParameter(ArrayTypeName.of(key.whole()), "whole")
        .addParameter(TypeName.INT, "wholeOffset")
        .addParameter(TypeName.INT, "size")
        .beginControlFlow("for (int i = 0; i < size; i++)")
        .addStatement("$T joined = partials[partialsOffset + i]", key.partial())
        .beginControlFlow("for (int chunk = 1; chunk < chunks; chunk++)")
        .addStatement(joined(key.op(), next))
        .endControlFlow()
        .addStatement("whole[wholeOffset + i] = $Ljoined", cast)
        .endControlFlow()
        .build();
  }

  private static CodeBlock joined(ReduceOp op, CodeBlock next) {
    return switch (op) {
      case SUM -> CodeBlock.of("joined += $L", next);
      case PRODUCT -> CodeBlock.of("joined *= $L", next);
      case MAX -> CodeBlock.of("joined = $T.max(joined, $L)", Math.class, next);
      case MIN -> CodeBlock.of("joined = $T.min(joined, $L)", Math.class, next);
      case ARGMAX, ARGMIN ->
          throw new IllegalArgumentException(
              "the position of the best sample cannot be joined from the chunks' positions alone");
    };
  }
}
