package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.stream.Collectors;

/** Looks at the form of nodes. */
final class Inspection {
  private Inspection() {}

  /** The number of axes that a node reduces over. */
  static int reductions(Node node) {
    return ((Compute) node).body() instanceof Scalar.Reduce reduce ? reduce.axes().size() : 0;
  }

  /** A node with what it computes, a line each for the nodes of a scan. */
  static String text(Node node) {
    if (node instanceof Compute compute) {
      return node + " over " + compute.axes() + " = " + compute.body();
    }
    if (node instanceof ScanOutput output) {
      Scan scan = output.scan();
      return scan.body().stream()
          .map(each -> "  " + text(each))
          .collect(Collectors.joining("\n", node + " of the scan\n", ""));
    }
    return node + " " + node.getClass().getSimpleName();
  }
}
