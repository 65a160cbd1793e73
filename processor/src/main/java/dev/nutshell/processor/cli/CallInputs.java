package dev.nutshell.processor.cli;

import dev.nutshell.inference.ScalarMath;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code run} feeds to an entry point: samples written in JSON, or drawn from a seed. The
 * calls made lack the variables.
 */
final class CallInputs {
  private final EntryPoint entry;
  private final Map<String, Integer> extents = new LinkedHashMap<>();

  private CallInputs(EntryPoint entry) {
    this.entry = entry;
  }

  /**
   * Samples from JSON: an object with the name of each input, or an array of such objects. Tensors
   * are nested arrays; their lengths say how long bounded axes are.
   *
   * @throws CommandFailure that says what does not fit
   */
  static Call of(EntryPoint entry, Object json) {
    List<?> samples = json instanceof List<?> list ? list : List.of(json);
    if (samples.isEmpty()) {
      throw new CommandFailure("inputs: no samples");
    }
    CallInputs inputs = new CallInputs(entry);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Input input : entry.inputs()) {
      List<Double> values = new ArrayList<>();
      for (Object sample : samples) {
        inputs.read(input, inputs.member(sample, input.name()), values);
      }
      tensors.put(input.name(), inputs.tensor(input, samples.size(), values));
    }
    return inputs.call(samples.size(), tensors);
  }

  /**
   * One sample with numbers below 1, drawn from a seed; integers are 0 or 1, bounded axes as long
   * as may be.
   */
  static Call random(EntryPoint entry, long seed) {
    CallInputs inputs = new CallInputs(entry);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < entry.inputs().size(); i++) {
      Input input = entry.inputs().get(i);
      List<Double> values = new ArrayList<>();
      for (int element = 0; element < input.sampleSize(); element++) {
        double value = ScalarMath.uniformDouble(seed, 0, i, 0, element);
        values.add(input.type() == ElementType.REAL ? value : Math.rint(value));
      }
      tensors.put(input.name(), inputs.tensor(input, 1, values));
    }
    return inputs.call(1, tensors);
  }

  private Call call(int samples, Map<String, Tensor> tensors) {
    return Call.of(samples, tensors, Map.of()).withExtents(extents);
  }

  private Object member(Object sample, String name) {
    if (!(sample instanceof Map<?, ?> members)) {
      throw new CommandFailure("inputs: a sample must be an object with the members " + names());
    }
    for (Object member : members.keySet()) {
      if (entry.inputs().stream().noneMatch(input -> input.name().equals(member))) {
        throw new CommandFailure("inputs: there is no input " + member + ", only " + names());
      }
    }
    if (!members.containsKey(name)) {
      throw new CommandFailure("inputs: " + name + " is missing");
    }
    return members.get(name);
  }

  private String names() {
    return String.join(", ", entry.inputs().stream().map(Input::name).toList());
  }

  private void read(Input input, Object json, List<Double> values) {
    read(input, axes(input), json, values);
  }

  private void read(Input input, List<Extent> axes, Object json, List<Double> values) {
    if (axes.isEmpty()) {
      values.add(number(input, json));
      return;
    }
    if (!(json instanceof List<?> list)) {
      throw new CommandFailure("inputs: " + input.name() + " must be nested arrays " + axes(input));
    }
    int expected = length(axes.get(0), list.size());
    if (list.size() != expected) {
      throw new CommandFailure(
          "inputs: "
              + input.name()
              + " has an array of "
              + list.size()
              + " where "
              + axes.get(0)
              + " are expected");
    }
    for (Object element : list) {
      read(input, axes.subList(1, axes.size()), element, values);
    }
  }

  /** The length of an axis; a bounded one has that of the array that is met first. */
  private int length(Extent extent, int found) {
    if (extent instanceof Extent.Bounded bounded) {
      int length = extents.computeIfAbsent(bounded.name(), name -> found);
      return length >= 1 && length <= bounded.bound() ? length : -1;
    }
    return extent.bound();
  }

  private static double number(Input input, Object json) {
    if (json instanceof Boolean truth && input.type() == ElementType.BOOL) {
      return truth ? 1 : 0;
    }
    if (json instanceof Double number && input.type() != ElementType.BOOL && fits(input, number)) {
      return number;
    }
    throw new CommandFailure(
        "inputs: " + input.name() + " holds " + json + ", which is no " + type(input));
  }

  /** The type as networks write it. */
  private static String type(Input input) {
    return input.type() == ElementType.REAL
        ? "float"
        : input.type().name().toLowerCase(Locale.ROOT);
  }

  private static boolean fits(Input input, double number) {
    return switch (input.type()) {
      case INT -> number == (int) number;
      case BYTE -> number == ((int) number & 0xff);
      case REAL, DOUBLE, BOOL -> true;
    };
  }

  private Tensor tensor(Input input, int samples, List<Double> values) {
    List<Integer> shape = new ArrayList<>(List.of(samples));
    for (Extent extent : axes(input)) {
      shape.add(
          extent instanceof Extent.Bounded bounded
              ? extents.getOrDefault(bounded.name(), bounded.bound())
              : extent.bound());
    }
    return new Tensor(shape, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<Extent> axes(Input input) {
    return input.isBatched() ? input.shape().subList(1, input.rank()) : input.shape();
  }
}
