package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Pointwise;
import dev.nutshell.processor.loop.sequence.Sequence;
import dev.nutshell.processor.loop.sequence.Slot;
import dev.nutshell.processor.loop.sequence.Task;
import dev.nutshell.processor.loop.sequence.Task.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From when to when each temporary holds a value, in positions of the sequence of tasks. What is
 * touched inside a loop and outside of it is alive during the whole loop; what is touched inside
 * alone is written anew in each step.
 */
final class Liveness {
  private final Sequence sequence;
  private final Map<Slot, List<Integer>> touches = new LinkedHashMap<>();
  private final List<int[]> loops = new ArrayList<>();
  private final Map<Slot, Slot> successors = new LinkedHashMap<>();
  private int position;

  private Liveness(Sequence sequence) {
    this.sequence = sequence;
  }

  /** Follows a sequence; the lives are noted in the slots. */
  static Liveness of(Sequence sequence) {
    Liveness liveness = new Liveness(sequence);
    liveness.visit(sequence.preparation());
    for (Stage stage : sequence.stages()) {
      liveness.visit(stage.serial());
      liveness.visit(stage.parallel());
    }
    liveness.touches.forEach(liveness::live);
    return liveness;
  }

  /** The same of a sequence whose tasks may run again after later ones have: without samples. */
  static Liveness ofRepeated(Sequence sequence) {
    Liveness liveness = of(sequence);
    liveness.touches.keySet().stream()
        .filter(slot -> slot.area() == Area.COMMON)
        .forEach(slot -> slot.live(0, Integer.MAX_VALUE));
    return liveness;
  }

  /** The temporaries of an area and type, in the order in which their lives begin. */
  List<Slot> temporaries(Area area, ElementType type) {
    return touches.keySet().stream()
        .filter(slot -> slot.area() == area && slot.type() == type)
        .sorted(Comparator.comparingInt(Slot::first))
        .toList();
  }

  /**
   * The temporary whose place {@code slot} may take over: an operand that is read for the last time
   * where the slot is written, element for element; or null.
   */
  Slot predecessor(Slot slot) {
    Slot operand = successors.get(slot);
    return operand != null && operand.last() == slot.first() && operand.first() < slot.first()
        ? operand
        : null;
  }

  private void visit(List<Task> tasks) {
    for (Task task : tasks) {
      position++;
      if (task instanceof Task.Evaluate evaluate) {
        for (Node node : Dependencies.reads(evaluate.node().body())) {
          touch(sequence.locations().get(node).slot());
        }
        touch(evaluate.target().slot());
        successor(evaluate);
      } else if (task instanceof Task.Combine combine) {
        touch(combine.partial());
        touch(combine.whole());
      } else if (task instanceof Task.Repeat repeat) {
        int begin = position;
        visit(repeat.body());
        position++;
        loops.add(new int[] {begin, position});
      }
    }
  }

  private void successor(Task.Evaluate evaluate) {
    Slot target = evaluate.target().slot();
    for (Node node : Dependencies.reads(evaluate.node().body())) {
      Slot operand = sequence.locations().get(node).slot();
      if (operand.isTemporary()
          && operand != target
          && operand.area() == target.area()
          && operand.type() == target.type()
          && operand.size() == target.size()
          && target.slack() == 0
          && Pointwise.reads(evaluate, read -> in(operand, read))) {
        successors.putIfAbsent(target, operand);
      }
    }
  }

  private Optional<Location> in(Slot slot, Node node) {
    Location location = sequence.locations().get(node);
    return location.slot() == slot ? Optional.of(location) : Optional.empty();
  }

  private void touch(Slot slot) {
    if (slot.isTemporary()) {
      touches.computeIfAbsent(slot, key -> new ArrayList<>()).add(position);
    }
  }

  /** What is prepared is read in every later run. Loops are listed from the inner to the outer. */
  private void live(Slot slot, List<Integer> positions) {
    if (slot.area() == Area.PREPARED) {
      slot.live(0, Integer.MAX_VALUE);
      return;
    }
    for (int touch : positions) {
      slot.live(touch, touch);
    }
    for (int[] loop : loops) {
      boolean meets = slot.first() <= loop[1] && slot.last() >= loop[0];
      boolean within = slot.first() >= loop[0] && slot.last() <= loop[1];
      if (meets && !within && positions.stream().anyMatch(p -> p >= loop[0] && p <= loop[1])) {
        slot.live(loop[0], loop[1]);
      }
    }
  }
}
