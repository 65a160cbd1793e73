package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who reads the nodes of a graph, and how often. */
final class Uses {

  /**
   * A place where a node is read.
   *
   * @param reader whose expression reads
   * @param axes that enclose the place, from the outermost loop: those of the reader, then those of
   *     reductions
   */
  record Use(Compute reader, Scalar.Read read, List<Axis> axes) {
    boolean isInReduction() {
      return axes.size() > reader.axes().size();
    }
  }

  private final List<Compute> computes = new ArrayList<>();
  private final IdentityHashMap<Node, List<Use>> uses = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Scan> scopes = new IdentityHashMap<>();
  private final IdentityHashMap<Scan, Scan> parents = new IdentityHashMap<>();
  private final Set<Node> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  Uses(Graph graph) {
    kept.addAll(graph.roots());
    collect(graph.nodes(), null);
  }

  private void collect(List<Node> nodes, Scan scope) {
    for (Node node : nodes) {
      if (scope != null) {
        scopes.put(node, scope);
      }
      if (node instanceof Compute compute) {
        computes.add(compute);
        collect(compute, compute.body(), compute.axes(), new HashSet<>());
      } else if (node instanceof Reshape reshape) {
        kept.add(reshape.operand());
      } else if (node instanceof ScanOutput output && !parents.containsKey(output.scan())) {
        Scan scan = output.scan();
        parents.put(scan, scope);
        scan.carries().forEach(carry -> kept.addAll(List.of(carry.initial(), carry.next())));
        kept.addAll(scan.yields());
        collect(scan.body(), scan);
      }
    }
  }

  /** Notes each distinct read under the same axes once. */
  private void collect(Compute reader, Scalar scalar, List<Axis> axes, Set<Use> noted) {
    if (scalar instanceof Scalar.Read read) {
      Use use = new Use(reader, read, axes);
      if (noted.add(use)) {
        uses.computeIfAbsent(read.node(), key -> new ArrayList<>()).add(use);
      }
    }
    List<Axis> inner = axes;
    if (scalar instanceof Scalar.Reduce reduce) {
      inner = new ArrayList<>(axes);
      inner.addAll(reduce.axes());
    }
    for (Scalar child : scalar.children()) {
      collect(reader, child, inner, noted);
    }
  }

  /** The computing nodes, those in bodies of scans included, each after those that it reads. */
  List<Compute> computes() {
    return computes;
  }

  List<Use> of(Node node) {
    return uses.getOrDefault(node, List.of());
  }

  /**
   * Whether the node's elements must be in memory for another reason than to be read by an
   * expression.
   */
  boolean isKept(Node node) {
    return kept.contains(node);
  }

  /** Whether two nodes are computed in the steps of the same scan, or both outside of all. */
  boolean isSameScope(Node a, Node b) {
    return scopes.get(a) == scopes.get(b);
  }

  /**
   * How often the expression at a place is evaluated for a sample, for each time that {@code
   * producer} would be.
   */
  double evaluations(Use use, Node producer) {
    double evaluations = 1;
    Set<Axis> read = Scalars.freeAxes(use.read());
    int deepest = use.axes().size();
    while (deepest > 0 && !read.contains(use.axes().get(deepest - 1))) {
      deepest--;
    }
    List<Axis> around = use.axes().subList(0, deepest);
    for (Axis axis : around) {
      boolean rows = axis.isBatch() && !producer.isBatched();
      evaluations *= rows ? CostEstimate.TYPICAL_ROWS : CostEstimate.points(List.of(axis));
    }
    int last = use.reader().axes().size() - 1;
    if (use.isInReduction()
        && last >= 0
        && deepest > last
        && !read.contains(use.axes().get(last))) {
      Axis tiled = use.axes().get(last);
      evaluations /= CostEstimate.tile(tiled.extent(), use.reader().body());
    }
    for (Scan scan = scopes.get(use.reader());
        scan != scopes.get(producer);
        scan = parents.get(scan)) {
      evaluations *= CostEstimate.points(List.of(scan.axis()));
    }
    return evaluations;
  }

  /** The distinct readers of a node. */
  Map<Compute, Long> readers(Node node) {
    Map<Compute, Long> readers = new LinkedHashMap<>();
    of(node).forEach(use -> readers.merge(use.reader(), 1L, Long::sum));
    return readers;
  }
}
