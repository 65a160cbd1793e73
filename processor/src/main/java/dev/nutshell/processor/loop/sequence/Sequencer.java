package dev.nutshell.processor.loop.sequence;

import static dev.nutshell.processor.graph.Scalars.cast;
import static dev.nutshell.processor.graph.Scalars.read;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.ScanOutput;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import dev.nutshell.processor.loop.sequence.Task.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the nodes of a graph in order, and decides in which memory each result arises. */
public final class Sequencer {
  private final Boundary boundary;
  private final ResultLocations results;
  private final Levels levels = new Levels();
  private final ScanSequencer scans;
  private final Map<Integer, List<Task>> tasks = new TreeMap<>();
  private final boolean prepares;
  private final ParameterWork parameterWork = new ParameterWork();
  private final List<Task> preparation = new ArrayList<>();
  private PaddedResults padded = new PaddedResults(List.of());

  private Sequencer(Graph graph, Boundary boundary, boolean prepares) {
    this.boundary = boundary;
    this.prepares = prepares;
    this.results = new ResultLocations(boundary.given());
    this.scans = new ScanSequencer(results, graph);
  }

  /**
   * Orders the work of a graph.
   *
   * @param prepares whether parameters and states stay as they are from run to run
   */
  public static Sequence sequence(Graph graph, Boundary boundary, boolean prepares) {
    Sequencer sequencer = new Sequencer(graph, boundary, prepares);
    List<Transfer> transfers = sequencer.transfers(graph);
    List<Transfer> copies = sequencer.results.claim(transfers);
    sequencer.updateInPlace(graph, transfers);
    Set<Slot> kept = sequencer.nodes(transfers);
    sequencer.copies(copies);
    return new Sequence(sequencer.preparation, sequencer.stages(), sequencer.results.all(), kept);
  }

  /**
   * What leaves the graph, in the order in which to compute it: gradients come last, and those of
   * the last parameters first, as the backward pass reaches them, so that what they need can be
   * forgotten soon.
   */
  private List<Transfer> transfers(Graph graph) {
    List<Transfer> transfers = new ArrayList<>();
    for (int port = 0; port < graph.outputs().size(); port++) {
      Graph.Output output = graph.outputs().get(port);
      transfers.add(new Transfer(output.node(), boundary.output(port, output), false));
    }
    int offset = 0;
    for (Node sum : graph.sums()) {
      transfers.add(new Transfer(sum, boundary.sum(sum, offset), false));
      offset += Math.toIntExact(sum.sampleSize());
    }
    if (!graph.penalties().isEmpty()) {
      Node total = total(graph.penalties());
      transfers.add(new Transfer(total, boundary.penalty(total), false));
    }
    List<Graph.Gradient> gradients = new ArrayList<>(graph.gradients());
    Collections.reverse(gradients);
    for (Graph.Gradient gradient : gradients) {
      if (gradient.of() instanceof Variable parameter) {
        transfers.add(new Transfer(gradient.value(), boundary.gradient(parameter), false));
      }
    }
    for (Graph.Update update : graph.updates()) {
      Slot slot = boundary.given().get(update.variable()).slot();
      transfers.add(new Transfer(update.value(), slot, true));
    }
    return transfers;
  }

  private static Node total(List<Node> penalties) {
    Scalar sum = null;
    for (Node penalty : penalties) {
      Scalar term = cast(ElementType.DOUBLE, read(penalty, List.of()));
      sum = sum == null ? term : Scalars.add(sum, term);
    }
    return new Compute("penalty", List.of(), sum, penalties.get(0).span());
  }

  /**
   * Where nothing is joined over the batch, all work on samples is done in the order of the nodes.
   */
  private void updateInPlace(Graph graph, List<Transfer> transfers) {
    List<Node> order = Dependencies.order(transfers.stream().map(Transfer::node).toList());
    if (order.stream().anyMatch(Levels::reducesBatch)) {
      return;
    }
    InPlaceUpdates updates = new InPlaceUpdates(boundary.given(), order, transfers);
    for (Graph.Update update : graph.updates()) {
      if (updates.isPossible(update)) {
        results.claim(update.value(), boundary.given().get(update.variable()).slot());
      }
    }
  }

  /**
   * All nodes, those that gradients alone need at the end; returns what these read of the others.
   */
  private Set<Slot> nodes(List<Transfer> transfers) {
    List<Node> forward = new ArrayList<>();
    List<Node> all = new ArrayList<>();
    for (Transfer transfer : transfers) {
      (transfer.slot().area() == Area.GRADIENTS ? all : forward).add(transfer.node());
    }
    all.addAll(0, forward);
    List<Node> order = Dependencies.order(all);
    padded = new PaddedResults(order);
    List<Node> before = Dependencies.order(forward);
    before.forEach(this::node);
    Set<Slot> slots = new HashSet<>();
    results.all().values().forEach(location -> slots.add(location.slot()));
    Set<Node> done = new HashSet<>(before);
    Set<Slot> kept = new HashSet<>();
    for (Node node : order) {
      if (!done.contains(node)) {
        node(node);
        Dependencies.of(node).forEach(read -> kept.add(results.of(read).slot()));
      }
    }
    kept.retainAll(slots);
    return kept;
  }

