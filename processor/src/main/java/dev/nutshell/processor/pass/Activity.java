package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which nodes depend smoothly on the tensors that gradients are wanted for. */
final class Activity {
  private final Set<Node> active = new HashSet<>();

  /**
   * @param order the nodes, each after what it depends on
   * @param sources what gradients are wanted for
   */
  Activity(List<Node> order, Collection<? extends Node> sources) {
    active.addAll(sources);
    order.forEach(this::visit);
  }

  boolean isActive(Node node) {
    return active.contains(node);
  }

  /** Whether the expression depends smoothly on an active node. */
  boolean isActive(Scalar scalar) {
    return smoothReads(scalar).stream().anyMatch(active::contains);
  }

  private void visit(Node node) {
    if (!node.type().isFloating()) {
      return;
    }
    boolean depends = false;
    if (node instanceof Compute compute) {
      depends = isActive(compute.body());
    } else if (node instanceof Reshape reshape) {
      depends = isActive(reshape.operand());
    } else if (node instanceof ScanOutput output) {
      visit(output.scan());
      depends = isActive(output.source());
    }
    if (depends) {
      active.add(node);
    }
  }

  /** Goes over the body until no more carries become active. */
  private void visit(Scan scan) {
    boolean changed;
    do {
      scan.body().forEach(this::visit);
      changed = false;
      for (Scan.Carry carry : scan.carries()) {
        if (isActive(carry.initial()) || isActive(carry.next())) {
          changed |= active.add(carry.begin());
        }
      }
    } while (changed);
  }

  /**
   * The nodes from which a small change reaches the value: not through indices, conditions and
   * steps.
   */
  static Set<Node> smoothReads(Scalar scalar) {
    Set<Node> reads = new LinkedHashSet<>();
    collect(scalar, reads);
    return reads;
  }

  private static void collect(Scalar scalar, Set<Node> reads) {
    if (!scalar.type().isFloating()) {
      return;
    }
    if (scalar instanceof Scalar.Read read) {
      reads.add(read.node());
    } else if (scalar instanceof Scalar.Select select) {
      collect(select.then(), reads);
      collect(select.otherwise(), reads);
    } else if (scalar instanceof Scalar.Reduce reduce) {
      collect(reduce.body(), reads);
    } else if (!(scalar instanceof Scalar.Unary unary) || isSmooth(unary.op())) {
      scalar.children().forEach(child -> collect(child, reads));
    }
  }

  private static boolean isSmooth(Scalar.UnaryOp op) {
    return switch (op) {
      case SIGN, FLOOR, STOP_GRADIENT -> false;
      default -> true;
    };
  }
}
