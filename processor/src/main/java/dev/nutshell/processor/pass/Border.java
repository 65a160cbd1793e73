package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Interval;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;

/**
 * A node with zeros around it.
 *
 * @param before the zeros before the elements, axis by axis
 * @param behind the zeros behind them
 */
public record Border(Node node, List<Integer> before, List<Integer> behind) {

  /** The border that covers all that a read may ask for, or null if it would be very large. */
  static Border of(Scalar.Read read) {
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    for (int k = 0; k < read.indices().size(); k++) {
      Extent extent = read.node().shape().get(k);
      if (!(extent instanceof Extent.Fixed fixed)) {
        before.add(0);
        behind.add(0);
        continue;
      }
      Interval range = Ranges.NONE.of(read.indices().get(k));
      if (range.low() < -fixed.size() || range.high() > 2L * fixed.size()) {
        return null;
      }
      before.add((int) Math.max(0, -range.low()));
      behind.add((int) Math.max(0, range.high() - fixed.size() + 1));
    }
    return new Border(read.node(), before, behind);
  }

  /** What a node is a {@link #copy} with, or null if it is none or shows a part alone. */
  public static Border of(Compute copy) {
    if (!(copy.body() instanceof Scalar.Select select)
        || !(select.then() instanceof Scalar.Read read)
        || read.indices().size() != copy.rank()) {
      return null;
    }
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    for (int k = 0; k < copy.rank(); k++) {
      int zeros = Math.toIntExact(-Affine.of(read.indices().get(k)).constant());
      int rest = copy.shape().get(k).bound() - read.node().shape().get(k).bound() - zeros;
      if (zeros < 0 || rest < 0) {
        return null;
      }
      before.add(zeros);
      behind.add(rest);
    }
    Border border = new Border(read.node(), before, behind);
    return border.body(copy.axes()).equals(copy.body()) ? border : null;
  }

  /** The node with its border, as a tensor of its own. */
  Compute copy() {
    List<Axis> axes = new ArrayList<>();
    for (int k = 0; k < node.rank(); k++) {
      Extent extent = node.shape().get(k);
      int added = before.get(k) + behind.get(k);
      String name = extent instanceof Extent.Batch ? "b" : "i" + k;
      axes.add(new Axis(name, added == 0 ? extent : Extent.of(extent.bound() + added)));
    }
    return new Compute(node.name() + ".padded", axes, body(axes), node.span());
  }

  private Scalar body(List<Axis> axes) {
    List<Scalar> indices = new ArrayList<>();
    List<Scalar> conditions = new ArrayList<>();
    for (int k = 0; k < axes.size(); k++) {
      Scalar index = Scalars.subtract(Scalars.index(axes.get(k)), Scalars.integer(before.get(k)));
      indices.add(index);
      if (before.get(k) + behind.get(k) > 0) {
        conditions.addAll(Scalars.inRange(index, node.shape().get(k), Ranges.NONE));
      }
    }
    return Scalars.select(
        Scalars.all(conditions),
        Scalars.read(node, indices),
        Scalars.cast(node.type(), Scalars.real(0)));
  }
}
