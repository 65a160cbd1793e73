package dev.nutshell.processor.door;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Puts the values of a network after what they read, and leaves their order otherwise as it is
 * written.
 */
final class Dependencies {
  private final Map<String, NamedValue> values = new LinkedHashMap<>();
  private final Set<NamedValue> ordered = new LinkedHashSet<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final BiConsumer<NamedValue, String> onCycle;

  private Dependencies(List<NamedValue> values, BiConsumer<NamedValue, String> onCycle) {
    values.forEach(value -> this.values.put(value.name(), value));
    this.onCycle = onCycle;
  }

  /**
   * The values in order; what a cycle holds comes anywhere.
   *
   * @param onCycle gets the value at which a cycle closes, and the cycle as a text
   */
  static List<NamedValue> order(List<NamedValue> values, BiConsumer<NamedValue, String> onCycle) {
    Dependencies dependencies = new Dependencies(values, onCycle);
    dependencies.values.values().forEach(dependencies::visit);
    return List.copyOf(dependencies.ordered);
  }

  private void visit(NamedValue value) {
    if (path.contains(value.name())) {
      List<String> cycle = new ArrayList<>(path);
      List<String> closed = cycle.subList(cycle.indexOf(value.name()), cycle.size());
      onCycle.accept(value, String.join(" → ", closed) + " → " + value.name());
    } else if (!ordered.contains(value)) {
      path.addLast(value.name());
      value.dependencies().stream()
          .filter(values::containsKey)
          .map(values::get)
          .forEach(this::visit);
      path.removeLast();
      ordered.add(value);
    }
  }
}
