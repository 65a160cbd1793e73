package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Program;
import dev.nutshell.processor.loop.sequence.CacheLines;
import dev.nutshell.processor.loop.sequence.Sequence;
import dev.nutshell.processor.loop.sequence.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives temporaries their offsets: those whose lives do not meet may share space. What the backward
 * pass needs of the forward pass lies first, in the order of computation, and all else behind it,
 * each as low as it can: so equal blocks of a network get offsets in equal distances. A result
 * takes the place of an operand that dies with it, where it may.
 */
final class StoragePlanner {
  private final Liveness liveness;
  private final CacheLines lines;

  private StoragePlanner(Liveness liveness, CacheLines lines) {
    this.liveness = liveness;
    this.lines = lines;
  }

  /**
   * Places the temporaries of sequences that use the same areas, and returns how large these are.
   */
  static Program.Memory plan(List<Sequence> sequences, CacheLines lines) {
    Map<Sequence, Liveness> lives = new LinkedHashMap<>();
    sequences.forEach(sequence -> lives.put(sequence, Liveness.of(sequence)));
    return plan(lives, lines);
  }

  /**
   * Places the temporaries of a sequence whose parallel parts are run again after later serial
   * parts: what has no samples keeps its place to the end.
   */
  static Program.Memory planToRepeat(Sequence sequence, CacheLines lines) {
    return plan(Map.of(sequence, Liveness.ofRepeated(sequence)), lines);
  }

  private static Program.Memory plan(Map<Sequence, Liveness> lives, CacheLines lines) {
    Map<Area, Map<ElementType, Integer>> sizes = new EnumMap<>(Area.class);
    for (Area area : List.of(Area.WORK, Area.COMMON, Area.PREPARED, Area.PARTIALS)) {
      for (ElementType type : ElementType.values()) {
        List<Slot> all = new ArrayList<>();
        int size = 0;
        for (Map.Entry<Sequence, Liveness> entry : lives.entrySet()) {
          List<Slot> slots = entry.getValue().temporaries(area, type);
          StoragePlanner planner = new StoragePlanner(entry.getValue(), lines);
          size = Math.max(size, planner.place(slots, entry.getKey().kept()));
          all.addAll(slots);
        }
        if (area.hasRows()) {
          size = lines.rowOf(type, size);
        }
        if (!all.isEmpty()) {
          sizes.computeIfAbsent(area, key -> new EnumMap<>(ElementType.class)).put(type, size);
        }
        int row = area.hasRows() ? size : 0;
        all.forEach(slot -> slot.rowStride(row));
      }
    }
    return new Program.Memory(sizes);
  }

  private int place(List<Slot> slots, Set<Slot> kept) {
    int begin = place(slots.stream().filter(kept::contains).toList(), 0);
    return place(slots.stream().filter(slot -> !kept.contains(slot)).toList(), begin);
  }

  /** Places slots from {@code begin} on, and returns where the last of them ends. */
  private int place(List<Slot> slots, int begin) {
    List<Slot> placed = new ArrayList<>();
    int end = begin;
    for (Slot slot : slots) {
      placed.removeIf(other -> other.last() < slot.first());
      Slot predecessor = liveness.predecessor(slot);
      List<Slot> others = placed.stream().filter(other -> other != predecessor).toList();
      boolean inPlace = placed.contains(predecessor) && isFree(predecessor.offset(), slot, others);
      slot.place(inPlace ? predecessor.offset() : firstFit(slot, placed, begin, lines));
      placed.add(slot);
      end = Math.max(end, Math.addExact(slot.offset(), slot.room()));
    }
    return end;
  }

  private static boolean isFree(int offset, Slot slot, List<Slot> alive) {
    return alive.stream()
        .allMatch(
            other ->
                other.offset() + other.room() <= offset || offset + slot.room() <= other.offset());
  }

  /** The lowest offset at which no slot lies that is still alive. */
  private static int firstFit(Slot slot, List<Slot> alive, int begin, CacheLines lines) {
    List<Slot> rivals = new ArrayList<>(alive);
    rivals.sort(Comparator.comparingInt(Slot::offset));
    int offset = lines.align(slot, begin);
    for (Slot rival : rivals) {
      if (rival.offset() - offset >= slot.room()) {
        break;
      }
      offset = lines.align(slot, Math.max(offset, rival.offset() + rival.room()));
    }
    return offset;
  }
}
