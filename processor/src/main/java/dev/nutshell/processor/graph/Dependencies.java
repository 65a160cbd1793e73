package dev.nutshell.processor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which nodes a node reads, and orders that respect it. */
public final class Dependencies {
  private Dependencies() {}

  /**
   * The nodes that must be there before {@code node}. For an output of a scan: all that its body
   * reads from outside, and the initial values.
   */
  public static List<Node> of(Node node) {
    if (node instanceof Compute compute) {
      return reads(compute.body());
    }
    if (node instanceof Reshape reshape) {
      return List.of(reshape.operand());
    }
    if (node instanceof ScanOutput output) {
      return output.scan().captures();
    }
    return List.of();
  }

  /** The nodes that an expression reads, each once, in the order of first occurrence. */
  public static List<Node> reads(Scalar scalar) {
    Set<Node> nodes = new LinkedHashSet<>();
    collect(scalar, nodes);
    return List.copyOf(nodes);
  }

  private static void collect(Scalar scalar, Set<Node> nodes) {
    if (scalar instanceof Scalar.Read read) {
      nodes.add(read.node());
    }
    for (Scalar child : scalar.children()) {
      collect(child, nodes);
    }
  }

  /** Every node that {@code roots} reach, each after what it depends on; deterministic. */
  public static List<Node> order(Collection<? extends Node> roots) {
    List<Node> ordered = new ArrayList<>();
    visit(roots, ordered, new HashSet<>());
    return ordered;
  }

  /** See {@link Scan#body}. */
  static List<Node> findBody(Scan scan) {
    List<Node> roots = new ArrayList<>();
    scan.carries().forEach(carry -> roots.add(carry.next()));
    roots.addAll(scan.yields());
    Set<Node> inside = new HashSet<>();
    scan.carries().forEach(carry -> inside.add(carry.begin()));
    List<Node> body = new ArrayList<>();
    for (Node node : order(roots)) {
      if (inside.contains(node)) {
        continue;
      }
      if (mentions(node, scan.axis()) || of(node).stream().anyMatch(inside::contains)) {
        inside.add(node);
        body.add(node);
      }
    }
    return List.copyOf(body);
  }

  /** See {@link Scan#captures}. */
  static List<Node> findCaptures(Scan scan) {
    Set<Node> outside = new LinkedHashSet<>();
    Set<Node> inside = new HashSet<>();
    scan.carries().forEach(carry -> inside.add(carry.begin()));
    List<Node> body = scan.body();
    inside.addAll(body);
    scan.carries().forEach(carry -> outside.add(carry.initial()));
    for (Node node : body) {
      of(node).stream().filter(read -> !inside.contains(read)).forEach(outside::add);
    }
    scan.carries().stream()
        .map(Scan.Carry::next)
        .filter(next -> !inside.contains(next))
        .forEach(outside::add);
    scan.yields().stream().filter(node -> !inside.contains(node)).forEach(outside::add);
    return List.copyOf(outside);
  }

  private static boolean mentions(Node node, Axis axis) {
    if (node instanceof Compute compute) {
      return Scalars.mentions(compute.body(), axis);
    }
    if (node instanceof ScanOutput output) {
      return output.scan().axis() != axis
          && output.scan().body().stream().anyMatch(inner -> mentions(inner, axis));
    }
    return false;
  }

  /** Depth first without recursion: deep networks are long chains. */
  private static void visit(Collection<? extends Node> roots, List<Node> ordered, Set<Node> done) {
    Set<Node> entered = new HashSet<>();
    Deque<Node> stack = new ArrayDeque<>();
    for (Node root : roots) {
      stack.push(root);
      while (!stack.isEmpty()) {
        Node node = stack.peek();
        if (done.contains(node)) {
          stack.pop();
        } else if (entered.add(node)) {
          List<Node> dependencies = of(node);
          for (int i = dependencies.size() - 1; i >= 0; i--) {
            if (!done.contains(dependencies.get(i))) {
              stack.push(dependencies.get(i));
            }
          }
        } else {
          stack.pop();
          done.add(node);
          ordered.add(node);
        }
      }
    }
  }
}
