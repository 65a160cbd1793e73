package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.Task.Evaluate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lowers each kernel once. */
final class KernelCache {
  private final Form form;
  private final Map<String, Entry> entries = new HashMap<>();

  /** A way to lower tasks. */
  interface Form {
    Lowering lower(Evaluate task, Map<Node, Location> locations);
  }

  /**
   * @param places of the kernel's buffers among the slots of the key
   */
  private record Entry(Kernel kernel, List<Integer> places) {}

  KernelCache(Form form) {
    this.form = form;
  }

  /** The call that computes a task. */
  Program.Call call(Evaluate task, Map<Node, Location> locations) {
    KernelKey key = KernelKey.of(task, locations);
    Entry entry = entries.get(key.toString());
    if (entry == null) {
      Lowering lowering = form.lower(task, locations);
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
