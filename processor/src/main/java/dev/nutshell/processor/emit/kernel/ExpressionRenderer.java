package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.kernel.JavaExpression.Precedence;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Conditional;
import dev.nutshell.processor.loop.program.LoopExpression.Convert;
import dev.nutshell.processor.loop.program.LoopExpression.Fma;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Load;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpression.Unary;
import dev.nutshell.processor.loop.program.LoopExpression.Uniform;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.Locale;

/** Expressions of one kernel as scalar Java, in the order of operations that the tree says. */
final class ExpressionRenderer {
  private static final ClassName SCALAR_MATH =
      ClassName.get("dev.nutshell.inference", "ScalarMath");

  private final JavaTypes types;
  private final KernelNames names;
  private final NonNegative nonNegative;

  ExpressionRenderer(JavaTypes types, KernelNames names, NonNegative nonNegative) {
    this.types = types;
    this.names = names;
    this.nonNegative = nonNegative;
  }

  CodeBlock code(LoopExpression expression) {
    return render(expression).code();
  }

  /** The value of a store as an element of its buffer; bytes are ints until then. */
  CodeBlock stored(LoopStatement.Store store) {
    JavaExpression value = render(store.value());
    return store.buffer().type() == ElementType.BYTE
        ? JavaExpression.prefix("(byte) ", value).code()
        : value.code();
  }

  /** {@code array[offset + index]}. */
  JavaExpression element(Kernel.Buffer buffer, LoopExpression index) {
    return JavaExpression.atom("$N[$L]", names.array(buffer), position(buffer, index).code());
  }

  /** {@code offset + index}. */
  JavaExpression position(Kernel.Buffer buffer, LoopExpression index) {
    if (buffer.fromBegin()) {
      return render(index);
    }
    JavaExpression offset = JavaExpression.atom("$N", names.offset(buffer));
    boolean atOffset = index instanceof Literal literal && literal.value() == 0;
    return atOffset
        ? offset
        : JavaExpression.associative(offset, "+", render(index), Precedence.SUM);
  }

  private JavaExpression render(LoopExpression expression) {
    if (expression instanceof Literal literal) {
      return JavaExpression.literal(types.literal(literal.type(), literal.value()));
    }
    if (expression instanceof Local local) {
      return JavaExpression.atom("$N", names.local(local.name()));
    }
    if (expression instanceof Load load) {
      JavaExpression element = element(load.buffer(), load.index());
      return load.buffer().type() == ElementType.BYTE
          ? JavaExpression.infix(element, "&", JavaExpression.literal("0xff"), Precedence.BITS)
          : element;
    }
    if (expression instanceof Unary unary) {
      return unary(unary);
    }
    if (expression instanceof Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Fma fma) {
      return JavaExpression.call(
          CodeBlock.of("$T.fma", Math.class), render(fma.a()), render(fma.b()), render(fma.c()));
    }
    if (expression instanceof Conditional conditional) {
      return JavaExpression.conditional(
          render(conditional.condition()),
          render(conditional.then()),
          render(conditional.otherwise()));
    }
    return expression instanceof Convert convert ? convert(convert) : uniform((Uniform) expression);
  }

  private JavaExpression unary(Unary unary) {
    JavaExpression operand = render(unary.operand());
    ElementType type = unary.operand().type();
    return switch (unary.op()) {
      case NEGATE -> JavaExpression.prefix("-", operand);
      case NOT -> JavaExpression.prefix("!", operand);
      case ABS -> JavaExpression.call(CodeBlock.of("$T.abs", Math.class), operand);
      case SIGN ->
          JavaExpression.call(
              type == ElementType.INT
                  ? CodeBlock.of("$T.signum", Integer.class)
                  : CodeBlock.of("$T.signum", Math.class),
              operand);
      case FLOOR, SQRT -> exactInDouble(unary.op(), type, operand);
      case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS ->
          JavaExpression.call(CodeBlock.of("$T.$L", SCALAR_MATH, methodOf(unary.op())), operand);
      case STOP_GRADIENT -> operand;
    };
  }