  private void node(Node node) {
    if (node instanceof Variable || node instanceof Input) {
      return;
    }
    int level = levels.compute(node);
    if (results.has(node)) {
      return;
    }
    if (node instanceof Compute compute) {
      compute(compute, level);
    } else if (node instanceof Reshape reshape) {
      results.alias(reshape);
    } else if (node instanceof ScanOutput output) {
      scans.add(output, at(level));
    }
  }

  private void compute(Compute compute, int level) {
    if (prepares && parameterWork.contains(compute)) {
      int size = Math.toIntExact(compute.sampleSize());
      Slot slot = Slot.temporary(Area.PREPARED, compute.type(), size, Slack.behind(compute));
      results.put(compute, Location.of(slot, compute.shape()));
      preparation.add(evaluate(compute, results.of(compute)));
      return;
    }
    List<Task> into = at(level);
    into.addAll(padded.place(compute, results));
    if (compute.isBatched() || !Levels.reducesBatch(compute)) {
      into.add(evaluate(compute, results.target(compute)));
      return;
    }
    Slot whole = results.target(compute).slot();
    Scalar.ReduceOp op = ((Reduce) compute.body()).op();
    Slot partial =
        whole.area() == Area.GRADIENTS && op == Scalar.ReduceOp.SUM && Slack.behind(compute) == 0
            ? boundary.gradientPart(whole)
            : Slot.temporary(Area.PARTIALS, compute.type(), whole.size(), Slack.behind(compute));
    into.add(evaluate(compute, Location.of(partial, compute.shape())));
    at(level + 1).add(new Task.Combine(partial, whole, whole.size(), op));
  }

  /** Results that arise elsewhere than where they have to arrive. */
  private void copies(List<Transfer> copies) {
    for (Transfer copy : copies) {
      if (!copy.overwrites()) {
        boolean spread = copy.slot().area() == Area.OUTPUT && !copy.node().isBatched();
        Compute value = spread ? Copies.forSamples(copy.node()) : Copies.of(copy.node());
        at(levels.compute(value)).add(evaluate(value, Location.of(copy.slot(), value.shape())));
      }
    }
    overwrite(copies.stream().filter(Transfer::overwrites).toList());
  }

  /** New values of variables, after all that may read the old ones. */
  private void overwrite(List<Transfer> transfers) {
    int last = tasks.isEmpty() ? 0 : Collections.max(tasks.keySet());
    List<Task> serial = new ArrayList<>();
    List<Task> parallel = new ArrayList<>();
    Set<Slot> overwritten = new HashSet<>();
    transfers.forEach(transfer -> overwritten.add(transfer.slot()));
    List<Transfer> saved = new ArrayList<>();
    for (Transfer transfer : transfers) {
      Node value = transfer.node();
      Slot source = results.of(value).slot();
      if (source == transfer.slot()) {
        continue;
      }
      if (overwritten.contains(source)) {
        Compute copy = Copies.of(value);
        (copy.isBatched() ? parallel : serial).add(evaluate(copy, results.target(copy)));
        value = copy;
      }
      saved.add(new Transfer(value, transfer.slot(), true));
    }
    for (Transfer transfer : saved) {
      Compute copy = Copies.of(transfer.node());
      Location target = Location.of(transfer.slot(), copy.shape());
      (copy.isBatched() ? parallel : serial).add(evaluate(copy, target));
    }
    if (!parallel.isEmpty()) {
      at(last % 2 == 1 ? last : last + 1).addAll(parallel);
    }
    if (!serial.isEmpty()) {
      at(last % 2 == 0 ? last : last + 1).addAll(serial);
    }
  }

  private static Evaluate evaluate(Compute node, Location target) {
    return new Evaluate(node, target, Map.of());
  }

  private List<Task> at(int level) {
    return tasks.computeIfAbsent(level, key -> new ArrayList<>());
  }

  private List<Stage> stages() {
    int last = tasks.isEmpty() ? -1 : Collections.max(tasks.keySet());
    List<Stage> stages = new ArrayList<>();
    for (int level = 0; level <= last; level += 2) {
      stages.add(
          new Stage(
              tasks.getOrDefault(level, List.of()), tasks.getOrDefault(level + 1, List.of())));
    }
    return stages;
  }
}
