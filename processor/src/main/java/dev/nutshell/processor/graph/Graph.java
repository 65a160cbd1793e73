package dev.nutshell.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What one entry point computes in one mode. A graph is its roots; the nodes are what they reach.
 *
 * @param name the entry point and mode, for messages
 * @param outputs what the caller gets
 * @param updates what states and carries become at the end of the call; all read the old values
 * @param losses minimised; in training and evaluation
 * @param metrics reported of all batches together; in training and evaluation
 * @param penalties rank 0, added to the loss: regularizers
 * @param gradients filled by autodiff
 */
public record Graph(
    String name,
    List<Output> outputs,
    List<Update> updates,
    List<Measure> losses,
    List<Metric> metrics,
    List<Node> penalties,
    List<Gradient> gradients) {

  /** A named result. */
  public record Output(String name, Node node) {}

  /** {@code variable} becomes {@code value}. */
  public record Update(Variable variable, Node value) {}

  /**
   * A weighted mean over samples and positions: {@code sum / weight}, 0 where the weight is 0. Both
   * are rank 0, of type {@link ElementType#DOUBLE}, reduced over the batch.
   */
  public record Measure(String name, Node sum, Node weight) {}

  /**
   * A number or tensor that is reported of all batches together: each of the {@code sums} is added
   * up over the batches, and {@code value} is computed once, of what they have come to.
   *
   * @param sums of type {@link ElementType#DOUBLE} and fixed shapes, without samples
   * @param totals what stands in {@code value} for each of the sums of all batches
   * @param value of type {@link ElementType#DOUBLE} and a fixed shape; it reads totals and
   *     variables
   */
  public record Metric(String name, List<Node> sums, List<Input> totals, Node value) {
    public Metric {
      sums = List.copyOf(sums);
      totals = List.copyOf(totals);
    }
  }

  /** The gradient of the objective by a parameter or by a floating input, in the same shape. */
  public record Gradient(Node of, Node value) {}

  public Graph {
    outputs = List.copyOf(outputs);
    updates = List.copyOf(updates);
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
    penalties = List.copyOf(penalties);
    gradients = List.copyOf(gradients);
  }

  /** What is added up over batches: sum and weight of each loss, then the sums of each metric. */
  public List<Node> sums() {
    List<Node> sums = new ArrayList<>();
    losses.forEach(loss -> sums.addAll(List.of(loss.sum(), loss.weight())));
    metrics.forEach(metric -> sums.addAll(metric.sums()));
    return sums;
  }

  /** The metrics of their totals: an output for each, of inputs that are the totals. */
  public Graph finish() {
    List<Output> values =
        metrics.stream().map(metric -> new Output(metric.name(), metric.value())).toList();
    return new Graph(
        name + ", metrics", values, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** A graph that computes nothing. */
  public static Graph empty(String name) {
    return ofUpdates(name, List.of());
  }

  /** A graph that does nothing but update variables. */
  public static Graph ofUpdates(String name, List<Update> updates) {
    return new Graph(name, List.of(), updates, List.of(), List.of(), List.of(), List.of());
  }

  /** All roots, in the order of the components. */
  public List<Node> roots() {
    List<Node> roots = new ArrayList<>();
    outputs.forEach(output -> roots.add(output.node()));
    updates.forEach(update -> roots.add(update.value()));
    roots.addAll(sums());
    roots.addAll(penalties);
    gradients.forEach(gradient -> roots.add(gradient.value()));
    return roots;
  }

  /** Every node that the roots need, each after what it reads. Bodies of scans are not entered. */
  public List<Node> nodes() {
    return Dependencies.order(roots());
  }
}
