package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives temporaries their offsets: those whose lives do not meet may share space. */
final class StoragePlanner {
  private final Map<Area, Map<ElementType, Integer>> sizes = new EnumMap<>(Area.class);

  /** Places the temporaries of a sequence, and returns how large the areas are. */
  static Program.Memory plan(Sequence sequence) {
    StoragePlanner planner = new StoragePlanner();
    List<Slot> slots = Liveness.of(sequence);
    for (Area area : List.of(Area.WORK, Area.COMMON, Area.PARTIALS)) {
      for (ElementType type : ElementType.values()) {
        planner.pool(
            area, slots.stream().filter(s -> s.area() == area && s.type() == type).toList());
      }
    }
    return new Program.Memory(planner.sizes);
  }

  private void pool(Area area, List<Slot> slots) {
    List<Slot> placed = new ArrayList<>();
    int size = 0;
    for (Slot slot : slots) {
      slot.place(firstFit(slot, placed));
      placed.add(slot);
      size = Math.max(size, Math.addExact(slot.offset(), slot.size()));
    }
    if (slots.isEmpty()) {
      return;
    }
    sizes.computeIfAbsent(area, key -> new EnumMap<>(ElementType.class)).put(slots.get(0).type(), size);
    if (area != Area.COMMON) {
      for (Slot slot : slots) {
        slot.rowStride(size);
      }
    }
  }

  /** The lowest offset at which nothing lies whose life meets the slot's. */
  private static int firstFit(Slot slot, List<Slot> placed) {
    List<Slot> rivals =
        placed.stream()
            .filter(other -> other.first() <= slot.last() && slot.first() <= other.last())
            .sorted(Comparator.comparingInt(Slot::offset))
            .toList();
    int offset = 0;
    for (Slot rival : rivals) {
      if (rival.offset() - offset >= slot.size()) {
        break;
      }
      offset = Math.max(offset, rival.offset() + rival.size());
    }
    return offset;
  }
}
