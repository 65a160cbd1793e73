package dev.nutshell.processor.emit.kernel;

import static dev.nutshell.processor.emit.kernel.Loops.add;
import static dev.nutshell.processor.emit.kernel.Loops.binary;
import static dev.nutshell.processor.emit.kernel.Loops.index;
import static dev.nutshell.processor.emit.kernel.Loops.literal;
import static dev.nutshell.processor.emit.kernel.Loops.load;
import static dev.nutshell.processor.emit.kernel.Loops.loop;
import static dev.nutshell.processor.emit.kernel.Loops.real;
import static dev.nutshell.processor.emit.kernel.Loops.store;
import static dev.nutshell.processor.emit.kernel.Loops.times;
import static dev.nutshell.processor.emit.kernel.Loops.unary;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Conditional;
import dev.nutshell.processor.loop.program.LoopExpression.Convert;
import dev.nutshell.processor.loop.program.LoopExpression.Fma;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpression.Uniform;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KernelRendererTest {
  private static final Local A = real("a");
  private static final Local B = real("b");
  private static final Local C = real("c");
  private static final Local I = index("i");
  private static final Local J = index("j");
  private static final Local P = new Local("p", ElementType.BOOL);
  private static final Local Q = new Local("q", ElementType.BOOL);

  private static String java(LoopExpression expression) {
    return java(expression, Precision.FLOAT);
  }

  /** With {@code i} an int parameter, and so never negative, and {@code j} any int. */
  private static String java(LoopExpression expression, Precision precision) {
    Kernel kernel = Loops.kernel("k", List.of(), List.of(), List.of(I), Loops.block());
    ExpressionRenderer renderer =
        new ExpressionRenderer(
            new JavaTypes(precision), new KernelNames(kernel), new NonNegative(kernel));
    return CodeBlock.of("$L\n", renderer.code(expression)).toString().strip();
  }

  private static LoopExpression subtract(LoopExpression left, LoopExpression right) {
    return binary(BinaryOp.SUBTRACT, left, right);
  }

  @Test
  void parenthesesKeepTheOrderOfFloatingPointOperations() {
    assertEquals("a + b + c", java(add(add(A, B), C)));
    assertEquals("a + (b + c)", java(add(A, add(B, C))));
    assertEquals("a - (b - c)", java(subtract(A, subtract(B, C))));
    assertEquals("a * (b * c)", java(times(A, times(B, C))));
    assertEquals("(a + b) * c", java(times(add(A, B), C)));
    assertEquals("a / (b * c)", java(binary(BinaryOp.DIVIDE, A, times(B, C))));
  }

  @Test
  void sumsOfIntegersNeedNone() {
    assertEquals("i + j + 3", java(add(I, add(J, literal(3)))));
    assertEquals("i - (j + 3)", java(subtract(I, add(J, literal(3)))));
  }

  @Test
  void signsDoNotRunTogether() {
    assertEquals("-a", java(unary(UnaryOp.NEGATE, A)));
    assertEquals("-(-a)", java(unary(UnaryOp.NEGATE, unary(UnaryOp.NEGATE, A))));
    assertEquals("-(-1.0f)", java(unary(UnaryOp.NEGATE, literal(-1.0))));
    assertEquals("a - -1.0f", java(subtract(A, literal(-1.0))));
    assertEquals("-(a + b)", java(unary(UnaryOp.NEGATE, add(A, B))));
  }

  @Test
  void divisionsFloorWhereSomethingMayBeNegative() {
    assertEquals("i / 3", java(binary(BinaryOp.FLOOR_DIVIDE, I, literal(3))));
    assertEquals("i % 3", java(binary(BinaryOp.REMAINDER, I, literal(3))));
    assertEquals("Math.floorDiv(j, 3)", shortened(binary(BinaryOp.FLOOR_DIVIDE, J, literal(3))));
    assertEquals(
        "Math.floorMod(i - 1, 3)",
        shortened(binary(BinaryOp.REMAINDER, subtract(I, literal(1)), literal(3))));
  }

  private static String shortened(LoopExpression expression) {
    return java(expression).replace("java.lang.", "").replace("dev.nutshell.inference.", "");
  }

  @Test
  void functionsAreThoseOfTheRuntimeUnlessJavasAreExact() {
    assertEquals("ScalarMath.exp(a)", shortened(unary(UnaryOp.EXP, A)));
    assertEquals("ScalarMath.pow(a, b)", shortened(binary(BinaryOp.POWER, A, B)));
    assertEquals("(float) Math.sqrt(a)", shortened(unary(UnaryOp.SQRT, A)));
    assertEquals("(float) Math.floor(a)", shortened(unary(UnaryOp.FLOOR, A)));
    assertEquals("Math.signum(a)", shortened(unary(UnaryOp.SIGN, A)));
    assertEquals("Integer.signum(j)", shortened(unary(UnaryOp.SIGN, J)));
    assertEquals("Math.fma(a, b, c)", shortened(new Fma(A, B, C)));
    assertEquals("a", java(unary(UnaryOp.STOP_GRADIENT, A)));
    assertEquals("java.lang.Math.sqrt(a)", java(unary(UnaryOp.SQRT, A), Precision.DOUBLE));
  }

  @Test
  void conversionsSayOnlyWhatChanges() {
    assertEquals("(float) i", java(new Convert(ElementType.REAL, I)));
    assertEquals("(double) a", java(new Convert(ElementType.DOUBLE, A)));
    assertEquals("a", java(new Convert(ElementType.DOUBLE, A), Precision.DOUBLE));
    assertEquals("(int) (a + b)", java(new Convert(ElementType.INT, add(A, B))));
    assertEquals("p ? 1.0f : 0.0f", java(new Convert(ElementType.REAL, P)));
    assertEquals("i != 0", java(new Convert(ElementType.BOOL, I)));
  }

  @Test
  void conditionsNest() {
    LoopExpression inner = new Conditional(Q, B, C);
    assertEquals("p ? a : q ? b : c", java(new Conditional(P, A, inner)));
    assertEquals("p ? (q ? b : c) : a", java(new Conditional(P, inner, A)));
    assertEquals("(p ? a : b) * c", java(times(new Conditional(P, A, B), C)));
    assertEquals("!(p && q)", java(unary(UnaryOp.NOT, binary(BinaryOp.AND, P, Q))));
    assertEquals(
        "(p || q) && i < j",
        java(binary(BinaryOp.AND, binary(BinaryOp.OR, P, Q), binary(BinaryOp.LESS, I, J))));
    assertEquals("a < b == p", java(binary(BinaryOp.EQUAL, binary(BinaryOp.LESS, A, B), P)));
  }

  @Test
  void bytesAreUnsignedAndRandomNumbersBelongToSamples() {
    Kernel.Buffer bytes = new Kernel.Buffer("grey", ElementType.BYTE);
    Local row = index("row");
    Kernel.Buffer y = Loops.reals("y");
    Kernel kernel =
        new Kernel(
            "noise",
            List.of(),
            List.of(bytes, y),
            List.of(Loops.FROM, Loops.TO),
            true,
            loop(
                row,
                Loops.FROM,
                Loops.TO,
                store(
                    y,
                    row,
                    add(
                        new Convert(ElementType.REAL, load(bytes, row)),
                        new Uniform(17, row, literal(0))))));
    assertEquals(
        """
        private static void noise(byte[] grey, int greyOffset, float[] y, int yOffset, int from, int to,
            long seed, long step, int[] samples) {
          for (int row = from; row < to; row++) {
            y[yOffset + row] = (float) (grey[greyOffset + row] & 0xff)
                + dev.nutshell.inference.ScalarMath.uniform(seed, step, 17L, samples[row], 0);
          }
        }
        """,
        code("noise", kernel));
  }

  @Test
  void loopsRunBackwardsInStepsAndWrittenOut() {
    Kernel.Buffer y = Loops.reals("y");
    LoopStatement unrolled =
        new LoopStatement.For(
            J,
            literal(0),
            literal(2),
            1,
            LoopStatement.For.Kind.UNROLLED,
            Loops.block(
                Loops.declare(A, load(y, add(times(I, literal(2)), J))),
                store(y, add(times(I, literal(2)), J), times(A, A))));
    LoopStatement.For reverse =
        new LoopStatement.For(
            I, literal(0), literal(8), -1, LoopStatement.For.Kind.SERIAL, unrolled);
    LoopStatement.For inSteps =
        new LoopStatement.For(
            I,
            literal(1),
            Loops.TO,
            4,
            LoopStatement.For.Kind.VECTOR,
            new LoopStatement.If(
                binary(BinaryOp.LESS, I, literal(3)),
                store(y, I, add(load(y, I), literal(1.0))),
                store(y, I, literal(0.0))));
    Kernel kernel =
        Loops.kernel(
            "loops", List.of(), List.of(y), List.of(Loops.TO), Loops.block(reverse, inSteps));
    assertEquals(
        """
        private static void loops(float[] y, int yOffset, int to) {
          for (int i = 7; i >= 0; i--) {
            float a0 = y[yOffset + i * 2];
            y[yOffset + i * 2] = a0 * a0;
            float a1 = y[yOffset + i * 2 + 1];
            y[yOffset + i * 2 + 1] = a1 * a1;
          }
          for (int i = 1; i < to; i += 4) {
            if (i < 3) {
              y[yOffset + i] += 1.0f;
            } else {
              y[yOffset + i] = 0.0f;
            }
          }
        }
        """,
        code("loops", kernel));
  }

  @Test
  void headsTellWhatIsComputedWhateverTheyHold() {
    Kernel kernel =
        Loops.kernel(
            "k",
            List.of("y = x \\u000a broken", "two\nlines"),
            List.of(),
            List.of(),
            Loops.block());
    assertEquals(
        """
        private static void k() {
          // y = x \\ u000a broken
          // two lines
        }
        """,
        code("k", kernel));
  }

  @Test
  void namesOfBuffersHideNoClass() {
    Kernel.Buffer math = Loops.reals("Math");
    Kernel kernel =
        Loops.kernel(
            "k",
            List.of(),
            List.of(math),
            List.of(),
            store(math, literal(0), unary(UnaryOp.ABS, new Literal(ElementType.REAL, -2))));
    assertEquals(
        """
        private static void k(float[] Math_, int Math_Offset) {
          Math_[Math_Offset] = java.lang.Math.abs(-2.0f);
        }
        """,
        code("k", kernel));
  }

  @Test
  void kernelsRunOthersAndCopy() {
    Kernel.Buffer scratch = new Kernel.Buffer("scratch", ElementType.REAL, true);
    Kernel.Buffer x = Loops.reals("x");
    LoopExpression four = new LoopExpression.Literal(ElementType.INT, 4);
    LoopExpression.Local count = new LoopExpression.Local("count", ElementType.INT);
    Kernel other =
        new Kernel(
            "other",
            List.of(),
            List.of(scratch, x),
            List.of(count),
            false,
            Loops.block(new LoopStatement.Copy(x, count, scratch, four, 3)));
    Kernel kernel =
        Loops.kernel(
            "k",
            List.of(),
            List.of(scratch, x),
            List.of(),
            Loops.block(
                new LoopStatement.Invoke(
                    other,
                    List.of(
                        new LoopStatement.Elements(scratch, four),
                        new LoopStatement.Elements(x, four)),
                    List.of(four))));
    assertEquals(
        """
        private static void k(float[] scratch, float[] x, int xOffset) {
          other(scratch, x, xOffset + 4, 4);
        }
        """,
        code("k", kernel));
    assertEquals(
        """
        private static void other(float[] scratch, float[] x, int xOffset, int count) {
          java.lang.System.arraycopy(x, xOffset + count, scratch, 4, 3);
        }
        """,
        code("other", other));
  }

  private static String code(String name, Kernel kernel) {
    JavaTypes types = new JavaTypes(Precision.FLOAT);
    return KernelRenderer.methods(name, kernel, types, Kernel::name, UnaryOperator.identity())
        .get(0)
        .toString();
  }
}
