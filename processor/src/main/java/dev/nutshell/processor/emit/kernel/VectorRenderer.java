package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.kernel.VectorExpressions.Copy;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Lanes;
import dev.nutshell.processor.loop.program.Lanes.Form;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.List;

/**
 * One loop over vectors as code of the Vector API: every statement that differs between lanes
 * stands once for each vector that runs with it. All of it is inline, since a method that takes or
 * returns a vector allocates it.
 */
final class VectorRenderer {
  private static final ClassName MATH = ClassName.get(Math.class);

  private final KernelRenderer scalars;
  private final Vectors loop;
  private final Lanes lanes;
  private final VectorExpressions expressions;
  private final CodeBlock.Builder target;
  private CodeBlock.Builder code = CodeBlock.builder();

  /** Whether each vector that runs together begins where the one before it ends. */
  private boolean inRow;

  /**
   * @param scalars renders what is the same for all lanes
   * @param target takes the statements
   */
  VectorRenderer(
      Vectors loop,
      JavaTypes types,
      KernelNames names,
      KernelRenderer scalars,
      CodeBlock.Builder target) {
    this.scalars = scalars;
    this.loop = loop;
    this.lanes = Lanes.of(loop, types.isFloat(ElementType.REAL));
    this.target = target;
    this.expressions = new VectorExpressions(lanes, types, names, scalars, code);
  }

  void render() {
    scalars.into(code, this::loop);
    target.add(expressions.constants()).add(code.build());
  }

  private void loop() {
    String index = expressions.name(loop.index());
    CodeBlock to = scalars.code(loop.to());
    int vectors = loop.vectors();
    boolean whole =
        loop.to() instanceof Literal literal
            && (int) literal.value() % (VectorCost.WIDEST * vectors) == 0;
    if (whole) {
      code.beginControlFlow(
          "for (int $N = 0; $N < $L; $N += $L)", index, index, to, index, step(vectors));
      copies(vectors, index);
      code.endControlFlow();
    } else if (loop.remainder() != Vectors.Remainder.SCALARS) {
      overlapping(index, to, vectors);
    } else {
      code.addStatement("int $N = 0", index);
      whole(index, to, vectors);
      if (vectors > 1) {
        whole(index, to, 1);
      }
      code.beginControlFlow("for (; $N < $L; $N++)", index, to, index);
      lanes(loop.body(), 1);
      scalars.statement(loop.body());
      code.endControlFlow();
    }
  }

  private void whole(String index, CodeBlock to, int vectors) {
    code.beginControlFlow(
        "for (; $N <= $L - $L; $N += $L)", index, to, step(vectors), index, step(vectors));
    copies(vectors, index);
    code.endControlFlow();
  }

  private void overlapping(String index, CodeBlock to, int vectors) {
    String first = expressions.fresh(index + "0");
    String last = expressions.fresh(index + "Last");
    // Where all of it does not fill a vector, there is one vector that begins at 0.
    code.addStatement(
        loop.remainder() == Vectors.Remainder.SPILL
            ? CodeBlock.of("int $N = $T.max(0, $L - $L)", last, MATH, to, VectorTypes.LANES)
            : CodeBlock.of("int $N = $L - $L", last, to, VectorTypes.LANES));
    code.beginControlFlow(
        "for (int $N = 0; $N < $L; $N += $L)", first, first, to, first, step(vectors));
    code.addStatement("int $N = $T.min($N, $N)", index, MATH, first, last);
    for (int k = 1; k < vectors; k++) {
      code.addStatement(
          "int $N = $T.min($N + $L, $N)",
          expressions.name(loop.index(), k),
          MATH,
          first,
          step(k),
          last);
    }
    inRow = false;
    body(vectors);
    code.endControlFlow();
  }

  private void copies(int vectors, String index) {
    for (int k = 1; k < vectors; k++) {
      code.addStatement("int $N = $N + $L", expressions.name(loop.index(), k), index, step(k));
    }
    inRow = true;
    body(vectors);
  }

  private static CodeBlock step(int vectors) {
    return vectors == 1
        ? CodeBlock.of("$L", VectorTypes.LANES)
        : CodeBlock.of("$L * $L", vectors, VectorTypes.LANES);
  }

  private void body(int vectors) {
    List<Copy> copies = new ArrayList<>();
    for (int k = 0; k < vectors; k++) {
      copies.add(expressions.copy(k));
    }
    lanes(loop.body(), vectors);
    statement(loop.body(), copies);
  }

