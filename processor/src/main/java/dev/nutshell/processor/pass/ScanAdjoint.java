package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gradient of a scan: a scan over the same steps the other way round, whose carries are the
 * adjoints of the carries. What it adds to nodes outside the scan is not summed up step by step:
 * the adjoints that it needs are stacked, and the sum is over the steps too.
 */
final class ScanAdjoint {
  private final Backpropagation backpropagation;
  private final Activity activity;
  private final ScanStacks stacks;

  ScanAdjoint(Backpropagation backpropagation, Activity activity, ScanStacks stacks) {
    this.backpropagation = backpropagation;
    this.activity = activity;
    this.stacks = stacks;
  }

  /**
   * @param outputs all outputs that are read, their adjoints being complete
   * @param outer where the scan lives
   */
  void differentiate(Scan scan, List<ScanOutput> outputs, AdjointScope outer) {
    Map<ScanOutput, Node> adjoints = new LinkedHashMap<>();
    for (ScanOutput output : outputs) {
      if (activity.isActive(output)) {
        outer.adjoint(output).ifPresent(adjoint -> adjoints.put(output, adjoint));
      }
    }
    if (adjoints.isEmpty()) {
      return;
    }
    Axis step = scan.axis().copy();
    Set<Node> body = identitySet(scan.body());
    scan.carries().forEach(carry -> body.add(carry.begin()));
    AdjointScope inner =
        new AdjointScope(
            body::contains, scalar -> outer.translate(stacks.atStep(scalar, scan, step)));
    addYields(adjoints, step, inner);
    Map<Scan.Carry, Carried> carried = carry(scan, adjoints, inner);
    backpropagation.run(scan.body(), inner);
    List<Scan.Carry> carries = new ArrayList<>();
    carried.forEach(
        (carry, begin) ->
            carries.add(
                new Scan.Carry(
                    begin,
                    lastAdjoint(carry, scan, adjoints),
                    inner.adjoint(carry.begin()).orElseGet(() -> zeros(carry.begin())))));
    Scan reverse = reverse(scan, step, carries, inner.outward());
    addOutward(reverse, inner.outward(), outer);
    int index = 0;
    for (Scan.Carry carry : carried.keySet()) {
      if (activity.isActive(carry.initial())) {
        List<Axis> axes = Term.axesOf(carry.initial());
        Node last = new ScanOutput(reverse, index);
        outer.add(Term.ofAll(carry.initial(), axes, Scalars.read(last, Scalars.indices(axes))));
      }
      index++;
    }
  }

  /** Every step's share of the adjoints of stacked yields. */
  private void addYields(Map<ScanOutput, Node> adjoints, Axis step, AdjointScope inner) {
    adjoints.forEach(
        (output, adjoint) -> {
          if (!output.isCarry() && activity.isActive(output.source())) {
            List<Axis> axes = Term.axesOf(output.source());
            List<Scalar> indices = new ArrayList<>(Scalars.indices(axes));
            indices.add(output.isBatched() ? 1 : 0, Scalars.index(step));
            inner.add(Term.ofAll(output.source(), axes, Scalars.read(adjoint, indices)));
          }
        });
  }

  /**
   * Makes a carry of the reverse scan for each carry that an adjoint can reach, and seeds its end
   * of the step.
   */
  private Map<Scan.Carry, Carried> carry(
      Scan scan, Map<ScanOutput, Node> adjoints, AdjointScope inner) {
    Map<Scan.Carry, Carried> carried = new LinkedHashMap<>();
    for (Scan.Carry carry : reached(scan, adjoints.keySet())) {
      Carried begin = carry.begin();
      Carried adjoint =
          new Carried(begin.name() + ".gradient", begin.type(), begin.shape(), begin.span());
      carried.put(carry, adjoint);
      if (activity.isActive(carry.next())) {
        List<Axis> axes = Term.axesOf(begin);
        Scalar element = Scalars.read(adjoint, Scalars.indices(axes));
        inner.add(Term.ofAll(carry.next(), axes, element));
      }
    }
    return carried;
  }

