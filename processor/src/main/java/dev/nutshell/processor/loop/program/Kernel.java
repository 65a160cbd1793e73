package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.ElementType;
import java.util.List;

/**
 * One loop nest over flat arrays: becomes one static method. Two kernels of equal {@link
 * #signature} and body are one.
 *
 * @param name a hint for the method's name, from the layer that asks for it
 * @param comment equation, shapes and cost, a line each
 * @param buffers the arrays it works on; each becomes an array parameter and mostly an int offset
 * @param integers further int parameters in order, those it needs of: the first row {@code from}
 *     and the row after the last {@code to}, the number of {@code rows} of the call, the index of
 *     the {@code chunk}, lengths of bounded axes by name, steps of the scans around by the name of
 *     the {@link Program.Loop}'s axis; the names of one program never clash
 * @param random whether it draws numbers, and so takes the seed, the step and the sample indices
 */
public record Kernel(
    String name,
    List<String> comment,
    List<Buffer> buffers,
    List<LoopExpression.Local> integers,
    boolean random,
    LoopStatement body) {

  /**
   * An array parameter. Its offset is added by the {@link LoopExpression.Load} and {@link
   * LoopStatement.Store} that name it.
   *
   * @param fromBegin whether it has no offset: what lies in it begins where the array does
   */
  public record Buffer(String name, ElementType type, boolean fromBegin) {

    /** An array parameter with an offset. */
    public Buffer(String name, ElementType type) {
      this(name, type, false);
    }
  }

  public Kernel {
    comment = List.copyOf(comment);
    buffers = List.copyOf(buffers);
    integers = List.copyOf(integers);
  }

  /** All but the name and the comment: what makes two kernels the same. */
  public Object signature() {
    return List.of(buffers, integers, random, body);
  }
}
