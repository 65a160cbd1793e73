package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The nodes that the next random node can read: those of the graph, and inside of a scan those of
 * its step as well.
 */
final class RandomScope {
  private final List<Node> nodes;
  private final List<Axis> steps;

  RandomScope() {
    this(List.of(), List.of());
  }

  private RandomScope(List<Node> nodes, List<Axis> steps) {
    this.nodes = new ArrayList<>(nodes);
    this.steps = steps;
  }

  /** The scope of the body of a scan. */
  RandomScope inside(Axis step) {
    List<Axis> more = new ArrayList<>(steps);
    more.add(step);
    return new RandomScope(nodes, more);
  }

  void add(Node node) {
    nodes.add(node);
  }

  /** The axes of the scans around. */
  List<Axis> steps() {
    return steps;
  }

  boolean isInScan() {
    return !steps.isEmpty();
  }

  /** The nodes that are floating, in order. */
  List<Node> values() {
    return nodes.stream().filter(node -> node.type() == ElementType.REAL).toList();
  }

  /** One of the floating nodes, a late one rather than an early one. */
  Node value(Random random, Predicate<Node> fits) {
    return pick(random, node -> node.type() == ElementType.REAL && fits.test(node));
  }

  /** A node that fits; null if there is none. */
  Node pick(Random random, Predicate<Node> fits) {
    List<Node> fitting = nodes.stream().filter(fits).toList();
    if (fitting.isEmpty()) {
      return null;
    }
    int fromEnd = Math.min(random.nextInt(fitting.size()), random.nextInt(fitting.size()));
    return fitting.get(fitting.size() - 1 - fromEnd);
  }
}
