package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.pass.VectorCost;

/** Room behind the memory of nodes. */
final class Slack {
  private Slack() {}

  /**
   * The elements that should be free behind the memory of a node, so that a vector that it does not
   * fill can be written whole.
   */
  static int behind(Node node) {
    if (node.rank() == 0 || (node.type() != ElementType.REAL && node.type() != ElementType.INT)) {
      return 0;
    }
    int lanes = node.shape().get(node.rank() - 1).bound();
    return lanes >= VectorCost.NARROWEST && lanes < VectorCost.WIDEST ? VectorCost.WIDEST : 0;
  }

  /** Whether a node is best computed where there is such room. */
  static boolean isNeeded(Node node) {
    return behind(node) > 0 && node instanceof Compute compute && hasReduction(compute.body());
  }

  private static boolean hasReduction(Scalar scalar) {
    return scalar instanceof Scalar.Reduce
        || scalar.children().stream().anyMatch(Slack::hasReduction);
  }
}
