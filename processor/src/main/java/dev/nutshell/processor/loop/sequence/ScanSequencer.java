package dev.nutshell.processor.loop.sequence;

import static dev.nutshell.processor.graph.Scalars.index;
import static dev.nutshell.processor.graph.Scalars.integer;
import static dev.nutshell.processor.graph.Scalars.multiply;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the steps of scans in order: a body of tasks, and the copies that carry values from step to
 * step.
 */
final class ScanSequencer {
  private final ResultLocations results;
  private final Map<Scan, List<ScanOutput>> outputs = new LinkedHashMap<>();
  private final Set<Scan> done = new HashSet<>();
  private final Set<String> taken =
      new HashSet<>(
          Set.of(
              KernelIntegers.FROM,
              KernelIntegers.TO,
              KernelIntegers.ROWS,
              KernelIntegers.CHUNK,
              KernelIntegers.CHUNKS));
  private Map<Axis, LoopExpression.Local> steps = Map.of();

  ScanSequencer(ResultLocations results, Graph graph) {
    this.results = results;
    results.all().keySet().forEach(this::reserveLengths);
    collect(graph.nodes());
  }

  /**
   * Steps have other names than lengths, also than those of inputs that the graph does not read.
   */
  private void reserveLengths(Node node) {
    for (Extent extent : node.shape()) {
      if (extent instanceof Extent.Bounded bounded) {
        taken.add(KernelIntegers.length(bounded));
      }
    }
  }

  private void collect(List<Node> nodes) {
    for (Node node : nodes) {
      reserveLengths(node);
      if (node instanceof ScanOutput output) {
        boolean first = !outputs.containsKey(output.scan());
        outputs.computeIfAbsent(output.scan(), scan -> new ArrayList<>()).add(output);
        if (first) {
          collect(output.scan().body());
        }
      }
    }
  }

  /** Adds the scan that an output comes from, unless it is there already. */
  void add(ScanOutput output, List<Task> into) {
    if (done.add(output.scan())) {
      scan(output.scan(), into);
    }
  }

  private void scan(Scan scan, List<Task> into) {
    Map<Axis, LoopExpression.Local> around = steps;
    Axis axis = new Axis(name(scan.axis()), scan.axis().extent());
    Map<Axis, LoopExpression.Local> within = new HashMap<>(around);
    within.put(scan.axis(), new LoopExpression.Local(axis.name(), ElementType.INT));

    begin(scan, into);
    Map<Node, Location> yields = yields(scan);
    taken.add(axis.name());
    steps = within;
    into.add(new Task.Repeat(axis, scan.reverse(), body(scan, yields)));
    steps = around;
    taken.remove(axis.name());
  }

  private String name(Axis axis) {
    String name = axis.name();
    while (taken.contains(name)) {
      name += "Step";
    }
    return name;
  }

  /** Carries have memory of their own, which holds the initial value before the first step. */
  private void begin(Scan scan, List<Task> into) {
    for (Scan.Carry carry : scan.carries()) {
      Slot slot = ResultLocations.temporary(carry.begin());
      Location location = Location.of(slot, carry.begin().shape());
      results.put(carry.begin(), location);
      into.add(evaluate(Copies.of(carry.initial()), location));
    }
    for (ScanOutput output : outputs.get(scan)) {
      if (output.isCarry()) {
        Scan.Carry carry = scan.carries().get(output.index());
        results.put(output, results.of(carry.begin()).reshaped(output.shape()));
      }
    }
  }

  /**
   * Where each step leaves the yields that are asked for; a yield that the body computes arises
   * there.
   */
  private Map<Node, Location> yields(Scan scan) {
    Map<Node, Location> yields = new LinkedHashMap<>();
    Map<Integer, Location> stacks = new HashMap<>();
    for (ScanOutput output : outputs.get(scan)) {
      if (output.isCarry()) {
        continue;
      }
      Location stack = stacks.computeIfAbsent(output.index(), key -> results.target(output));
      results.put(output, stack);
      Node source = output.source();
      Scalar origin = multiply(index(scan.axis()), integer(source.sampleSize()));
      yields.put(output, Location.of(stack.slot(), source.shape(), origin));
    }
    return yields;
  }

