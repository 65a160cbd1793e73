package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Arrow;
import dev.nutshell.processor.diagram.Diagram.Item;
import dev.nutshell.processor.diagram.Diagram.Port;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The row of each item: one more than the longest path that leads to it, so that all arrows point
 * down. What reads nothing stands right above its first reader.
 */
final class Ranks {
  private Ranks() {}

  static Map<Item, Integer> of(Diagram diagram) {
    Map<Item, List<Item>> readers = new HashMap<>();
    Set<Item> reading = new HashSet<>();
    for (Arrow arrow : diagram.arrows()) {
      readers.computeIfAbsent(arrow.from(), key -> new ArrayList<>()).add(arrow.to());
      reading.add(arrow.to());
    }
    List<Item> order = topological(diagram, readers);
    Map<Item, Integer> ranks = new HashMap<>();
    int last = 0;
    for (Item item : order) {
      int rank = ranks.computeIfAbsent(item, key -> 0);
      last = Math.max(last, rank);
      readers
          .getOrDefault(item, List.of())
          .forEach(reader -> ranks.merge(reader, rank + 1, Math::max));
    }
    for (Item item : order) {
      if (item instanceof Port port) {
        ranks.put(item, port.isEntry() ? 0 : last);
      } else if (!reading.contains(item) && readers.containsKey(item)) {
        int first = readers.get(item).stream().mapToInt(ranks::get).min().getAsInt();
        ranks.put(item, first - 1);
      }
    }
    return ranks;
  }

  /** The items, each after all that it reads. */
  private static List<Item> topological(Diagram diagram, Map<Item, List<Item>> readers) {
    Map<Item, Integer> missing = new HashMap<>();
    diagram.arrows().forEach(arrow -> missing.merge(arrow.to(), 1, Integer::sum));
    List<Item> order = new ArrayList<>();
    for (Item item : diagram.items()) {
      if (!missing.containsKey(item)) {
        order.add(item);
      }
    }
    for (int i = 0; i < order.size(); i++) {
      for (Item reader : readers.getOrDefault(order.get(i), List.of())) {
        if (missing.merge(reader, -1, Integer::sum) == 0) {
          order.add(reader);
        }
      }
    }
    return Collections.unmodifiableList(order);
  }
}
