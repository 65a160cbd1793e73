package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
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
 * Takes what has no samples out of a scan that has: into a scan of its own, which comes first and
 * stacks what the other reads. So it is computed once for all samples. And the gradient of a value
 * without samples is a sum over the batch, which cannot be had in the middle of a scan over the
 * steps of each sample; that of a stack is a sum over the batch after the scan.
 */
public final class ScanSplitting extends GraphRewriter {
  private final Map<Scan, List<ScanOutput>> outputs = new HashMap<>();

  private ScanSplitting() {}

  /**
   * The same graph, in which each scan is either over values with samples or over values without.
   */
  public static Graph split(Graph graph) {
    return new ScanSplitting().rewrite(graph);
  }

  @Override
  protected Scan rebuild(Scan scan) {
    Scan whole = super.rebuild(scan);
    Set<Node> all = new LinkedHashSet<>();
    whole.carries().forEach(carry -> all.add(carry.begin()));
    all.addAll(whole.body());
    all.addAll(whole.yields());
    Set<Node> unbatched = new LinkedHashSet<>(all);
    unbatched.removeIf(Node::isBatched);
    if (unbatched.isEmpty() || unbatched.size() == all.size()) {
      return whole;
    }
    Scan first = first(whole, unbatched);
    Scan second = second(whole, first);
    outputs.put(second, outputs(whole, first, second));
    return second;
  }

  @Override
  protected ScanOutput output(ScanOutput old, Scan rebuilt) {
    return outputs.containsKey(rebuilt)
        ? outputs.get(rebuilt).get(old.index())
        : super.output(old, rebuilt);
  }

  /** The scan without samples, which yields what the other one reads and what the whole yields. */
  private static Scan first(Scan whole, Set<Node> unbatched) {
    Set<Node> yields = new LinkedHashSet<>(whole.yields());
    whole.body().stream()
        .filter(Node::isBatched)
        .forEach(node -> yields.addAll(Dependencies.of(node)));
    yields.retainAll(unbatched);
    List<Scan.Carry> carries =
        whole.carries().stream().filter(carry -> !carry.begin().isBatched()).toList();
    return new Scan(whole.name(), whole.axis(), whole.reverse(), carries, List.copyOf(yields));
  }

  private static Scan second(Scan whole, Scan first) {
    StackReader reader = new StackReader(first);
    whole.body().stream().filter(Node::isBatched).forEach(reader::read);
    List<Scan.Carry> carries = new ArrayList<>();
    for (Scan.Carry carry : whole.carries()) {
      if (carry.begin().isBatched()) {
        carries.add(new Scan.Carry(carry.begin(), carry.initial(), reader.of(carry.next())));
      }
    }
    List<Node> yields =
        whole.yields().stream()
            .filter(node -> !first.yields().contains(node))
            .map(reader::of)
            .toList();
    return new Scan(whole.name(), reader.step, whole.reverse(), carries, yields);
  }

  /** The outputs of both scans in the order of the whole one's. */
  private static List<ScanOutput> outputs(Scan whole, Scan first, Scan second) {
    List<ScanOutput> all = new ArrayList<>();
    int firstCarry = 0;
    int secondCarry = 0;
    for (Scan.Carry carry : whole.carries()) {
      all.add(
          carry.begin().isBatched()
              ? new ScanOutput(second, secondCarry++)
              : new ScanOutput(first, firstCarry++));
    }
    int secondYield = secondCarry;
    for (Node node : whole.yields()) {
      int index = first.yields().indexOf(node);
      all.add(
          index >= 0
              ? new ScanOutput(first, firstCarry + index)
              : new ScanOutput(second, secondYield++));
    }
    return all;
  }

  /** Reads the stacks of a scan at the same step of another. */
  private static final class StackReader extends GraphRewriter {
    private final Scan first;
    private final Axis step;

    StackReader(Scan first) {
      this.first = first;
      this.step = first.axis().copy();
    }

    void read(Node node) {
      visit(node);
    }

    Node of(Node node) {
      return rewritten(node);
    }

    @Override
    protected boolean isReplaced(Node node) {
      return first.yields().contains(node) || super.isReplaced(node);
    }

    @Override
    protected Scalar replacement(Scalar.Read read) {
      int index = first.yields().indexOf(read.node());
      if (index < 0) {
        return super.replacement(read);
      }
      ScanOutput stack = new ScanOutput(first, first.carries().size() + index);
      return ScanStacks.readStack(stack, read.indices(), Scalars.index(first.axis()));
    }

    @Override
    protected Node rebuild(Node node) {
      Node rebuilt = super.rebuild(node);
      if (!(rebuilt instanceof Compute compute)
          || !Scalars.mentions(compute.body(), first.axis())) {
        return rebuilt;
      }
      Scalar body = Scalars.substitute(compute.body(), Map.of(first.axis(), Scalars.index(step)));
      return new Compute(compute.name(), compute.axes(), body, compute.span());
    }
  }
}
