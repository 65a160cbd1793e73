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
 * @param metrics reported; in training and evaluation
 * @param penalties rank 0, added to the loss: regularizers
 * @param gradients filled by autodiff
 */
public record Graph(
    String name,
    List<Output> outputs,
    List<Update> updates,
    List<Measure> losses,
    List<Measure> metrics,
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
    for (List<Measure> measures : List.of(losses, metrics)) {
      for (Measure measure : measures) {
        roots.add(measure.sum());
        roots.add(measure.weight());
      }
    }
    roots.addAll(penalties);
    gradients.forEach(gradient -> roots.add(gradient.value()));
    return roots;
  }

  /** Every node that the roots need, each after what it reads. Bodies of scans are not entered. */
  public List<Node> nodes() {
    return Dependencies.order(roots());
  }
}
