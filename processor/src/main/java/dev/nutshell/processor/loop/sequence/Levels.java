package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each node can be computed: level 2p is the serial part of phase p, level 2p + 1 its parallel
 * part. What is reduced over the batch is there one level later, when the parts of all chunks are
 * joined.
 */
public final class Levels {
  private final Map<Node, Integer> available = new HashMap<>();

  /** The level at which to compute a node; those that it reads have been asked for before. */
  int compute(Node node) {
    int level = 0;
    for (Node dependency : Dependencies.of(node)) {
      level = Math.max(level, available.getOrDefault(dependency, 0));
    }
    if (node instanceof Reshape) {
      available.put(node, level);
      return level;
    }
    boolean wholeBatch = readsWholeBatch(node);
    if (!isParallel(node)) {
      level = serial(level);
    } else {
      level = (wholeBatch ? serial(level) : level) | 1;
    }
    available.put(node, reducesBatch(node) && !wholeBatch ? level + 1 : level);
    return level;
  }

  private static int serial(int level) {
    return level + (level & 1);
  }

  private static boolean isParallel(Node node) {
    return node.isBatched()
        || reducesBatch(node)
        || (node instanceof ScanOutput output && isBatched(output.scan()));
  }

  /** Whether a scan works on samples. */
  static boolean isBatched(Scan scan) {
    return scan.carries().stream().anyMatch(carry -> carry.begin().isBatched())
        || scan.yields().stream().anyMatch(Node::isBatched);
  }

  /** Whether a node without samples is a reduction over the samples. */
  public static boolean reducesBatch(Node node) {
    return node instanceof Compute compute && mentionsBatchReduction(compute.body());
  }

  /** Whether every sample of a node reads all samples. */
  private static boolean readsWholeBatch(Node node) {
    return node.isBatched() && reducesBatch(node);
  }

  private static boolean mentionsBatchReduction(Scalar scalar) {
    return (scalar instanceof Scalar.Reduce reduce && hasBatch(reduce.axes()))
        || scalar.children().stream().anyMatch(Levels::mentionsBatchReduction);
  }

  private static boolean hasBatch(List<Axis> axes) {
    return axes.stream().anyMatch(Axis::isBatch);
  }
}
