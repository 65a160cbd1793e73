package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds new values of variables that may arise over the old ones, such as a cache with one row
 * replaced.
 */
final class InPlaceUpdates {
  private final Map<Node, Location> given;
  private final List<Node> order;
  private final List<Transfer> transfers;

  /**
   * @param order in which the graph's nodes are computed
   */
  InPlaceUpdates(Map<Node, Location> given, List<Node> order, List<Transfer> transfers) {
    this.given = given;
    this.order = order;
    this.transfers = transfers;
  }

  /**
   * Whether {@code update} is computed element by element from the old value, which nothing reads
   * from then on.
   */
  boolean isPossible(Graph.Update update) {
    Variable variable = update.variable();
    Node root = ResultLocations.root(update.value());
    if (variable.kind() != Variable.Kind.CARRY || !(root instanceof Compute value)) {
      return false;
    }
    boolean leaves =
        transfers.stream().anyMatch(transfer -> ResultLocations.root(transfer.node()) == variable);
    List<Node> later = order.subList(order.indexOf(value) + 1, order.size());
    boolean readLater =
        later.stream()
            .flatMap(node -> Dependencies.of(node).stream())
            .anyMatch(read -> ResultLocations.root(read) == variable);
    Location old = given.get(variable);
    Evaluate task = new Evaluate(value, old.reshaped(value.shape()), Map.of());
    return !leaves && !readLater && Pointwise.reads(task, node -> showing(variable, node));
  }

  private Optional<Location> showing(Variable variable, Node node) {
    return ResultLocations.root(node) == variable
        ? Optional.of(given.get(variable).reshaped(node.shape()))
        : Optional.empty();
  }
}
