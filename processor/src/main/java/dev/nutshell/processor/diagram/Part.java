package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Kind;
import dev.nutshell.processor.graph.Node;
import java.util.List;
import java.util.Set;

/**
 * A box before repeats are folded.
 *
 * @param path the path of a layer or value, its segments
 * @param text the title of a box that does not go by its path
 * @param layer the layer that computes it, or the formula of a value
 * @param sources the numbers of the parts that it reads
 */
record Part(
    Kind kind,
    List<String> path,
    String text,
    String layer,
    Node node,
    long parameters,
    Set<Integer> sources) {
  Part {
    path = List.copyOf(path);
  }
}
