package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Striped;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors;
import java.util.Map;

/**
 * A striped sum whose stripes are the lanes of one vector; where vectors have fewer lanes, plain
 * statements.
 */
final class StripedRenderer {
  private final Striped loop;
  private final VectorTypes types;
  private final KernelNames names;
  private final KernelRenderer scalars;

  StripedRenderer(Striped loop, JavaTypes types, KernelNames names, KernelRenderer scalars) {
    this.loop = loop;
    this.types = new VectorTypes(types);
    this.names = names;
    this.scalars = scalars;
  }

  void render(CodeBlock.Builder code) {
    Local lanes = new Local(loop.sum().name() + ".lanes", loop.sum().type());
    String name = names.local(lanes.name());
    code.beginControlFlow("if ($L == $L)", VectorTypes.LANES, Striped.STRIPES);
    code.addStatement(
        "$T $N = $T.broadcast($L, $L)",
        types.vector(),
        name,
        types.vector(),
        VectorTypes.SPECIES,
        start());
    LoopStatement body = new Substitution(Map.of(loop.sum(), lanes)).in(loop.body());
    scalars.statement(
        new Vectors(
            loop.index(),
            IntegerFolding.literal(loop.count()),
            1,
            Vectors.Remainder.SCALARS,
            body));
    code.addStatement("$N = $L", names.local(loop.sum().name()), joined(name));
    code.nextControlFlow("else");
    scalars.statement(StripedSum.of(loop));
    code.endControlFlow();
  }

  private CodeBlock start() {
    double start = loop.start().value();
    return start == 0
        ? CodeBlock.of("0")
        : CodeBlock.of("$T.$L", Float.class, start > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
  }

  /** Only the order of additions counts. */
  private CodeBlock joined(String lanes) {
    return loop.join() == BinaryOp.ADD
        ? joined(lanes, 0, 1)
        : CodeBlock.of("$N.reduceLanes($T.$L)", lanes, VectorTypes.OPERATORS, loop.join().name());
  }

  /** The sum of every lane whose number is {@code first} modulo {@code step}. */
  private static CodeBlock joined(String lanes, int first, int step) {
    if (step == Striped.STRIPES) {
      return CodeBlock.of("$N.lane($L)", lanes, first);
    }
    CodeBlock left = joined(lanes, first, 2 * step);
    CodeBlock right = joined(lanes, first + step, 2 * step);
    return step == 1
        ? CodeBlock.of("$L$W+ $L", left, right)
        : CodeBlock.of("($L$W+ $L)", left, right);
  }
}
