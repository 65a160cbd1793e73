package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A kernel as a static method over arrays and offsets, with others for its parts. */
final class KernelRenderer {
  private final JavaTypes types;
  private final Kernel kernel;
  private final Function<Kernel, String> methods;
  private final KernelNames names;
  private final NonNegative nonNegative;
  private final ExpressionRenderer expressions;
  private final UnaryOperator<String> methodNames;
  private final List<MethodSpec> parts = new ArrayList<>();
  private CodeBlock.Builder code = CodeBlock.builder();

  private KernelRenderer(
      Kernel kernel,
      JavaTypes types,
      Function<Kernel, String> methods,
      UnaryOperator<String> methodNames) {
    this.types = types;
    this.methods = methods;
    this.methodNames = methodNames;
    this.kernel = kernel;
    this.names = new KernelNames(kernel);
    this.nonNegative = new NonNegative(kernel);
    this.expressions = new ExpressionRenderer(types, names, nonNegative);
  }

  /**
   * The method of a kernel: for each buffer an array and, unless it begins where the array does, an
   * offset, then the integers, then, for random numbers, the seed, the step and the samples'
   * indices. After it those of its parts.
   *
   * @param name of a method that nothing else is called
   * @param methods the name of the method of a kernel that this one runs
   * @param methodNames makes a name that nothing else is called of a wanted one
   */
  static List<MethodSpec> methods(
      String name,
      Kernel kernel,
      JavaTypes types,
      Function<Kernel, String> methods,
      UnaryOperator<String> methodNames) {
    return new KernelRenderer(kernel, types, methods, methodNames).methods(name);
  }

  private List<MethodSpec> methods(String name) {
    KernelSignature signature = new KernelSignature(types, names);
    kernel.buffers().forEach(signature::buffer);
    kernel.integers().forEach(integer -> signature.local(integer, names.local(integer.name())));
    if (kernel.random()) {
      signature.random();
    }
    for (String line : kernel.comment()) {
      Documentation.lineComments(line).forEach(part -> code.add("// $L\n", part));
    }
    statement(Unrolling.of(kernel.body()));
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(signature.method(name, code.build()));
    methods.addAll(parts);
    return methods;
  }

