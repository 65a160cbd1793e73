package dev.nutshell.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces nodes of graphs: whatever reads a replaced node is built anew, all else is shared with
 * the old graph. A subclass says what is replaced; each node and each scan is looked at once, after
 * what it reads.
 */
public abstract class GraphRewriter {
  private final Map<Node, Node> nodes = new HashMap<>();
  private final Map<Scan, Scan> scans = new HashMap<>();

  /** The graph with all its nodes rewritten. */
  public final Graph rewrite(Graph graph) {
    graph.nodes().forEach(this::visit);
    return new Graph(
        graph.name(),
        graph.outputs().stream()
            .map(output -> new Graph.Output(output.name(), rewritten(output.node())))
            .toList(),
        graph.updates().stream()
            .map(update -> new Graph.Update(update.variable(), rewritten(update.value())))
            .toList(),
        graph.losses().stream().map(this::rewritten).toList(),
        graph.metrics().stream().map(this::rewritten).toList(),
        graph.penalties().stream().map(this::rewritten).toList(),
        graph.gradients().stream()
            .map(gradient -> new Graph.Gradient(gradient.of(), rewritten(gradient.value())))
            .toList());
  }

  private Graph.Measure rewritten(Graph.Measure measure) {
    return new Graph.Measure(measure.name(), rewritten(measure.sum()), rewritten(measure.weight()));
  }

  /** The sums alone: their totals are read by a graph of their own. */
  private Graph.Metric rewritten(Graph.Metric metric) {
    List<Node> sums = metric.sums().stream().map(this::rewritten).toList();
    return new Graph.Metric(metric.name(), sums, metric.totals(), metric.value());
  }

  /** Rewrites a node after all that it depends on. */
  protected final void visit(Node node) {
    nodes.put(node, rebuild(node));
  }

  /** What a node has become; the node itself where it was not looked at. */
  protected final Node rewritten(Node node) {
    return nodes.getOrDefault(node, node);
  }

  /** Whether those who read a node have to be built anew. */
  protected boolean isReplaced(Node node) {
    return rewritten(node) != node;
  }

  /** What a read of a replaced node becomes. */
  protected Scalar replacement(Scalar.Read read) {
    return Scalars.read(rewritten(read.node()), read.indices());
  }

  /**
   * What a node becomes; what it depends on is rewritten already. By default the same, from what
   * that has become.
   */
  protected Node rebuild(Node node) {
    if (node instanceof ScanOutput output) {
      return rebuild(output);
    }
    if (Dependencies.of(node).stream().noneMatch(this::isReplaced)) {
      return node;
    }
    if (node instanceof Reshape reshape) {
      return new Reshape(
          reshape.name(), rewritten(reshape.operand()), reshape.shape(), reshape.span());
    }
    Compute compute = (Compute) node;
    Scalar body =
        Scalars.rewrite(
            compute.body(),
            part ->
                part instanceof Scalar.Read read && isReplaced(read.node())
                    ? replacement(read)
                    : part);
    return new Compute(compute.name(), compute.axes(), body, compute.span());
  }

  private Node rebuild(ScanOutput output) {
    Scan old = output.scan();
    if (!scans.containsKey(old)) {
      old.body().forEach(this::visit);
      scans.put(old, rebuild(old));
    }
    Scan scan = scans.get(old);
    return scan == old ? output : output(output, scan);
  }

  /** What a scan becomes; its body is rewritten already. By default the same scan of that body. */
  protected Scan rebuild(Scan scan) {
    List<Scan.Carry> carries = new ArrayList<>();
    for (Scan.Carry carry : scan.carries()) {
      carries.add(
          new Scan.Carry(carry.begin(), rewritten(carry.initial()), rewritten(carry.next())));
    }
    List<Node> yields = scan.yields().stream().map(this::rewritten).toList();
    return carries.equals(scan.carries()) && yields.equals(scan.yields())
        ? scan
        : new Scan(scan.name(), scan.axis(), scan.reverse(), carries, yields);
  }

  /** What an output of a rebuilt scan becomes. */
  protected ScanOutput output(ScanOutput old, Scan rebuilt) {
    return new ScanOutput(rebuilt, old.index());
  }
}
