package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;

/** Looks at the form of nodes. */
final class Inspection {
  private Inspection() {}

  /** The number of axes that a node reduces over. */
  static int reductions(Node node) {
    return ((Compute) node).body() instanceof Scalar.Reduce reduce ? reduce.axes().size() : 0;
  }
}
