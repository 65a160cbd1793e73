package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a graph has become: phases of kernel calls. In each phase the serial steps run once, then
 * the parallel steps run for every chunk of rows, in any order and on any thread; phases follow one
 * another.
 *
 * @param preparation what has to run only once for a network, before the first phase: it reads
 *     parameters and states and fills {@link Area#PREPARED}
 * @param memory what it needs besides variables, inputs and outputs
 */
public record Program(String name, List<Step> preparation, List<Phase> phases, Memory memory) {
  public Program {
    preparation = List.copyOf(preparation);
    phases = List.copyOf(phases);
  }

  /** The same with other memory. */
  public Program with(Memory other) {
    return new Program(name, preparation, phases, other);
  }

  /** Whether a kernel works in an area. */
  public boolean uses(Area area) {
    return phases.stream()
        .anyMatch(phase -> uses(phase.serial(), area) || uses(phase.parallel(), area));
  }

  private static boolean uses(List<Step> steps, Area area) {
    for (Step step : steps) {
      boolean uses =
          step instanceof Loop loop
              ? uses(loop.body(), area)
              : step instanceof Call call
                  && call.places().stream().anyMatch(place -> place.area() == area);
      if (uses) {
        return true;
      }
    }
    return false;
  }

  public record Phase(List<Step> serial, List<Step> parallel) {
    public Phase {
      serial = List.copyOf(serial);
      parallel = List.copyOf(parallel);
    }
  }

  /** One step of a phase. */
  public sealed interface Step {}

  /** Runs a kernel; one place for each of its buffers. */
  public record Call(Kernel kernel, List<Place> places) implements Step {
    public Call {
      places = List.copyOf(places);
    }
  }

  /**
   * The steps of a scan. The kernels inside take the step as an int parameter named after the axis.
   */
  public record Loop(Axis axis, boolean reverse, List<Step> body) implements Step {
    public Loop {
      body = List.copyOf(body);
    }
  }

  /**
   * Joins the rows of {@code partial}, or {@link Area#GRADIENT_PARTS}, in the order of the chunks,
   * into {@code size} elements at {@code whole}.
   */
  public record Join(Place partial, Place whole, int size, ReduceOp op) implements Step {
    public boolean isOfGradients() {
      return partial.area() == Area.GRADIENT_PARTS;
    }
  }

  /**
   * Elements of each area by type: of a row for {@link Area#WORK}, {@link Area#CARRIES} and {@link
   * Area#PARTIALS}, in all for {@link Area#COMMON}, {@link Area#SCRATCH} and {@link Area#PREPARED}.
   */
  public record Memory(Map<Area, Map<ElementType, Integer>> sizes) {
    public int size(Area area, ElementType type) {
      return sizes.getOrDefault(area, Map.of()).getOrDefault(type, 0);
    }

    /** The same, and an area of one type. */
    public Memory with(Area area, ElementType type, int size) {
      Map<Area, Map<ElementType, Integer>> all = new EnumMap<>(sizes);
      all.put(area, Map.of(type, size));
      return new Memory(all);
    }
  }
}
