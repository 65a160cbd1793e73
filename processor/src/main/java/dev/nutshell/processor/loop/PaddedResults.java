package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.Task.Evaluate;
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
  private final Map<Node, Compute> copies = new HashMap<>();

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
        copies.putIfAbsent(root, (Compute) node);
      }
    }
  }

  /**
   * What vectors write behind narrow rows would be written into the border, and a {@link
   * ScatterSum} clears memory without gaps.
   */
  private static boolean mayArise(Node node) {
    return node instanceof Compute compute
        && ScatterSum.of(compute) == null
        && node.isBatched()
        && node.shape().get(node.rank() - 1).bound() >= VectorCost.WIDEST;
  }

  /** Whether a shape differs from another by several axes in the place of the last one alone. */
  private static boolean splits(List<Extent> whole, List<Extent> split) {
    int same = whole.size() - 1;
    return split.size() >= whole.size() && split.subList(0, same).equals(whole.subList(0, same));
  }

  /** The copy with a border in which a node may arise, or null. */
  Compute copy(Node node) {
    return copies.get(node);
  }

  /** Where the elements of a node are inside of its copy, under the shape that has the border. */
  static Location inside(Compute copy, Location outside) {
    Border border = Border.of(copy);
    int origin = 0;
    for (int axis = 1; axis < copy.rank(); axis++) {
      origin += border.before().get(axis) * outside.strides().get(axis - 1);
    }
    return at(origin, outside);
  }

  /** The same elements where the last axis is split into several. */
  static Location split(Location inside, List<Extent> shape) {
    List<Integer> strides = new ArrayList<>(Location.of(inside.slot(), shape).strides());
    int same = inside.strides().size() - 1;
    for (int axis = 0; axis < same; axis++) {
      strides.set(axis, inside.strides().get(axis));
    }
    return new Location(inside.slot(), inside.batched(), strides, inside.origin());
  }

  /** The work of clearing the border. */
  static List<Evaluate> clearing(Compute copy, Location outside) {
    Border border = Border.of(copy);
    List<Evaluate> tasks = new ArrayList<>();
    List<Extent> extents = new ArrayList<>(copy.shape());
    int origin = 0;
    for (int axis = 1; axis < copy.rank(); axis++) {
      int stride = outside.strides().get(axis - 1);
      int before = border.before().get(axis);
      int behind = border.behind().get(axis);
      Extent all = extents.get(axis);
      if (before > 0) {
        extents.set(axis, Extent.of(before));
        tasks.add(clearing(copy, extents, at(origin, outside)));
      }
      if (behind > 0) {
        extents.set(axis, Extent.of(behind));
        tasks.add(clearing(copy, extents, at(origin + (all.bound() - behind) * stride, outside)));
      }
      extents.set(axis, before + behind == 0 ? all : Extent.of(all.bound() - before - behind));
      origin += before * stride;
    }
    return tasks;
  }

  private static Evaluate clearing(Compute copy, List<Extent> extents, Location target) {
    List<Axis> axes = new ArrayList<>();
    for (int k = 0; k < extents.size(); k++) {
      axes.add(new Axis(copy.axes().get(k).name(), extents.get(k)));
    }
    Compute zeros =
        new Compute(
            copy.name() + ".border", axes, Scalars.cast(copy.type(), Scalars.real(0)), copy.span());
    return new Evaluate(zeros, target, Map.of());
  }

  private static Location at(int origin, Location outside) {
    return new Location(
        outside.slot(), outside.batched(), outside.strides(), Scalars.integer(origin));
  }
}