  /** Adds a statement of scalars. */
  void statement(LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      block.statements().forEach(this::statement);
    } else if (statement instanceof LoopStatement.For loop) {
      loop(loop, () -> statement(loop.body()));
    } else if (statement instanceof LoopStatement.Declare declare) {
      code.addStatement(
          "$T $N = $L",
          types.local(declare.local().type()),
          names.local(declare.local().name()),
          expressions.code(declare.value()));
    } else if (statement instanceof LoopStatement.Assign assign) {
      assign(
          CodeBlock.of("$N", names.local(assign.local().name())),
          assign.local(),
          assign.value(),
          expressions.code(assign.value()));
    } else if (statement instanceof LoopStatement.Store store) {
      assign(
          expressions.element(store.buffer(), store.index()).code(),
          new LoopExpression.Load(store.buffer(), store.index()),
          store.value(),
          expressions.stored(store));
    } else if (statement instanceof LoopStatement.Copy copy) {
      code.addStatement(
          "$T.arraycopy($L, $L, $L)",
          System.class,
          arrayAndPosition(copy.source(), copy.from()),
          arrayAndPosition(copy.target(), copy.to()),
          copy.count());
    } else if (statement instanceof LoopStatement.Invoke invoke) {
      code.addStatement("$N($L)", methods.apply(invoke.kernel()), arguments(invoke));
    } else if (statement instanceof LoopStatement.If conditional) {
      conditional(conditional, this::statement);
    } else if (statement instanceof LoopStatement.Striped loop) {
      if (loop.vectors()) {
        new StripedRenderer(loop, types, names, this).render(code);
      } else {
        statement(StripedSum.of(loop));
      }
    } else if (statement instanceof LoopStatement.Part part) {
      if (FreeVariables.of(part.body()).hasVectors()) {
        CodeBlock.Builder inner = CodeBlock.builder();
        into(inner, () -> statement(part.body()));
        part(part, local -> List.of(names.local(local.name())), inner.build());
      } else {
        statement(part.body());
      }
    } else if (statement instanceof LoopStatement.Vectors vectors) {
      nonNegative.enter(vectors);
      new VectorRenderer(vectors, types, names, this, code).render();
    }
  }

  private CodeBlock arguments(LoopStatement.Invoke invoke) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (LoopStatement.Elements each : invoke.arrays()) {
      arguments.add(
          each.buffer().fromBegin()
              ? CodeBlock.of("$N", names.array(each.buffer()))
              : arrayAndPosition(each.buffer(), each.from()));
    }
    invoke.integers().forEach(integer -> arguments.add(expressions.code(integer)));
    return arguments.stream().collect(CodeBlock.joining(",$W"));
  }

  /**
   * Adds a call of a part's method.
   *
   * @param copies the names of a variable from around the part
   */
  void part(LoopStatement.Part part, Function<Local, List<String>> copies, CodeBlock body) {
    KernelSignature signature = new KernelSignature(types, names);
    FreeVariables free = FreeVariables.of(part.body());
    free.buffers().forEach(signature::buffer);
    free.locals()
        .forEach(local -> copies.apply(local).forEach(name -> signature.local(local, name)));
    if (kernel.random()) {
      signature.random();
    }
    String name = methodNames.apply(KernelMethods.methodName(kernel) + part.name());
    parts.add(signature.method(name, body));
    code.addStatement("$N($L)", name, signature.arguments());
  }

  /** Lets what {@code body} adds go elsewhere. */
  void into(CodeBlock.Builder other, Runnable body) {
    CodeBlock.Builder outer = code;
    code = other;
    body.run();
    code = outer;
  }

  /** A scalar expression. */
  CodeBlock code(LoopExpression expression) {
    return expressions.code(expression);
  }

  /** {@code array, offset + index}. */
  CodeBlock arrayAndPosition(Kernel.Buffer buffer, LoopExpression index) {
    return CodeBlock.of("$N,$W$L", names.array(buffer), expressions.position(buffer, index).code());
  }

  /** Asks whether so many elements of an array are there from a position on. */
  CodeBlock inRange(Kernel.Buffer buffer, LoopExpression index, String count) {
    return CodeBlock.of(
        "$T.checkIndex($L,$W$N.length - ($L - 1))",
        Objects.class,
        expressions.position(buffer, index).code(),
        names.array(buffer),
        count);
  }

  /**
   * {@code target = value}, or {@code target += rest} where the value is a sum that begins with the
   * target.
   *
   * @param assigned the value as the target takes it
   */
  private void assign(
      CodeBlock target, LoopExpression read, LoopExpression value, CodeBlock assigned) {
    String operator = CompoundAssignment.operator(read, value);
    if (operator.isEmpty()) {
      code.addStatement("$L = $L", target, assigned);
    } else {
      code.addStatement(
          "$L $L= $L", target, operator, expressions.code(((LoopExpression.Binary) value).right()));
    }
  }

  /** Adds a loop, the body of which is up to the caller. */
  void loop(LoopStatement.For loop, Runnable body) {
    String index = names.local(loop.index().name());
    CodeBlock from = expressions.code(loop.from());
    CodeBlock to = expressions.code(loop.to());
    if (loop.step() == -1) {
      code.beginControlFlow(
          "for (int $N = $L; $N >= $L; $N--)",
          index,
          expressions.code(IntegerFolding.predecessor(loop.to())),
          index,
          from,
          index);
    } else if (loop.step() == 1) {
      code.beginControlFlow("for (int $N = $L; $N < $L; $N++)", index, from, index, to, index);
    } else {
      code.beginControlFlow(
          "for (int $N = $L; $N < $L; $N += $L)", index, from, index, to, index, loop.step());
    }
    nonNegative.enter(loop);
    body.run();
    code.endControlFlow();
  }

  /** Adds a conditional, the branches of which are up to the caller. */
  void conditional(LoopStatement.If conditional, Consumer<LoopStatement> branch) {
    code.beginControlFlow("if ($L)", expressions.code(conditional.condition()));
    branch.accept(conditional.then());
    boolean hasElse =
        !(conditional.otherwise() instanceof LoopStatement.Block block)
            || !block.statements().isEmpty();
    if (hasElse) {
      code.nextControlFlow("else");
      branch.accept(conditional.otherwise());
    }
    code.endControlFlow();
  }
}
