package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out the carries and the yields of scans that no root of the graph needs. */
public final class ScanPruning extends GraphRewriter {
  private final Set<Node> needed = new HashSet<>();
  private final Map<Node, Scan.Carry> carries = new HashMap<>();
  private final Map<Scan, Set<Integer>> yields = new HashMap<>();
  private final Deque<Node> toVisit = new ArrayDeque<>();

  private ScanPruning(Graph graph) {
    graph.roots().forEach(this::need);
    while (!toVisit.isEmpty()) {
      visitDependencies(toVisit.pop());
    }
  }

  /** The same graph without dead results of scans. */
  public static Graph prune(Graph graph) {
    return new ScanPruning(graph).rewrite(graph);
  }

  private void need(Node node) {
    if (needed.add(node)) {
      toVisit.push(node);
    }
  }

  private void visitDependencies(Node node) {
    if (node instanceof ScanOutput output) {
      for (Scan.Carry carry : output.scan().carries()) {
        carries.put(carry.begin(), carry);
      }
      if (output.isCarry()) {
        need(output.scan().carries().get(output.index()).begin());
      } else {
        yields.computeIfAbsent(output.scan(), key -> new HashSet<>()).add(output.index());
        need(output.source());
      }
    } else if (node instanceof Carried) {
      need(carries.get(node).initial());
      need(carries.get(node).next());
    } else {
      Dependencies.of(node).forEach(this::need);
    }
  }

  /** The indices of the outputs that stay. */
  private List<Integer> kept(Scan scan) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < scan.carries().size(); i++) {
      if (needed.contains(scan.carries().get(i).begin())) {
        kept.add(i);
      }
    }
    for (int i = 0; i < scan.yields().size(); i++) {
      int index = scan.carries().size() + i;
      if (yields.getOrDefault(scan, Set.of()).contains(index)) {
        kept.add(index);
      }
    }
    return kept;
  }

  @Override
  protected Node rebuild(Node node) {
    return needed.contains(node) ? super.rebuild(node) : node;
  }

  @Override
  protected Scan rebuild(Scan scan) {
    Scan rebuilt = super.rebuild(scan);
    List<Integer> kept = kept(scan);
    List<Scan.Carry> keptCarries = new ArrayList<>();
    List<Node> keptYields = new ArrayList<>();
    int carryCount = scan.carries().size();
    for (int index : kept) {
      if (index < carryCount) {
        keptCarries.add(rebuilt.carries().get(index));
      } else {
        keptYields.add(rebuilt.yields().get(index - carryCount));
      }
    }
    return kept.size() == carryCount + scan.yields().size()
        ? rebuilt
        : new Scan(rebuilt.name(), rebuilt.axis(), rebuilt.reverse(), keptCarries, keptYields);
  }

  @Override
  protected ScanOutput output(ScanOutput old, Scan rebuilt) {
    return new ScanOutput(rebuilt, kept(old.scan()).indexOf(old.index()));
  }
}
