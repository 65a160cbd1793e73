package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.Task.Evaluate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lowers each kernel once. */
final class KernelCache {
  private final Form form;
  private final Map<String, List<Entry>> entries = new HashMap<>();

  /** A way to lower tasks. */
  interface Form {
    List<Lowered> lower(Evaluate task, Map<Node, Location> locations);
  }

  /**
   * @param places of the kernel's buffers among the slots of the key
   */
  private record Entry(Kernel kernel, List<Integer> places) {}

  KernelCache(Form form) {
    this.form = form;
  }

  /** The calls that compute a task. */
  List<Program.Call> calls(Evaluate task, Map<Node, Location> locations) {
    KernelKey key = KernelKey.of(task, locations);
    List<Entry> kernels = entries.get(key.toString());
    if (kernels == null) {
      kernels = new ArrayList<>();
      for (Lowered lowered : form.lower(task, locations)) {
        List<Integer> places = lowered.slots().stream().map(key.slots()::indexOf).toList();
        kernels.add(new Entry(lowered.kernel(), places));
      }
      entries.put(key.toString(), kernels);
    }
    List<Program.Call> calls = new ArrayList<>();
    for (Entry entry : kernels) {
      List<Place> places =
          entry.places().stream().map(number -> key.slots().get(number).place()).toList();
      calls.add(new Program.Call(entry.kernel(), places));
    }
    return calls;
  }
}
