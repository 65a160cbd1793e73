package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.Task.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From when to when each temporary holds a value, in positions of the sequence of tasks. What is touched inside a loop and
 * outside of it is alive during the whole loop; what is touched inside alone is written anew in each step.
 */
final class Liveness {
  private final Sequence sequence;
  private final Map<Slot, List<Integer>> touches = new LinkedHashMap<>();
  private final List<int[]> loops = new ArrayList<>();
  private int position;

  private Liveness(Sequence sequence) {
    this.sequence = sequence;
  }

  /** The temporaries in the order of first use, their lives noted in them. */
  static List<Slot> of(Sequence sequence) {
    Liveness liveness = new Liveness(sequence);
    for (Stage stage : sequence.stages()) {
      liveness.visit(stage.serial());
      liveness.visit(stage.parallel());
    }
    liveness.touches.forEach(liveness::live);
    return List.copyOf(liveness.touches.keySet());
  }

  private void visit(List<Task> tasks) {
    for (Task task : tasks) {
      position++;
      if (task instanceof Task.Evaluate evaluate) {
        for (Node node : Dependencies.reads(evaluate.node().body())) {
          touch(sequence.locations().get(node).slot());
        }
        touch(evaluate.target().slot());
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

  private void touch(Slot slot) {
    if (slot.isTemporary()) {
      touches.computeIfAbsent(slot, key -> new ArrayList<>()).add(position);
    }
  }

  /** Loops are listed from the inner to the outer. */
  private void live(Slot slot, List<Integer> positions) {
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
