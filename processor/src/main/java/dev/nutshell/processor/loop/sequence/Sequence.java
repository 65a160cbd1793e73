package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.sequence.Task.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph as work in order.
 *
 * @param preparation what needs to be done only once, before all else
 * @param locations of all nodes
 * @param kept what the backward pass reads of the forward pass
 */
public record Sequence(
    List<Task> preparation, List<Stage> stages, Map<Node, Location> locations, Set<Slot> kept) {}
