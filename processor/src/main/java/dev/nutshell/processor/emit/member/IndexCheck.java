package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import java.util.List;
import java.util.function.Function;

/**
 * The check that the values of an input may serve as indices. Only what the lengths of bounded axes
 * say is there is looked at: the rest of a row may hold anything.
 *
 * @param array a name
 * @param begin a name for where the first sample begins; empty if that is at 0
 * @param n a name for how many samples there are
 * @param extents the length of an axis in this call
 * @param rowIndex a name for the index of a loop; of several, each gets a number
 */
public record IndexCheck(
    Input input,
    String array,
    String begin,
    String n,
    Function<Extent, CodeBlock> extents,
    String rowIndex) {
  private static final ClassName CHECKS = ClassName.get("dev.nutshell.inference", "Checks");

  /** Statements that refuse any value below 0 or not below {@code bound}. */
  public CodeBlock code(int bound) {
    List<Extent> axes = input.isBatched() ? input.shape().subList(1, input.rank()) : input.shape();
    int loops = 0;
    for (int i = 0; i < axes.size(); i++) {
      loops = axes.get(i) instanceof Extent.Bounded ? i + 1 : loops;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock position = begin.isEmpty() ? CodeBlock.builder().build() : CodeBlock.of("$N", begin);
    CodeBlock count = CodeBlock.of("$N", n);
    int stride = Math.toIntExact(input.sampleSize());
    for (int loop = 0; loop < loops; loop++) {
      String row = loop == 0 ? rowIndex : rowIndex + (loop + 1);
      code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", row, row, count, row);
      CodeBlock step = stride == 1 ? CodeBlock.of("$N", row) : CodeBlock.of("$N * $L", row, stride);
      position = position.isEmpty() ? step : CodeBlock.of("$L + $L", position, step);
      count = extents.apply(axes.get(loop));
      stride /= axes.get(loop).bound();
    }
    code.addStatement(
        "$T.index($S,$W$N,$W$L,$W$L,$W$L)",
        CHECKS,
        input.name(),
        array,
        position.isEmpty() ? CodeBlock.of("0") : position,
        stride == 1 ? count : CodeBlock.of("$L * $L", count, stride),
        bound);
    for (int loop = 0; loop < loops; loop++) {
      code.endControlFlow();
    }
    return code.build();
  }
}
