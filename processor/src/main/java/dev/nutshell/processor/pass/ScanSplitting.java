package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes what has no samples out of the scans that have: it becomes a scan of its own, computed once
 * for all samples, whose values the other reads step by step. (What has no samples cannot depend on
 * what has.)
 */
public final class ScanSplitting extends GraphRewriter {
  private final Scan scan;
  private final Scan common;
  private final Axis axis;
  private final IdentityHashMap<Node, ScanOutput> stacks = new IdentityHashMap<>();
  private final Set<Node> commonNodes = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Integer> kept = new ArrayList<>();

  private ScanSplitting(Scan scan) {
    this.scan = scan;
    this.axis = scan.axis().copy();
    List<Scan.Carry> carries = carries(scan, false);
    List<Node> yields = List.copyOf(shared(scan));
    this.common = new Scan(scan.name(), scan.axis(), scan.reverse(), carries, yields);
    for (int i = 0; i < yields.size(); i++) {
      stacks.put(yields.get(i), new ScanOutput(common, carries.size() + i));
    }
    collect(common);
    for (int i = 0; i < scan.carries().size() + scan.yields().size(); i++) {
      if (new ScanOutput(scan, i).source().isBatched()) {
        kept.add(i);
      }
    }
  }

  /** The graph with all scans apart; only scans of one kind are left. */
  public static Graph split(Graph graph) {
    Graph split = graph;
    Scan mixed = findMixed(split.nodes());
    while (mixed != null) {
      split = new ScanSplitting(mixed).rewrite(split);
      mixed = findMixed(split.nodes());
    }
    return split;
  }

  /** An innermost scan of both kinds, or null. */
  private static Scan findMixed(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof ScanOutput output) {
        Scan inner = findMixed(output.scan().body());
        if (inner != null) {
          return inner;
        }
        if (isMixed(output.scan())) {
          return output.scan();
        }
      }
    }
    return null;
  }

  private static boolean isMixed(Scan scan) {
    List<Node> nodes = new ArrayList<>(scan.body());
    scan.carries().forEach(carry -> nodes.add(carry.begin()));
    nodes.addAll(scan.yields());
    return nodes.stream().anyMatch(Node::isBatched)
        && nodes.stream().anyMatch(node -> !node.isBatched());
  }

  private static List<Scan.Carry> carries(Scan scan, boolean batched) {
    return scan.carries().stream().filter(carry -> carry.begin().isBatched() == batched).toList();
  }

  /** The values without samples that the rest reads, or that are yields. */
  private static Set<Node> shared(Scan scan) {
    Set<Node> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    inside.addAll(scan.body());
    scan.carries().forEach(carry -> inside.add(carry.begin()));
    Set<Node> shared = new LinkedHashSet<>();
    for (Node node : scan.body()) {
      if (node.isBatched()) {
        Dependencies.of(node).stream()
            .filter(read -> inside.contains(read) && !read.isBatched())
            .forEach(shared::add);
      }
    }
    scan.yields().stream().filter(node -> !node.isBatched()).forEach(shared::add);
    return shared;
  }

  private void collect(Scan part) {
    for (Node node : part.body()) {
      commonNodes.add(node);
      if (node instanceof ScanOutput output) {
        collect(output.scan());
      }
    }
  }

  @Override
  protected Node rebuild(Node node) {
    if (commonNodes.contains(node)) {
      return node;
    }
    if (node instanceof ScanOutput output
        && output.scan() == scan
        && !output.source().isBatched()) {
      return output.isCarry()
          ? new ScanOutput(common, carries(scan, false).indexOf(scan.carries().get(output.index())))
          : stacks.get(output.source());
    }
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)) {
      return rebuilt;
    }
    Scalar body = Scalars.rewrite(compute.body(), this::inSteps);
    return body.equals(compute.body())
        ? rebuilt
        : new Compute(compute.name(), compute.axes(), body, compute.span());
  }

  /** The step under its new name, and common values from their stacks. */
  private Scalar inSteps(Scalar scalar) {
    if (scalar instanceof Scalar.AxisIndex index && index.axis() == scan.axis()) {
      return Scalars.index(axis);
    }
    if (scalar instanceof Scalar.Read read && stacks.containsKey(read.node())) {
      List<Scalar> indices = new ArrayList<>(read.indices());
      indices.add(0, Scalars.index(axis));
      return Scalars.read(stacks.get(read.node()), indices);
    }
    return scalar;
  }

  @Override
  protected Scan rebuild(Scan old) {
    Scan rebuilt = super.rebuild(old);
    if (old != scan) {
      return rebuilt;
    }
    return new Scan(
        old.name(),
        axis,
        old.reverse(),
        carries(rebuilt, true),
        rebuilt.yields().stream().filter(Node::isBatched).toList());
  }

  @Override
  protected ScanOutput output(ScanOutput old, Scan rebuilt) {
    int index = old.scan() == scan ? kept.indexOf(old.index()) : old.index();
    return new ScanOutput(rebuilt, index);
  }
}
