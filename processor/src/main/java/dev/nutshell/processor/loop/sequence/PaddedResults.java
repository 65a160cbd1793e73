package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import dev.nutshell.processor.pass.Border;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes that are read with a border of zeros and may arise inside of it: then nothing has to be
 * copied, and the border alone is cleared.
 */
final class PaddedResults {
  private final Map<Node, PaddedResult> copies = new HashMap<>();

  /**
   * @param order all nodes
   */
  PaddedResults(List<Node> order) {
    Map<Node, List<Node>> reshapes = new HashMap<>();
    for (Node node : order) {
      if (node instanceof Reshape reshape) {
        reshapes.computeIfAbsent(reshape.operand(), key -> new ArrayList<>()).add(reshape);
      }
    }
    for (Node node : order) {
      Border border = node instanceof Compute compute ? Border.of(compute) : null;
      if (border == null) {
        continue;
      }
      Node shown = border.node();
      Node root = shown instanceof Reshape reshape ? reshape.operand() : shown;
      boolean alone =
          !reshapes.containsKey(shown)
              && (shown == root || reshapes.get(root).equals(List.of(shown)));
      if (alone && mayArise(root) && splits(shown.shape(), root.shape())) {
        copies.putIfAbsent(root, new PaddedResult((Compute) node, border));
      }
    }
  }

  /** What vectors write behind narrow rows would be written into the border. */
  private static boolean mayArise(Node node) {
    return node instanceof Compute
        && node.isBatched()
        && node.shape().get(node.rank() - 1).bound() >= VectorCost.WIDEST;
  }

  /** Whether a shape differs from another by several axes in the place of the last one alone. */
  private static boolean splits(List<Extent> whole, List<Extent> split) {
    int same = whole.size() - 1;
    return split.size() >= whole.size() && split.subList(0, same).equals(whole.subList(0, same));
  }

  /**
   * Lets a node arise inside of its copy, if it has one and neither has to arise elsewhere.
   *
   * @return the work of clearing the border; none if there is no such copy
   */
  List<Evaluate> place(Compute node, ResultLocations results) {
    PaddedResult padded = copies.get(node);
    return padded != null && !results.isClaimed(node) && !results.isClaimed(padded.copy())
        ? padded.place(node, results)
        : List.of();
  }
}