  /** Functions whose result in double, rounded to float, is the float result. */
  private JavaExpression exactInDouble(UnaryOp op, ElementType type, JavaExpression operand) {
    JavaExpression call =
        JavaExpression.call(CodeBlock.of("$T.$L", Math.class, methodOf(op)), operand);
    return types.isFloat(type) ? JavaExpression.prefix("(float) ", call) : call;
  }

  private static String methodOf(UnaryOp op) {
    return op.name().toLowerCase(Locale.ROOT);
  }

  private JavaExpression binary(Binary binary) {
    JavaExpression left = render(binary.left());
    JavaExpression right = render(binary.right());
    boolean integer = binary.left().type() == ElementType.INT;
    return switch (binary.op()) {
      case ADD ->
          integer
              ? JavaExpression.associative(left, "+", right, Precedence.SUM)
              : JavaExpression.infix(left, "+", right, Precedence.SUM);
      case SUBTRACT -> JavaExpression.infix(left, "-", right, Precedence.SUM);
      case MULTIPLY -> JavaExpression.infix(left, "*", right, Precedence.PRODUCT);
      case DIVIDE -> JavaExpression.infix(left, "/", right, Precedence.PRODUCT);
      case POWER -> JavaExpression.call(CodeBlock.of("$T.pow", SCALAR_MATH), left, right);
      case MIN -> JavaExpression.call(CodeBlock.of("$T.min", Math.class), left, right);
      case MAX -> JavaExpression.call(CodeBlock.of("$T.max", Math.class), left, right);
      case FLOOR_DIVIDE -> floored(binary, left, right, "/", "floorDiv");
      case REMAINDER -> floored(binary, left, right, "%", "floorMod");
      case EQUAL -> JavaExpression.infix(left, "==", right, Precedence.EQUALITY);
      case LESS -> JavaExpression.infix(left, "<", right, Precedence.RELATIONAL);
      case LESS_EQUAL -> JavaExpression.infix(left, "<=", right, Precedence.RELATIONAL);
      case AND -> JavaExpression.associative(left, "&&", right, Precedence.AND);
      case OR -> JavaExpression.associative(left, "||", right, Precedence.OR);
    };
  }

  /** Java's own operators truncate towards zero, which is the same where nothing is negative. */
  private JavaExpression floored(
      Binary binary, JavaExpression left, JavaExpression right, String operator, String method) {
    if (nonNegative.holds(binary.left()) && nonNegative.holds(binary.right())) {
      return JavaExpression.infix(left, operator, right, Precedence.PRODUCT);
    }
    return JavaExpression.call(CodeBlock.of("$T.$L", Math.class, method), left, right);
  }

  private JavaExpression convert(Convert convert) {
    JavaExpression operand = render(convert.operand());
    ElementType from = convert.operand().type();
    ElementType to = convert.type();
    if (types.of(from).equals(types.of(to))) {
      return operand;
    }
    if (from == ElementType.BOOL) {
      return JavaExpression.conditional(
          operand,
          JavaExpression.literal(types.literal(to, 1)),
          JavaExpression.literal(types.literal(to, 0)));
    }
    if (to == ElementType.BOOL) {
      return JavaExpression.infix(
          operand, "!=", JavaExpression.literal(types.literal(from, 0)), Precedence.EQUALITY);
    }
    return JavaExpression.prefix("(" + types.of(to) + ") ", operand);
  }

  private JavaExpression uniform(Uniform uniform) {
    JavaExpression sample =
        JavaExpression.atom("$N[$L]", names.random(KernelNames.SAMPLES), code(uniform.row()));
    return JavaExpression.call(
        CodeBlock.of(
            "$T.$L", SCALAR_MATH, types.isFloat(ElementType.REAL) ? "uniform" : "uniformDouble"),
        JavaExpression.atom("$N", names.random(KernelNames.SEED)),
        JavaExpression.atom("$N", names.random(KernelNames.STEP)),
        JavaExpression.literal(uniform.stream() + "L"),
        sample,
        render(uniform.element()));
  }
}
