package dev.nutshell.processor.loop.sequence;

import static dev.nutshell.processor.graph.Scalars.indices;
import static dev.nutshell.processor.graph.Scalars.read;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** Nodes that are the same as another. */
final class Copies {
  private Copies() {}

  /** The elements of a node. */
  static Compute of(Node node) {
    List<Axis> axes = axes(node);
    return new Compute(node.name(), axes, read(node, indices(axes)), node.span());
  }

  /** The elements of a node without samples, the same for each sample. */
  static Compute forSamples(Node node) {
    List<Axis> axes = axes(node);
    List<Axis> all = new ArrayList<>(axes);
    all.add(0, new Axis("b", Extent.BATCH));
    return new Compute(node.name(), all, read(node, indices(axes)), node.span());
  }

  private static List<Axis> axes(Node node) {
    List<Axis> axes = new ArrayList<>();
    for (Extent extent : node.shape()) {
      axes.add(new Axis(extent instanceof Extent.Batch ? "b" : "i" + axes.size(), extent));
    }
    return axes;
  }
}
