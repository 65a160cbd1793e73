package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a sum of a gradient, which is the compiler's to choose, goes through its
 * points: upwards through the memory of what is read of each sample. The gradient of a convolution
 * becomes a convolution so, with the kernel turned round.
 *
 * @param axes the axes of the sum, the outermost first
 * @param places what takes the place of the axes that were given
 */
record SummationOrder(List<Axis> axes, Map<Axis, Scalar> places) {

  /**
   * @param free the axes to sum over
   * @param value what is added
   */
  static SummationOrder of(List<Axis> free, Scalar value) {
    Scalar.Read read = mostAxes(value, free, null);
    Map<Axis, Long> strides = read == null ? Map.of() : strides(read, free);
    List<Axis> copies = new ArrayList<>();
    Map<Axis, Scalar> places = new HashMap<>();
    Map<Axis, Long> distances = new HashMap<>();
    for (Axis axis : free) {
      Axis copy = axis.copy();
      long stride = strides.getOrDefault(axis, 0L);
      boolean backwards = stride < 0 && axis.extent() instanceof Extent.Fixed;
      copies.add(copy);
      distances.put(copy, axis.isBatch() ? Long.MAX_VALUE : Math.abs(stride));
      places.put(
          axis,
          backwards
              ? Scalars.subtract(Scalars.integer(axis.extent().bound() - 1L), Scalars.index(copy))
              : Scalars.index(copy));
    }
    if (copies.stream().allMatch(copy -> distances.get(copy) != 0)) {
      copies.sort(Comparator.comparing(distances::get, Comparator.reverseOrder()));
    }
    return new SummationOrder(copies, places);
  }

  /** The read of samples that mentions most of some axes, the first of several. */
  private static Scalar.Read mostAxes(Scalar scalar, List<Axis> free, Scalar.Read best) {
    Scalar.Read most = best;
    if (scalar instanceof Scalar.Read read
        && read.node().isBatched()
        && (most == null || count(read, free) > count(most, free))) {
      most = read;
    }
    for (Scalar child : scalar.children()) {
      most = mostAxes(child, free, most);
    }
    return most;
  }

  private static long count(Scalar.Read read, List<Axis> free) {
    return free.stream().filter(axis -> Scalars.mentions(read, axis)).count();
  }

  /**
   * From one point of each axis to the next; an index that is no sum of axes counts for nothing.
   */
  private static Map<Axis, Long> strides(Scalar.Read read, List<Axis> free) {
    Map<Axis, Long> strides = new HashMap<>();
    long size = 1;
    for (int k = read.indices().size() - 1; k >= 0; k--) {
      Affine index = Affine.of(read.indices().get(k));
      for (Axis axis : free) {
        strides.merge(axis, size * index.coefficient(Scalars.index(axis)), Long::sum);
      }
      size *= read.node().shape().get(k).bound();
    }
    return strides;
  }
}
