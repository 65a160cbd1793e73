package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;

/** From a graph in normal form to a graph that computes the same with less work and less memory. */
public final class Simplification {
  private Simplification() {}

  /** All graphs of a model, but those to differentiate: that wants the normal form. */
  public static Model simplify(Model model) {
    return new Model(
        model.name(),
        model.documentation(),
        model.precision(),
        model.variables(),
        model.entries().stream().map(Simplification::simplify).toList(),
        model.constraints(),
        model.sources());
  }

  private static Model.EntryPoint simplify(Model.EntryPoint entry) {
    return new Model.EntryPoint(
        entry.name(),
        entry.documentation(),
        entry.inputs(),
        entry.targets(),
        ScanPruning.prune(Packing.pack(simplify(entry.inference()))),
        simplify(entry.evaluation()),
        entry.training(),
        simplify(entry.adaptation()),
        entry.layers(),
        entry.values(),
        entry.indexBounds());
  }

  /** One graph; differentiated before, if it is to be. */
  public static Graph simplify(Graph graph) {
    Graph pruned = ScanPruning.prune(graph);
    Graph merged = MergeEqual.merge(pruned);
    Graph fused = MergeEqual.merge(Fusion.fuse(merged));
    Graph split = AxisSplitting.split(Dilation.dilate(fused));
    Graph wide = Widening.widen(Padding.pad(split));
    Graph laidOut = Transposition.transpose(wide);
    return ScanPruning.prune(MergeEqual.merge(laidOut));
  }
}