  /** The carries whose adjoints are not always zero. */
  private List<Scan.Carry> reached(Scan scan, Collection<ScanOutput> outputs) {
    Set<Node> reached = identitySet(List.of());
    Deque<Node> toVisit = new ArrayDeque<>();
    Map<Node, Scan.Carry> byBegin = new HashMap<>();
    scan.carries().forEach(carry -> byBegin.put(carry.begin(), carry));
    Set<Node> inside = identitySet(scan.body());
    inside.addAll(byBegin.keySet());
    for (ScanOutput output : outputs) {
      toVisit.add(output.isCarry() ? scan.carries().get(output.index()).begin() : output.source());
    }
    while (!toVisit.isEmpty()) {
      Node node = toVisit.pop();
      if (!inside.contains(node) || !activity.isActive(node) || !reached.add(node)) {
        continue;
      }
      if (byBegin.containsKey(node)) {
        toVisit.add(byBegin.get(node).next());
      } else if (node instanceof Compute compute) {
        toVisit.addAll(Activity.smoothReads(compute.body()));
      } else if (node instanceof Reshape || node instanceof ScanOutput) {
        toVisit.addAll(Dependencies.of(node));
      }
    }
    return scan.carries().stream().filter(carry -> reached.contains(carry.begin())).toList();
  }

  private static Node lastAdjoint(Scan.Carry carry, Scan scan, Map<ScanOutput, Node> adjoints) {
    int index = scan.carries().indexOf(carry);
    List<Axis> axes = Term.axesOf(carry.begin());
    List<Node> given =
        adjoints.entrySet().stream()
            .filter(entry -> entry.getKey().index() == index)
            .map(Map.Entry::getValue)
            .toList();
    if (given.isEmpty()) {
      return zeros(carry.begin());
    }
    if (given.size() == 1) {
      return given.get(0);
    }
    Scalar sum =
        given.stream()
            .map(node -> Scalars.read(node, Scalars.indices(axes)))
            .reduce(Scalars::add)
            .orElseThrow();
    return new Compute(carry.begin().name() + ".gradient", axes, sum, carry.begin().span());
  }

  /** The gradient of a node that nothing depends on. */
  static Node zeros(Node node) {
    Scalar zero = new Scalar.Constant(node.type(), 0);
    return new Compute(node.name() + ".gradient", Term.axesOf(node), zero, node.span());
  }

  /** The reverse scan, which yields what the terms outside read of its steps. */
  private static Scan reverse(Scan scan, Axis step, List<Scan.Carry> carries, List<Term> outward) {
    Set<Node> read = new LinkedHashSet<>();
    for (Term term : outward) {
      read.addAll(Dependencies.reads(term.adjoint()));
      term.guards().forEach(guard -> read.addAll(Dependencies.reads(guard)));
      term.indices().forEach(index -> read.addAll(Dependencies.reads(index)));
    }
    String name = scan.name() + ".gradient";
    boolean reverse = !scan.reverse();
    Scan all = new Scan(name, step, reverse, carries, List.copyOf(read));
    Set<Node> inside = identitySet(all.body());
    carries.forEach(carry -> inside.add(carry.begin()));
    return new Scan(name, step, reverse, carries, read.stream().filter(inside::contains).toList());
  }

  /**
   * Passes terms on to the outer scope: over all steps, with stacks in the place of the values of
   * one step.
   */
  private static void addOutward(Scan reverse, List<Term> outward, AdjointScope outer) {
    Map<Node, ScanOutput> stacked = new HashMap<>();
    for (int i = 0; i < reverse.yields().size(); i++) {
      ScanOutput stack = new ScanOutput(reverse, reverse.carries().size() + i);
      stacked.put(reverse.yields().get(i), stack);
    }
    Scalar step = Scalars.index(reverse.axis());
    for (Term term : outward) {
      outer.add(
          term.map(
                  scalar ->
                      Scalars.rewrite(
                          scalar,
                          part ->
                              part instanceof Scalar.Read read && stacked.containsKey(read.node())
                                  ? ScanStacks.readStack(
                                      stacked.get(read.node()), read.indices(), step)
                                  : part))
              .over(reverse.axis()));
    }
  }

  private static Set<Node> identitySet(Collection<? extends Node> nodes) {
    Set<Node> set = new HashSet<>();
    set.addAll(nodes);
    return set;
  }
}
