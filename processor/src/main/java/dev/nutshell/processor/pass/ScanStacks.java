package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes every value of the body of every scan a yield of it, so that the backward pass can read
 * what the forward pass computed at any step. Which of them are read is known only afterwards;
 * {@link ScanPruning} leaves out the others.
 */
final class ScanStacks extends GraphRewriter {
  private final Map<Node, ScanOutput> stacks = new HashMap<>();
  private final Map<Scan, List<ScanOutput>> outputs = new HashMap<>();
  private final Graph graph;

  ScanStacks(Graph graph) {
    this.graph = rewrite(ScanSplitting.split(graph));
  }

  /** The graph in which all values of scans are stacked. */
  Graph graph() {
    return graph;
  }

  /**
   * Reads the stacks at {@code step} in the place of the nodes of one step of {@code scan}.
   *
   * @param step the axis that counts the same steps
   */
  Scalar atStep(Scalar scalar, Scan scan, Axis step) {
    Scalar position = Scalars.index(step);
    return Scalars.rewrite(
        scalar,
        part -> {
          if (part instanceof Scalar.AxisIndex index && index.axis() == scan.axis()) {
            return position;
          }
          if (part instanceof Scalar.Read read) {
            ScanOutput stack = stacks.get(read.node());
            return stack != null && stack.scan() == scan
                ? readStack(stack, read.indices(), position)
                : part;
          }
          return part;
        });
  }

  /** An element of one step's value in the stack of all of them. */
  static Scalar readStack(ScanOutput stack, List<Scalar> indices, Scalar step) {
    List<Scalar> all = new ArrayList<>(indices);
    all.add(stack.isBatched() ? 1 : 0, step);
    return Scalars.read(stack, all);
  }

  @Override
  protected Scan rebuild(Scan scan) {
    Scan rebuilt = super.rebuild(scan);
    Set<Node> stacked = new LinkedHashSet<>();
    rebuilt.carries().forEach(carry -> stacked.add(carry.begin()));
    for (Node node : rebuilt.body()) {
      stacked.add(node);
      if (node instanceof ScanOutput output) {
        stacked.addAll(outputs.get(output.scan()));
      }
    }
    Set<Node> yields = new LinkedHashSet<>(rebuilt.yields());
    List<Node> extendedYields = new ArrayList<>(rebuilt.yields());
    stacked.stream().filter(yields::add).forEach(extendedYields::add);
    Scan extended =
        new Scan(scan.name(), scan.axis(), scan.reverse(), rebuilt.carries(), extendedYields);
    List<ScanOutput> all = new ArrayList<>();
    for (Node node : stacked) {
      int index = extended.carries().size() + extendedYields.indexOf(node);
      ScanOutput stack = new ScanOutput(extended, index);
      stacks.put(node, stack);
      all.add(stack);
    }
    outputs.put(extended, all);
    return extended;
  }
}
