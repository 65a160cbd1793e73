package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Arrow;
import dev.nutshell.processor.diagram.Diagram.Box;
import dev.nutshell.processor.diagram.Diagram.Item;
import dev.nutshell.processor.diagram.Diagram.Port;
import dev.nutshell.processor.diagram.Diagram.Repeat;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes boxes of parts, and one frame of each {@code repeat} whose parts are equal: the paths of
 * what is repeated differ in the number of the repetition alone.
 */
final class RepeatFolding {
  private final List<Part> parts;
  private final String prefix;
  private int repeats;

  private RepeatFolding(List<Part> parts, String prefix) {
    this.parts = parts;
    this.prefix = prefix;
  }

  /**
   * The diagram of these parts.
   *
   * @param prefix what ids begin with
   */
  static Diagram fold(List<Part> parts, String prefix) {
    RepeatFolding folding = new RepeatFolding(parts, prefix);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(i);
    }
    Level level = new Level(0);
    folding.place(all, 0, level);
    folding.connect(level);
    return level.diagram();
  }

  /** A diagram at work: that of the whole, or that of a repetition. */
  private static final class Level {
    /** How many segments of the paths all of it has in common. */
    private final int depth;

    private final Set<Item> items = new LinkedHashSet<>();
    private final Set<Arrow> arrows = new LinkedHashSet<>();
    private final Map<Integer, Item> itemOf = new LinkedHashMap<>();

    Level(int depth) {
      this.depth = depth;
    }

    void put(int part, Item item) {
      items.add(item);
      itemOf.put(part, item);
    }

    Diagram diagram() {
      return new Diagram(List.copyOf(items), List.copyOf(arrows));
    }
  }

  /** Where in a path the number of a repetition stands, at {@code from} or later; -1 if nowhere. */
  private static int number(List<String> path, int from) {
    for (int i = Math.max(1, from); i < path.size(); i++) {
      if (Character.isDigit(path.get(i).charAt(0))) {
        return i;
      }
    }
    return -1;
  }

  private void place(List<Integer> members, int from, Level level) {
    Map<List<String>, TreeMap<Integer, List<Integer>>> groups = new HashMap<>();
    for (int part : members) {
      List<String> path = parts.get(part).path();
      int at = number(path, from);
      if (at >= 0) {
        groups
            .computeIfAbsent(path.subList(0, at), base -> new TreeMap<>())
            .computeIfAbsent(Integer.parseInt(path.get(at)), number -> new ArrayList<>())
            .add(part);
      }
    }
    for (int part : members) {
      List<String> path = parts.get(part).path();
      int at = number(path, from);
      if (at < 0) {
        level.put(part, box(part, level.depth));
        continue;
      }
      // The first part of a repeat brings all others with it.
      TreeMap<Integer, List<Integer>> repetitions = groups.remove(path.subList(0, at));
      if (repetitions == null) {
        continue;
      }
      if (areEqual(repetitions.values(), at + 1)) {
        Repeat repeat = repeat(List.copyOf(repetitions.values()), at, level.depth);
        repetitions.values().forEach(all -> all.forEach(each -> level.put(each, repeat)));
      } else {
        repetitions.values().forEach(each -> place(each, at + 1, level));
      }
    }
  }

  private void connect(Level level) {
    level.itemOf.forEach(
        (part, item) -> {
          for (int source : parts.get(part).sources()) {
            Item from = level.itemOf.get(source);
            if (from != null && from != item) {
              level.arrows.add(new Arrow(from, item));
            }
          }
        });
  }

  private boolean areEqual(Collection<List<Integer>> repetitions, int from) {
    return repetitions.size() > 1
        && repetitions.stream().map(each -> signature(each, from)).distinct().count() == 1;
  }

  /** What a repetition consists of; what it reads from outside may have other names. */
  private List<Object> signature(List<Integer> repetition, int from) {
    List<Object> signature = new ArrayList<>();
    for (int number : repetition) {
      Part part = parts.get(number);
      signature.add(part.path().subList(from, part.path().size()));
      signature.add(part.kind() == Diagram.Kind.VALUE ? "" : part.layer());
      signature.add(shape(part.node()));
      signature.add(part.parameters());
      signature.add(
          part.sources().stream()
              .map(repetition::indexOf)
              .filter(source -> source >= 0)
              .collect(Collectors.toSet()));
    }
    return signature;
  }

  private Repeat repeat(List<List<Integer>> repetitions, int at, int depth) {
    // The second one: the formulas of the first name what stands before the repeat.
    List<Integer> shown = repetitions.get(1);
    List<String> path = parts.get(shown.get(0)).path();
    String id = prefix + "repeat" + repeats++;
    Level body = new Level(at + 1);
    Port entry = new Port(id + "in", true);
    Port exit = new Port(id + "out", false);
    body.items.add(entry);
    place(shown, at + 1, body);
    connect(body);
    readers(repetitions)
        .forEach(reader -> body.arrows.add(new Arrow(entry, body.itemOf.get(shown.get(reader)))));
    read(repetitions)
        .forEach(source -> body.arrows.add(new Arrow(body.itemOf.get(shown.get(source)), exit)));
    body.items.add(exit);
    long parameters =
        repetitions.stream()
            .flatMap(List::stream)
            .mapToLong(part -> parts.get(part).parameters())
            .sum();
    String title = String.join(".", path.subList(Math.min(depth, at - 1), at));
    return new Repeat(id, title, repetitions.size(), parameters, body.diagram());
  }

  /** Which parts of a repetition read what is not in it. */
  private Set<Integer> readers(List<List<Integer>> repetitions) {
    Set<Integer> readers = new LinkedHashSet<>();
    for (List<Integer> repetition : repetitions) {
      Set<Integer> inside = new HashSet<>(repetition);
      for (int i = 0; i < repetition.size(); i++) {
        if (!inside.containsAll(parts.get(repetition.get(i)).sources())) {
          readers.add(i);
        }
      }
    }
    return readers;
  }

  /** Which parts of a repetition are read by what is not in it. */
  private Set<Integer> read(List<List<Integer>> repetitions) {
    Map<Integer, Integer> places = new HashMap<>();
    Map<Integer, Integer> repetitionOf = new HashMap<>();
    for (int r = 0; r < repetitions.size(); r++) {
      for (int i = 0; i < repetitions.get(r).size(); i++) {
        places.put(repetitions.get(r).get(i), i);
        repetitionOf.put(repetitions.get(r).get(i), r);
      }
    }
    Set<Integer> read = new LinkedHashSet<>();
    for (int reader = 0; reader < parts.size(); reader++) {
      for (int source : parts.get(reader).sources()) {
        Integer repetition = repetitionOf.get(source);
        if (repetition != null && !repetition.equals(repetitionOf.get(reader))) {
          read.add(places.get(source));
        }
      }
    }
    return read;
  }

  private Box box(int number, int depth) {
    Part part = parts.get(number);
    List<String> path = part.path();
    boolean isNamed = !path.get(path.size() - 1).equals(part.layer());
    boolean byPath = part.kind() == Diagram.Kind.LAYER && (isNamed || part.parameters() > 0);
    String title = byPath ? String.join(".", path.subList(depth, path.size())) : part.text();
    return new Box(
        prefix + "box" + number,
        part.kind(),
        title,
        part.layer(),
        shape(part.node()),
        part.parameters());
  }

  private static String shape(Node node) {
    return node.shape().stream()
        .filter(extent -> !(extent instanceof Extent.Batch))
        .map(Extent::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
