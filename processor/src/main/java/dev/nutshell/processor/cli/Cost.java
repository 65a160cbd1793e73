package dev.nutshell.processor.cli;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Floating-point operations of one sample: an addition, a multiplication, a comparison and a
 * function such as exp count as one each, index arithmetic as none. Bounded axes count at their
 * bounds, and guards as if they were always true.
 */
final class Cost {
  private final Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The operations of all nodes that were not counted before. */
  long add(List<Node> nodes) {
    long total = 0;
    for (Node node : nodes) {
      if (counted.add(node)) {
        total += of(node);
      }
    }
    return total;
  }

  private long of(Node node) {
    if (node instanceof Compute compute) {
      return size(compute.axes()) * operations(compute.body());
    }
    if (node instanceof ScanOutput output && counted.add(output.scan())) {
      long step = 0;
      for (Node inner : output.scan().body()) {
        step += of(inner);
      }
      return step * output.scan().axis().extent().bound();
    }
    return 0;
  }

  private static long operations(Scalar scalar) {
    if (scalar instanceof Scalar.Reduce reduce) {
      return size(reduce.axes()) * (operations(reduce.body()) + 1);
    }
    if (scalar instanceof Scalar.Read) {
      return 0;
    }
    long operations = isFloating(scalar) ? 1 : 0;
    for (Scalar operand : scalar.children()) {
      operations += operations(operand);
    }
    return operations;
  }

  /** Whether the outermost operation works on floating-point numbers. */
  private static boolean isFloating(Scalar scalar) {
    if (scalar instanceof Scalar.Unary unary) {
      return unary.op() != Scalar.UnaryOp.STOP_GRADIENT && unary.operand().type().isFloating();
    }
    if (scalar instanceof Scalar.Binary binary) {
      return binary.left().type().isFloating();
    }
    return scalar instanceof Scalar.Random
        || (scalar instanceof Scalar.Select select && select.type().isFloating());
  }

  private static long size(List<Axis> axes) {
    long size = 1;
    for (Axis axis : axes) {
      size *= axis.isBatch() ? 1 : axis.extent().bound();
    }
    return size;
  }
}