  /** Declares the numbers of lanes outside of parts, where they are asked for. */
  private void lanes(LoopStatement body, int vectors) {
    if (FreeVariables.of(body).locals().contains(Vectors.LANE)) {
      for (int k = 0; k < vectors; k++) {
        code.addStatement("int $N = $L", expressions.name(Vectors.LANE, k), k == 0 ? 0 : step(k));
      }
    }
  }

  private void statement(LoopStatement statement, List<Copy> copies) {
    if (statement instanceof LoopStatement.Block block) {
      block.statements().forEach(each -> statement(each, copies));
    } else if (statement instanceof LoopStatement.Part part) {
      scalars.part(part, local -> names(local, copies), code(part, copies));
    } else if (statement instanceof LoopStatement.For inner) {
      scalars.loop(inner, () -> statement(inner.body(), copies));
    } else if (statement instanceof LoopStatement.If conditional
        && lanes.form(conditional.condition()) == Form.MASK) {
      masked(conditional, copies);
    } else if (statement instanceof LoopStatement.If conditional) {
      scalars.conditional(conditional, branch -> statement(branch, copies));
    } else if (statement instanceof LoopStatement.Declare declare) {
      assign(declare.local(), declare.value(), true, statement, copies);
    } else if (statement instanceof LoopStatement.Assign assign) {
      assign(assign.local(), assign.value(), false, statement, copies);
    } else if (statement instanceof LoopStatement.InRange range) {
      for (Copy copy : copies) {
        code.addStatement("$L", copy.inRange(range.buffer(), range.index()));
      }
    } else if (statement instanceof LoopStatement.Store store) {
      expressions.share(store.value(), copies.size());
      for (Copy copy : copies) {
        CodeBlock value = copy.stored(store.buffer(), store.value());
        code.addStatement("$L.intoArray($L)", value, copy.element(store.buffer(), store.index()));
      }
    }
  }

  /** The code of a part, which makes the vectors that it needs. */
  private CodeBlock code(LoopStatement.Part part, List<Copy> copies) {
    CodeBlock.Builder outer = code;
    code = CodeBlock.builder();
    Runnable leave = expressions.enterPart(code);
    scalars.into(
        code,
        () -> {
          places(part, copies);
          statement(part.body(), copies);
        });
    CodeBlock block = expressions.constants().toBuilder().add(code.build()).build();
    leave.run();
    code = outer;
    return block;
  }

  /** What a part is told of a variable. */
  private List<String> names(Local local, List<Copy> copies) {
    if (local.equals(Vectors.LANE)) {
      return List.of();
    }
    return inRow || lanes.local(local) == Form.UNIFORM
        ? List.of(expressions.name(local))
        : copies.stream().map(copy -> copy.name(local)).toList();
  }

  /**
   * Where the further vectors of a part are: from the place of the first, so that HotSpot knows how
   * far they are apart and keeps one place in a register.
   */
  private void places(LoopStatement.Part part, List<Copy> copies) {
    lanes(part.body(), copies.size());
    for (Local local : FreeVariables.of(part.body()).locals()) {
      if (local.equals(Vectors.LANE)) {
        continue;
      }
      for (int k = 1; inRow && lanes.local(local) == Form.CONSECUTIVE && k < copies.size(); k++) {
        String first = expressions.name(local);
        code.addStatement("int $N = $N + $L", copies.get(k).name(local), first, step(k));
      }
    }
  }

  /** Assignments that some lanes make. */
  private void masked(LoopStatement.If conditional, List<Copy> copies) {
    expressions.share(conditional.condition(), copies.size());
    for (Copy copy : copies) {
      CodeBlock mask = expressions.declareMask(copy.mask(conditional.condition()));
      for (LoopStatement each : ((LoopStatement.Block) conditional.then()).statements()) {
        LoopStatement.Assign assign = (LoopStatement.Assign) each;
        String name = copy.name(assign.local());
        code.addStatement("$N = $N.blend($L,$W$L)", name, name, copy.vector(assign.value()), mask);
      }
    }
  }

  private void assign(
      Local local,
      LoopExpression value,
      boolean declares,
      LoopStatement statement,
      List<Copy> copies) {
    Form form = lanes.local(local);
    if (form == Form.UNIFORM) {
      scalars.statement(statement);
      return;
    }
    expressions.share(value, copies.size());
    for (Copy copy : copies) {
      CodeBlock assigned = copy.of(form, value);
      if (declares) {
        code.addStatement("$T $N = $L", expressions.typeOf(form), copy.name(local), assigned);
      } else {
        code.addStatement("$N = $L", copy.name(local), assigned);
      }
    }
  }
}
