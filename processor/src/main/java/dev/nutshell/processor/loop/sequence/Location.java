package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a node's elements are.
 *
 * @param batched whether the first index is the row in the slot's area
 * @param strides of all other indices, by the bounds of the axes: row-major
 * @param origin of the first element from the slot's begin; it may depend on the steps of scans
 *     around
 */
public record Location(Slot slot, boolean batched, List<Integer> strides, Scalar origin) {
  public Location {
    strides = List.copyOf(strides);
  }

  /** A tensor of a shape that fills a slot from its begin. */
  public static Location of(Slot slot, List<Extent> shape) {
    return of(slot, shape, Scalars.integer(0));
  }

  /** A tensor of a shape that begins at {@code origin} in a slot. */
  public static Location of(Slot slot, List<Extent> shape, Scalar origin) {
    boolean batched = !shape.isEmpty() && shape.get(0) instanceof Extent.Batch;
    List<Integer> strides = new ArrayList<>();
    int stride = 1;
    for (int axis = shape.size() - 1; axis >= (batched ? 1 : 0); axis--) {
      strides.add(0, stride);
      stride *= shape.get(axis).bound();
    }
    return new Location(slot, batched, strides, origin);
  }

  /** The same elements under another shape. */
  Location reshaped(List<Extent> shape) {
    return of(slot, shape, origin);
  }

  /**
   * The position in the slot's array, from the slot's offset, of the element at {@code indices}.
   */
  public Affine position(List<Scalar> indices) {
    Affine position = Affine.of(origin);
    int first = batched ? 1 : 0;
    if (batched) {
      position = position.plus(Affine.of(indices.get(0)), slot.rowStride());
    }
    for (int axis = 0; axis < strides.size(); axis++) {
      position = position.plus(Affine.of(indices.get(first + axis)), strides.get(axis));
    }
    return position;
  }

  /** How many of the last axes of a shape follow one another in memory without gaps. */
  public int gapless(List<Extent> shape) {
    int count = 0;
    int stride = 1;
    while (count < strides.size() && strides.get(strides.size() - 1 - count) == stride) {
      count++;
      stride *= shape.get(shape.size() - count).bound();
    }
    return count;
  }

  /** The same elements where the last axes, which leave no gaps, are one. */
  public Location flat(int axes) {
    List<Integer> outer = new ArrayList<>(strides.subList(0, strides.size() - axes));
    outer.add(1);
    return new Location(slot, batched, outer, origin);
  }
}
