package dev.nutshell.processor.loop;

import dev.nutshell.inference.ScalarMath;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.Place;
import java.util.HashMap;
import java.util.Map;

/** Executes the statements of one kernel, in double precision, checking every index. */
final class KernelRunner {
  private final Map<Kernel.Buffer, double[]> arrays;
  private final Map<Kernel.Buffer, Place> places;
  private final Map<String, Double> locals = new HashMap<>();

  KernelRunner(
      Map<Kernel.Buffer, double[]> arrays,
      Map<Kernel.Buffer, Place> places,
      Map<String, Integer> integers) {
    this.arrays = arrays;
    this.places = places;
    integers.forEach((name, value) -> locals.put(name, (double) value));
  }

  void run(LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      block.statements().forEach(this::run);
    } else if (statement instanceof LoopStatement.For loop) {
      loop(loop);
    } else if (statement instanceof LoopStatement.Vectors loop) {
      int to = (int) evaluate(loop.to());
      for (int i = 0; i < to; i++) {
        locals.put(loop.index().name(), (double) i);
        run(loop.body());
      }
    } else if (statement instanceof LoopStatement.Striped loop) {
      striped(loop);
    } else if (statement instanceof LoopStatement.Declare declare) {
      locals.put(declare.local().name(), evaluate(declare.value()));
    } else if (statement instanceof LoopStatement.Assign assign) {
      if (!locals.containsKey(assign.local().name())) {
        throw new IllegalStateException(assign.local() + " is not declared");
      }
      locals.put(assign.local().name(), evaluate(assign.value()));
    } else if (statement instanceof LoopStatement.Store store) {
      arrays.get(store.buffer())[at(store.buffer(), store.index())] = evaluate(store.value());
    } else if (statement instanceof LoopStatement.If test) {
      run(evaluate(test.condition()) != 0 ? test.then() : test.otherwise());
    } else if (statement instanceof LoopStatement.Copy copy) {
      System.arraycopy(
          arrays.get(copy.source()),
          at(copy.source(), copy.from()),
          arrays.get(copy.target()),
          at(copy.target(), copy.to()),
          copy.count());
    } else if (statement instanceof LoopStatement.Invoke invoke) {
      invoke(invoke);
    }
  }

  private void invoke(LoopStatement.Invoke invoke) {
    Map<Kernel.Buffer, double[]> passed = new HashMap<>();
    Map<Kernel.Buffer, Place> begins = new HashMap<>();
    for (int i = 0; i < invoke.arrays().size(); i++) {
      LoopStatement.Elements elements = invoke.arrays().get(i);
      Place place = places.get(elements.buffer());
      Kernel.Buffer parameter = invoke.kernel().buffers().get(i);
      passed.put(parameter, arrays.get(elements.buffer()));
      int begin = at(elements.buffer(), elements.from());
      begins.put(
          parameter, new Place(place.area(), place.port(), place.type(), begin, place.rowStride()));
    }
    Map<String, Integer> values = new HashMap<>();
    for (int i = 0; i < invoke.integers().size(); i++) {
      values.put(
          invoke.kernel().integers().get(i).name(), (int) evaluate(invoke.integers().get(i)));
    }
    new KernelRunner(passed, begins, values).run(invoke.kernel().body());
  }

  private void striped(LoopStatement.Striped loop) {
    double[] sums = new double[LoopStatement.Striped.STRIPES];
    for (int i = 0; i < loop.count(); i++) {
      locals.put(loop.index().name(), (double) i);
      locals.put(loop.sum().name(), sums[i % sums.length]);
      run(loop.body());
      sums[i % sums.length] = locals.get(loop.sum().name());
    }
    for (int half = sums.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sums[i] += sums[i + half];
      }
    }
    locals.put(loop.sum().name(), sums[0]);
  }

  private void loop(LoopStatement.For loop) {
    int from = (int) evaluate(loop.from());
    int to = (int) evaluate(loop.to());
    if (loop.step() == -1) {
      for (int i = to - 1; i >= from; i--) {
        locals.put(loop.index().name(), (double) i);
        run(loop.body());
      }
      return;
    }
    for (int i = from; i < to; i += loop.step()) {
      locals.put(loop.index().name(), (double) i);
      run(loop.body());
    }
    locals.remove(loop.index().name());
  }

  private int at(Kernel.Buffer buffer, LoopExpression index) {
    return places.get(buffer).offset() + (int) evaluate(index);
  }

  private double evaluate(LoopExpression expression) {
    if (expression instanceof LoopExpression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof LoopExpression.Local local) {
      if (!locals.containsKey(local.name())) {
        throw new IllegalStateException(local + " is not declared");
      }
      return locals.get(local.name());
    }
    if (expression instanceof LoopExpression.Load load) {
      return arrays.get(load.buffer())[at(load.buffer(), load.index())];
    }
    if (expression instanceof LoopExpression.Unary unary) {
      return unary(unary);
    }
    if (expression instanceof LoopExpression.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof LoopExpression.Fma fma) {
      return Math.fma(evaluate(fma.a()), evaluate(fma.b()), evaluate(fma.c()));
    }
    if (expression instanceof LoopExpression.Conditional conditional) {
      return evaluate(
          evaluate(conditional.condition()) != 0 ? conditional.then() : conditional.otherwise());
    }
    if (expression instanceof LoopExpression.Convert convert) {
      double value = evaluate(convert.operand());
      return switch (convert.type()) {
        case INT -> (int) value;
        case BOOL -> value == 0 ? 0 : 1;
        default -> value;
      };
    }
    LoopExpression.Uniform uniform = (LoopExpression.Uniform) expression;
    int sample = (int) evaluate(uniform.row());
    return ScalarMath.uniformDouble(
        0, 0, uniform.stream(), sample, (int) evaluate(uniform.element()));
  }

  private double unary(LoopExpression.Unary unary) {
    double x = evaluate(unary.operand());
    return switch (unary.op()) {
      case NEGATE -> -x;
      case NOT -> x == 0 ? 1 : 0;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case FLOOR -> Math.floor(x);
      case EXP -> ScalarMath.exp(x);
      case LOG -> ScalarMath.log(x);
      case SQRT -> Math.sqrt(x);
      case TANH -> ScalarMath.tanh(x);
      case EXPM1 -> ScalarMath.expm1(x);
      case LOG1P -> ScalarMath.log1p(x);
      case ERF -> ScalarMath.erf(x);
      case SIN -> ScalarMath.sin(x);
      case COS -> ScalarMath.cos(x);
      default -> throw new IllegalStateException("no value of " + unary.op());
    };
  }

  private double binary(LoopExpression.Binary binary) {
    double a = evaluate(binary.left());
    if (binary.op() == BinaryOp.AND && a == 0) {
      return 0;
    }
    if (binary.op() == BinaryOp.OR && a != 0) {
      return 1;
    }
    double b = evaluate(binary.right());
    return switch (binary.op()) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> ScalarMath.pow(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case FLOOR_DIVIDE -> Math.floorDiv((int) a, (int) b);
      case REMAINDER -> Math.floorMod((int) a, (int) b);
      case EQUAL -> a == b ? 1 : 0;
      case LESS -> a < b ? 1 : 0;
      case LESS_EQUAL -> a <= b ? 1 : 0;
      default -> b != 0 ? 1 : 0;
    };
  }
}