  private List<Task> body(Scan scan, Map<Node, Location> yields) {
    List<Node> sources =
        yields.keySet().stream().map(node -> ((ScanOutput) node).source()).toList();
    Scan needed = new Scan(scan.name(), scan.axis(), scan.reverse(), scan.carries(), sources);
    List<Node> nodes = needed.body();
    Set<Node> inside = new HashSet<>(nodes);

    List<Task> tasks = new ArrayList<>();
    List<Task> last = new ArrayList<>();
    yields.forEach(
        (output, location) -> {
          Node source = ((ScanOutput) output).source();
          Node root = ResultLocations.root(source);
          if (root instanceof Compute && inside.contains(root) && !results.has(root)) {
            results.put(root, location.reshaped(root.shape()));
          } else {
            Task copy = evaluate(Copies.of(source), location);
            (root instanceof Carried ? tasks : last).add(copy);
          }
        });
    inPlace(scan, nodes);
    for (Node node : nodes) {
      node(node, Levels.isBatched(scan), tasks);
    }
    tasks.addAll(last);
    carries(scan, tasks);
    return tasks;
  }

  /** A carry's next value arises over the present one where nobody reads that any more. */
  private void inPlace(Scan scan, List<Node> nodes) {
    for (Scan.Carry carry : scan.carries()) {
      Node root = ResultLocations.root(carry.next());
      if (root instanceof Compute next && nodes.contains(next) && !results.has(next)) {
        Location begin = results.of(carry.begin());
        Task.Evaluate task = evaluate(next, begin.reshaped(next.shape()));
        if (isLastReader(carry.begin(), next, scan, nodes)
            && Pointwise.reads(task, node -> showing(carry.begin(), node))) {
          results.put(next, task.target());
        }
      }
    }
  }

  private Optional<Location> showing(Node begin, Node node) {
    return ResultLocations.root(node) == begin
        ? Optional.of(results.of(begin).reshaped(node.shape()))
        : Optional.empty();
  }

  /**
   * Whether no node after {@code reader}, and no yield or other carry, reads a carry's present
   * value.
   */
  private static boolean isLastReader(Node begin, Node reader, Scan scan, List<Node> nodes) {
    boolean carried =
        scan.carries().stream().anyMatch(other -> ResultLocations.root(other.next()) == begin);
    boolean after =
        nodes.subList(nodes.indexOf(reader) + 1, nodes.size()).stream()
            .flatMap(node -> Dependencies.of(node).stream())
            .anyMatch(read -> ResultLocations.root(read) == begin);
    return !carried && !after;
  }

  private void node(Node node, boolean batched, List<Task> tasks) {
    if (node instanceof Compute compute) {
      if (batched && !compute.isBatched()) {
        throw new IllegalStateException(node + " has no samples, but its scan has");
      }
      tasks.add(evaluate(compute, results.target(compute)));
    } else if (node instanceof Reshape reshape) {
      results.alias(reshape);
    } else if (node instanceof ScanOutput output) {
      add(output, tasks);
    }
  }

  /**
   * At the end of a step each carry takes its next value; values that would be overwritten before
   * are saved first.
   */
  private void carries(Scan scan, List<Task> tasks) {
    Set<Slot> slots = new HashSet<>();
    scan.carries().forEach(carry -> slots.add(results.of(carry.begin()).slot()));
    List<Task> assignments = new ArrayList<>();
    for (Scan.Carry carry : scan.carries()) {
      Location begin = results.of(carry.begin());
      Node next = carry.next();
      Slot source = results.of(next).slot();
      if (source == begin.slot()) {
        continue;
      }
      if (slots.contains(source)) {
        Compute saved = Copies.of(next);
        tasks.add(evaluate(saved, results.target(saved)));
        next = saved;
      }
      assignments.add(evaluate(Copies.of(next), begin));
    }
    tasks.addAll(assignments);
  }

  private Evaluate evaluate(Compute compute, Location target) {
    return new Evaluate(compute, target, steps);
  }
}
