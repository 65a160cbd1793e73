package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.Task.Stage;
import java.util.List;
import java.util.Map;

/**
 * A graph as work in order.
 *
 * @param locations of all nodes
 */
record Sequence(List<Stage> stages, Map<Node, Location> locations) {}
