package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives temporaries their offsets: those whose lives do not meet may share space. What the backward pass needs of the forward
 * pass lies first, in the order of computation, and all else behind it, each as low as it can: so equal blocks of a network get
 * offsets in equal distances. A result takes the place of an operand that dies with it, where it may.
 */
final class StoragePlanner {
  private final Liveness liveness;
  private final Map<Area, Map<ElementType, Integer>> sizes = new EnumMap<>(Area.class);

  private StoragePlanner(Liveness liveness) {
    this.liveness = liveness;
  }

  /** Places the temporaries of a sequence, and returns how large the areas are. */
  static Program.Memory plan(Sequence sequence) {
    Liveness liveness = Liveness.of(sequence);
    StoragePlanner planner = new StoragePlanner(liveness);
    for (Area area : List.of(Area.WORK, Area.COMMON, Area.PARTIALS)) {
      for (ElementType type : ElementType.values()) {
        List<Slot> slots =
            liveness.temporaries().stream()
                .filter(slot -> slot.area() == area && slot.type() == type)
                .toList();
        if (!slots.isEmpty()) {
          int size = planner.place(slots, sequence.kept());
          planner.sizes.computeIfAbsent(area, key -> new EnumMap<>(ElementType.class)).put(type, size);
        }
      }
    }
    return new Program.Memory(planner.sizes);
  }

  private int place(List<Slot> slots, Set<Slot> kept) {
    List<Slot> first = slots.stream().filter(kept::contains).toList();
    int begin = place(first, 0);
    int end = place(slots.stream().filter(slot -> !kept.contains(slot)).toList(), begin);
    if (slots.get(0).area() != Area.COMMON) {
      slots.forEach(slot -> slot.rowStride(end));
    }
    return end;
  }

  /** Places slots from {@code begin} on, and returns where the last of them ends. */
  private int place(List<Slot> slots, int begin) {
    List<Slot> placed = new ArrayList<>();
    int end = begin;
    for (Slot slot : slots) {
      placed.removeIf(other -> other.last() < slot.first());
      Slot predecessor = liveness.predecessor(slot);
      List<Slot> others = placed.stream().filter(other -> other != predecessor).toList();
      boolean inPlace =
          placed.contains(predecessor) && isFree(predecessor.offset(), slot, others);
      slot.place(inPlace ? predecessor.offset() : firstFit(slot, placed, begin));
      placed.add(slot);
      end = Math.max(end, Math.addExact(slot.offset(), slot.size()));
    }
    return end;
  }

  private static boolean isFree(int offset, Slot slot, List<Slot> alive) {
    return alive.stream()
        .allMatch(
            other ->
                other.offset() + other.size() <= offset || offset + slot.size() <= other.offset());
  }

  /** The lowest offset at which no slot lies that is still alive. */
  private static int firstFit(Slot slot, List<Slot> alive, int begin) {
    List<Slot> rivals = new ArrayList<>(alive);
    rivals.sort(Comparator.comparingInt(Slot::offset));
    int offset = begin;
    for (Slot rival : rivals) {
      if (rival.offset() - offset >= slot.size()) {
        break;
      }
      offset = Math.max(offset, rival.offset() + rival.size());
    }
    return offset;
  }
}
