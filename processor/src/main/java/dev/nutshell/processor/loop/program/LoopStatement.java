package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar;
import java.util.List;

/** A statement of a kernel. */
public sealed interface LoopStatement {

  record Block(List<LoopStatement> statements) implements LoopStatement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /**
   * {@code for (index = from; index < to; index += step)}, or from the last to the first when
   * {@code step} is −1.
   */
  record For(
      LoopExpression.Local index,
      LoopExpression from,
      LoopExpression to,
      int step,
      Kind kind,
      LoopStatement body)
      implements LoopStatement {

    /** How a loop is to run; the order of floating-point operations does not depend on it. */
    public enum Kind {
      SERIAL,
      /**
       * Its iterations are independent, and adjacent in memory where it matters: HotSpot may make
       * vectors of them.
       */
      VECTOR,
      /** Written out, iteration by iteration. */
      UNROLLED
    }
  }

  /**
   * {@code for (index = 0; index < to; index++)}, whose iterations are lanes of vectors: {@code
   * vectors} of them run together, statement by statement. Every statement is uniform or has a form
   * for all lanes, as {@link Lanes} says.
   *
   * @param remainder what becomes of iterations that fill no vector
   */
  record Vectors(
      LoopExpression.Local index,
      LoopExpression to,
      int vectors,
      Remainder remainder,
      LoopStatement body)
      implements LoopStatement {
    /**
     * In the body: the number of the lane among those of the vectors that run together, 0 in the
     * first. Scratch memory is best begun at 0: an index more takes a register of the loops.
     */
    public static final LoopExpression.Local LANE =
        new LoopExpression.Local("lane", ElementType.INT);

    /** What becomes of the iterations that fill no vector. */
    public enum Remainder {
      /** They run one by one. */
      SCALARS,
      /** The last vectors begin earlier: iterations may run twice. Needs a vector's length. */
      OVERLAP,
      /** A whole vector: elements behind the last may be read, and behind the target's written. */
      SPILL
    }
  }

  /**
   * {@code for (index = 0; index < count; index++)} in whose body {@code sum} stands for {@value
   * #STRIPES} sums (or maxima, or minima), of which iteration {@code index} uses the one of number
   * {@code index} modulo that. In the end they are joined in halves: each with the one that is half
   * of them further, until one is left. So the order of additions suits vectors and scalars alike.
   *
   * @param join what is done with two of them: {@code ADD}, {@code MAX} or {@code MIN}
   * @param start what each of them is at first
   * @param vectors whether the sums are to be the lanes of a vector, where the machine has such
   */
  record Striped(
      LoopExpression.Local index,
      int count,
      Scalar.BinaryOp join,
      LoopExpression.Literal start,
      LoopExpression.Local sum,
      boolean vectors,
      LoopStatement body)
      implements LoopStatement {
    public static final int STRIPES = 16;
  }

  /** Declares a local variable with its first value. */
  record Declare(LoopExpression.Local local, LoopExpression value) implements LoopStatement {}

  record Assign(LoopExpression.Local local, LoopExpression value) implements LoopStatement {}

  /** {@code buffer[offset + index] = value}. */
  record Store(Kernel.Buffer buffer, LoopExpression index, LoopExpression value)
      implements LoopStatement {}

  /**
   * All lanes of a vector at {@code index} are within a buffer. Said before sums begin, it lets
   * HotSpot ask there alone: a question after them keeps the sums in memory, in which an answer of
   * no would find them, and spills them in every iteration.
   */
  record InRange(Kernel.Buffer buffer, LoopExpression index) implements LoopStatement {}

  /** Copies {@code count} neighbouring elements of one buffer to another one of its type. */
  record Copy(
      Kernel.Buffer source, LoopExpression from, Kernel.Buffer target, LoopExpression to, int count)
      implements LoopStatement {}

  /**
   * Runs another kernel.
   *
   * @param arrays for each of its buffers one of this kernel's, and where in that it begins
   * @param integers for its int parameters
   */
  record Invoke(Kernel kernel, List<Elements> arrays, List<LoopExpression> integers)
      implements LoopStatement {
    public Invoke {
      arrays = List.copyOf(arrays);
      integers = List.copyOf(integers);
    }
  }

  /** The elements of a buffer from one of them on. */
  record Elements(Kernel.Buffer buffer, LoopExpression from) {}

  /**
   * Runs its body, as a method of its own where that helps HotSpot: what is called often is
   * compiled soon, and as a whole. No vector comes in from outside.
   *
   * @param name what follows the kernel's name in that of the method
   */
  record Part(String name, LoopStatement body) implements LoopStatement {}

  /** {@code otherwise} may be an empty block. */
  record If(LoopExpression condition, LoopStatement then, LoopStatement otherwise)
      implements LoopStatement {}
}
