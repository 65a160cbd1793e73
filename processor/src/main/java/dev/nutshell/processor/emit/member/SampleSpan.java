package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import java.util.List;
import java.util.function.Function;

/**
 * How far samples reach in an array. Each has the room of the bounds of its axes, so that the next
 * begins at the same place whatever the lengths are; where the first axis is short, the last sample
 * ends early.
 */
public record SampleSpan(Node node) {

  /** Elements between one sample and the next. */
  public int stride() {
    return Math.toIntExact(node.sampleSize());
  }

  /** Whether the last sample may end early. */
  public boolean mayEndEarly() {
    return !axes().isEmpty() && axes().get(0) instanceof Extent.Bounded;
  }

  /** Whether a sample may take less than its room. */
  public boolean hasBoundedAxes() {
    return axes().stream().anyMatch(axis -> axis instanceof Extent.Bounded);
  }

  /**
   * Elements that samples span, as Java.
   *
   * @param n a name for how many samples there are
   * @param extents the length of an axis in this call
   */
  public CodeBlock code(String n, Function<Extent, CodeBlock> extents) {
    if (!mayEndEarly()) {
      return stride() == 1 ? CodeBlock.of("$N", n) : CodeBlock.of("$N * $LL", n, stride());
    }
    Extent first = axes().get(0);
    int inner = stride() / first.bound();
    CodeBlock length = extents.apply(first);
    return CodeBlock.of(
        "($N - 1) * $LL + $L",
        n,
        stride(),
        inner == 1 ? length : CodeBlock.of("$L * $L", length, inner));
  }

  private List<Extent> axes() {
    return node.isBatched() ? node.shape().subList(1, node.rank()) : node.shape();
  }
}
