package dev.nutshell.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what every graph must hold, and so finds the phase that broke it: types, ranks, where axes
 * are bound, that reads are in range, the form of scans, the batch as first axis, and the roots.
 */
public final class Verifier {

  /** How deep reductions may stand. */
  public enum Form {
    /** Only at the root of a body. */
    NORMAL,
    /** Anywhere. */
    FUSED
  }

  private final Form form;
  private final Set<Node> verified = new HashSet<>();
  private final Set<Axis> steps = new LinkedHashSet<>();
  private final Set<Node> carried = new HashSet<>();

  private Verifier(Form form) {
    this.form = form;
  }

  /**
   * Checks a graph in normal form.
   *
   * @throws IllegalStateException naming the first node that is wrong
   */
  public static void verify(Graph graph) {
    verify(graph, Form.NORMAL);
  }

  /**
   * Checks a graph.
   *
   * @throws IllegalStateException naming the first node that is wrong
   */
  public static void verify(Graph graph, Form form) {
    Verifier verifier = new Verifier(form);
    try {
      graph.nodes().forEach(verifier::node);
      verifier.roots(graph);
    } catch (IllegalStateException wrong) {
      throw new IllegalStateException("Graph " + graph.name() + ": " + wrong.getMessage(), wrong);
    }
  }

  private void roots(Graph graph) {
    for (Graph.Update update : graph.updates()) {
      require(
          update.variable().kind() != Variable.Kind.PARAMETER,
          update.variable(),
          "is a parameter and has an update");
      same(update.variable(), update.value(), "its update");
    }
    graph.losses().forEach(this::measure);
    graph.metrics().forEach(this::metric);
    for (Node penalty : graph.penalties()) {
      require(penalty.rank() == 0, penalty, "is a penalty that is not of rank 0");
      require(penalty.type().isFloating(), penalty, "is a penalty of type " + penalty.type());
    }
    graph.gradients().forEach(each -> same(each.of(), each.value(), "its gradient"));
  }

  private void measure(Graph.Measure measure) {
    for (Node part : List.of(measure.sum(), measure.weight())) {
      require(
          part.rank() == 0 && part.type() == ElementType.DOUBLE,
          part,
          "is a part of the measure " + measure.name() + " and no DOUBLE of rank 0");
    }
  }

  private void metric(Graph.Metric metric) {
    for (int i = 0; i < metric.sums().size(); i++) {
      Node sum = metric.sums().get(i);
      reported(sum, "is a sum of the metric " + metric.name());
      same(sum, metric.totals().get(i), "its total");
    }
    reported(metric.value(), "is the metric " + metric.name());
    Dependencies.order(List.of(metric.value())).forEach(this::node);
  }

  private static void reported(Node node, String role) {
    require(
        node.type() == ElementType.DOUBLE
            && node.shape().stream().allMatch(Extent.Fixed.class::isInstance),
        node,
        role + " and no DOUBLE of fixed shape");
  }

  private static void same(Node node, Node other, String role) {
    require(
        node.type() == other.type() && node.shape().equals(other.shape()),
        node,
        "differs from %s: %s %s".formatted(role, other.type(), other));
  }

  private void node(Node node) {
    if (!verified.add(node)) {
      return;
    }
    for (int k = 1; k < node.rank(); k++) {
      require(!(node.shape().get(k) instanceof Extent.Batch), node, "has the batch as axis " + k);
    }
    for (Extent extent : node.shape()) {
      require(extent.bound() > 0, node, "has an axis of length " + extent);
    }
    if (node instanceof Compute compute) {
      compute(compute);
    } else if (node instanceof Reshape reshape) {
      require(
          runs(reshape.shape()).equals(runs(reshape.operand().shape())),
          node,
          "reshapes " + reshape.operand());
    } else if (node instanceof ScanOutput output) {
      scan(output);
    } else if (node instanceof Carried) {
      require(carried.contains(node), node, "is read outside its scan");
    }
  }

  private void compute(Compute compute) {
    Set<Axis> bound = new LinkedHashSet<>(compute.axes());
    require(bound.size() == compute.axes().size(), compute, "has an axis twice");
    require(Collections.disjoint(bound, steps), compute, "has the step of a scan as an axis");
    new ScalarVerifier(compute, form, steps).verify();
  }

  /** The lengths between axes of variable length, whose places a reshape must keep. */
  private static List<Object> runs(List<Extent> shape) {
    List<Object> runs = new ArrayList<>();
    long run = 1;
    for (Extent extent : shape) {
      if (extent instanceof Extent.Fixed fixed) {
        run *= fixed.size();
      } else {
        runs.add(run);
        runs.add(extent);
        run = 1;
      }
    }
    runs.add(run);
    return runs;
  }

  private void scan(ScanOutput output) {
    Scan scan = output.scan();
    require(!scan.axis().isBatch(), output, "scans the batch");
    require(!steps.contains(scan.axis()), output, "scans an axis inside a scan of it");
    Set<Node> begins = new HashSet<>();
    for (Scan.Carry carry : scan.carries()) {
      require(begins.add(carry.begin()), carry.begin(), "belongs to two carries");
      same(carry.begin(), carry.initial(), "its initial value");
      same(carry.begin(), carry.next(), "its next value");
    }
    scan.yields().forEach(each -> require(each.type() != ElementType.BYTE, each, "is no yield"));
    steps.add(scan.axis());
    carried.addAll(begins);
    scan.carries().forEach(carry -> node(carry.begin()));
    for (Node node : scan.body()) {
      node(node);
      require(
          !(node instanceof Compute compute) || !ScalarVerifier.reducesBatch(compute.body()),
          node,
          "reduces over the batch inside a scan");
    }
    steps.remove(scan.axis());
    carried.removeAll(begins);
    for (Node capture : scan.captures()) {
      require(verified.contains(capture), capture, "is read by a scan before it is there");
    }
  }

  static void require(boolean holds, Node node, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(node + " (" + node.span() + ") " + otherwise);
    }
  }
}
