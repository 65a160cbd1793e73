package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.Task.Evaluate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lowers each kernel once. */
final class KernelCache {
  private final Map<String, Entry> entries = new HashMap<>();

  /**
   * @param places of the kernel's buffers among the slots of the key
   */
  private record Entry(Kernel kernel, List<Integer> places) {}

  /** The call that computes a task. */
  Program.Call call(Evaluate task, Map<Node, Location> locations) {
    KernelKey key = KernelKey.of(task, locations);
    Entry entry = entries.get(key.toString());
    if (entry == null) {
      Lowering lowering = Lowering.of(task, locations);
      entry =
          new Entry(
              lowering.kernel(), lowering.slots().stream().map(key.slots()::indexOf).toList());
      entries.put(key.toString(), entry);
    }
    List<Place> places =
        entry.places().stream().map(number -> key.slots().get(number).place()).toList();
    return new Program.Call(entry.kernel(), places);
  }
}
