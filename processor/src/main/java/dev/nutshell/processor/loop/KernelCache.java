package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.lowering.Lowered;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Slot;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
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
   * @param slots of the kernel's buffers
   * @param places of the buffers among the slots of the key; -1 where the kernel alone has the slot
   */
  private record Entry(Kernel kernel, List<Slot> slots, List<Integer> places) {
    List<Place> places(KernelKey key) {
      List<Place> all = new ArrayList<>();
      for (int i = 0; i < slots.size(); i++) {
        int number = places.get(i);
        all.add((number < 0 ? slots.get(i) : key.slots().get(number)).place());
      }
      return all;
    }
  }

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
        kernels.add(new Entry(lowered.kernel(), lowered.slots(), places));
      }
      entries.put(key.toString(), kernels);
    }
    List<Program.Call> calls = new ArrayList<>();
    for (Entry entry : kernels) {
      calls.add(new Program.Call(entry.kernel(), entry.places(key)));
    }
    return calls;
  }
}
