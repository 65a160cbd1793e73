package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import dev.nutshell.processor.pass.Border;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A node that arises inside of its copy with a border of zeros.
 *
 * @param border what the copy adds
 */
record PaddedResult(Compute copy, Border border) {

  /**
   * Says where the node is, and where under the shape that the border is around.
   *
   * @return the work of clearing the border
   */
  List<Evaluate> place(Compute node, ResultLocations results) {
    Location outside = results.target(copy);
    Location inside = inside(outside);
    results.put(border.node(), inside);
    results.put(node, split(inside, node.shape()));
    return clearing(outside);
  }

  /** Where the elements are inside of the copy, under the shape that has the border. */
  private Location inside(Location outside) {
    int origin = 0;
    for (int axis = 1; axis < copy.rank(); axis++) {
      origin += border.before().get(axis) * outside.strides().get(axis - 1);
    }
    return at(origin, outside);
  }

  /** The same elements where the last axis is split into several. */
  private static Location split(Location inside, List<Extent> shape) {
    List<Integer> strides = new ArrayList<>(Location.of(inside.slot(), shape).strides());
    int same = inside.strides().size() - 1;
    for (int axis = 0; axis < same; axis++) {
      strides.set(axis, inside.strides().get(axis));
    }
    return new Location(inside.slot(), inside.batched(), strides, inside.origin());
  }

  /** The work of clearing the border. */
  private List<Evaluate> clearing(Location outside) {
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
        tasks.add(clearing(extents, at(origin, outside)));
      }
      if (behind > 0) {
        extents.set(axis, Extent.of(behind));
        tasks.add(clearing(extents, at(origin + (all.bound() - behind) * stride, outside)));
      }
      extents.set(axis, before + behind == 0 ? all : Extent.of(all.bound() - before - behind));
      origin += before * stride;
    }
    return tasks;
  }

  private Evaluate clearing(List<Extent> extents, Location target) {
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
