package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Executes a program as generated code would, every value in double; unwritten memory is NaN. */
final class ProgramRunner {
  private record Key(Area area, int port, ElementType type) {}

  private final Program program;
  private final int rows;
  private final int chunk;
  private final Map<Key, double[]> arrays = new HashMap<>();

  /** What each chunk but the first adds to the gradients. */
  private final Map<Integer, double[]> parts = new HashMap<>();

  private final Map<String, Integer> integers = new HashMap<>();

  ProgramRunner(Program program, int rows, int chunk) {
    this.program = program;
    this.rows = rows;
    this.chunk = chunk;
    program
        .memory()
        .sizes()
        .forEach(
            (area, sizes) ->
                sizes.forEach(
                    (type, size) -> {
                      int count = !area.hasRows() ? 1 : area == Area.PARTIALS ? chunks() : rows;
                      double[] array = new double[size * count];
                      Arrays.fill(array, area == Area.CARRIES ? 0 : Double.NaN);
                      arrays.put(new Key(area, 0, type), array);
                    }));
  }

  private int chunks() {
    return (rows + chunk - 1) / chunk;
  }

  /** The array of an area. */
  ProgramRunner with(Area area, int port, ElementType type, double... values) {
    arrays.put(new Key(area, port, type), values);
    return this;
  }

  /** The length of a bounded axis. */
  ProgramRunner with(String bounded, int length) {
    integers.put(bounded + "Length", length);
    return this;
  }

  double[] get(Area area, int port, ElementType type) {
    return arrays.get(new Key(area, port, type));
  }

  ProgramRunner run() {
    steps(program.preparation());
    integers.put("rows", rows);
    for (Program.Phase phase : program.phases()) {
      steps(phase.serial());
      for (int part = 0; part < chunks() && !phase.parallel().isEmpty(); part++) {
        integers.put("chunk", part);
        integers.put("from", part * chunk);
        integers.put("to", Math.min(rows, (part + 1) * chunk));
        steps(phase.parallel());
      }
      List.of("chunk", "from", "to").forEach(integers::remove);
    }
    return this;
  }

  private void steps(List<Program.Step> steps) {
    for (Program.Step step : steps) {
      if (step instanceof Program.Call call) {
        call(call);
      } else if (step instanceof Program.Join join) {
        join(join);
      } else if (step instanceof Program.Loop loop) {
        int length =
            loop.axis().extent() instanceof dev.nutshell.processor.graph.Extent.Bounded bounded
                ? integers.get(KernelIntegers.length(bounded))
                : loop.axis().extent().bound();
        for (int i = 0; i < length; i++) {
          integers.put(loop.axis().name(), loop.reverse() ? length - 1 - i : i);
          steps(loop.body());
        }
        integers.remove(loop.axis().name());
      }
    }
  }

  private void call(Program.Call call) {
    Map<Kernel.Buffer, double[]> bound = new LinkedHashMap<>();
    Map<Kernel.Buffer, Place> places = new HashMap<>();
    for (int k = 0; k < call.places().size(); k++) {
      Kernel.Buffer buffer = call.kernel().buffers().get(k);
      Place place = call.places().get(k);
      bound.put(buffer, array(place));
      places.put(buffer, place);
    }
    Map<String, Integer> arguments = new HashMap<>();
    for (LoopExpression.Local local : call.kernel().integers()) {
      arguments.put(local.name(), integers.get(local.name()));
    }
    new KernelRunner(bound, places, arguments).run(call.kernel().body());
  }

  private double[] array(Place place) {
    if (place.area() == Area.GRADIENT_PARTS) {
      double[] gradients = arrays.get(new Key(Area.GRADIENTS, place.port(), place.type()));
      int part = integers.get("chunk");
      return part == 0
          ? gradients
          : parts.computeIfAbsent(part, each -> new double[gradients.length]);
    }
    double[] array = arrays.get(new Key(place.area(), place.port(), place.type()));
    if (array == null) {
      throw new IllegalStateException("no array for " + place);
    }
    return array;
  }

  private void join(Program.Join join) {
    double[] whole = array(join.whole());
    if (join.isOfGradients()) {
      for (int part = 1; part < chunks(); part++) {
        for (int i = join.whole().offset(); i < join.whole().offset() + join.size(); i++) {
          whole[i] += parts.get(part)[i];
        }
      }
      return;
    }
    double[] parts = array(join.partial());
    for (int i = 0; i < join.size(); i++) {
      double total = parts[join.partial().offset() + i];
      for (int part = 1; part < chunks(); part++) {
        double next = parts[join.partial().offset() + part * join.partial().rowStride() + i];
        total = join.op() == ReduceOp.SUM ? total + next : Math.max(total, next);
      }
      whole[join.whole().offset() + i] = total;
    }
  }
}
