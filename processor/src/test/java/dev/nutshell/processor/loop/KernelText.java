package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpressions;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kernel as text, for tests that look at its form. */
final class KernelText {
  private final StringBuilder text = new StringBuilder();

  private KernelText() {}

  static String of(Kernel kernel) {
    KernelText text = new KernelText();
    kernel.comment().forEach(line -> text.line(0, "// " + line));
    text.statement(0, kernel.body());
    return text.text.toString();
  }

  /** All kernels of a program, in the order of calls. */
  static String of(Program program) {
    return program.phases().stream()
        .map(phase -> of(phase.serial()) + "-- chunks\n" + of(phase.parallel()))
        .collect(Collectors.joining("-- phase\n"));
  }

  private static String of(List<Program.Step> steps) {
    StringBuilder all = new StringBuilder();
    for (Program.Step step : steps) {
      if (step instanceof Program.Call call) {
        all.append(call.places().stream().map(p -> p.area() + "+" + p.offset()).toList());
        all.append('\n').append(of(call.kernel()));
      } else if (step instanceof Program.Loop loop) {
        all.append("loop ")
            .append(loop.axis())
            .append(" {\n")
            .append(of(loop.body()))
            .append("}\n");
      } else {
        all.append(step).append('\n');
      }
    }
    return all.toString();
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  private void statement(int depth, LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      block.statements().forEach(each -> statement(depth, each));
    } else if (statement instanceof LoopStatement.For loop) {
      String step = loop.step() == 1 ? "" : " by " + loop.step();
      String kind = loop.kind() == LoopStatement.For.Kind.SERIAL ? "" : " " + loop.kind();
      line(
          depth,
          "for "
              + loop.index().name()
              + " = "
              + text(loop.from())
              + " until "
              + text(loop.to())
              + step
              + kind);
      statement(depth + 1, loop.body());
    } else if (statement instanceof LoopStatement.Declare declare) {
      line(
          depth,
          declare.local().type().name().toLowerCase(Locale.ROOT)
              + " "
              + declare.local().name()
              + " = "
              + text(declare.value()));
    } else if (statement instanceof LoopStatement.Assign assign) {
      line(depth, assign.local().name() + " = " + text(assign.value()));
    } else if (statement instanceof LoopStatement.Store store) {
      line(depth, store.buffer().name() + "[" + text(store.index()) + "] = " + text(store.value()));
    } else if (statement instanceof LoopStatement.If test) {
      line(depth, "if " + text(test.condition()));
      statement(depth + 1, test.then());
      if (!((LoopStatement.Block) test.otherwise()).statements().isEmpty()) {
        line(depth, "else");
        statement(depth + 1, test.otherwise());
      }
    }
  }

  private static String text(LoopExpression expression) {
    if (expression instanceof LoopExpression.Literal literal) {
      return literal.type() == ElementType.INT
          ? Long.toString((long) literal.value())
          : Double.toString(literal.value());
    }
    if (expression instanceof LoopExpression.Local local) {
      return local.name();
    }
    if (expression instanceof LoopExpression.Load load) {
      return load.buffer().name() + "[" + text(load.index()) + "]";
    }
    if (expression instanceof LoopExpression.Binary binary) {
      String symbol =
          switch (binary.op()) {
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case LESS -> "<";
            default -> binary.op().name().toLowerCase(Locale.ROOT);
          };
      return "(" + text(binary.left()) + " " + symbol + " " + text(binary.right()) + ")";
    }
    String name =
        expression instanceof LoopExpression.Unary unary
            ? unary.op().name()
            : expression.getClass().getSimpleName();
    return LoopExpressions.children(expression).stream()
        .map(KernelText::text)
        .collect(Collectors.joining(", ", name.toLowerCase(Locale.ROOT) + "(", ")"));
  }
}
