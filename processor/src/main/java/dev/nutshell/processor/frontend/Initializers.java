package dev.nutshell.processor.frontend;

import dev.nutshell.processor.frontend.Value.BoolValue;
import dev.nutshell.processor.frontend.Value.FloatValue;
import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.frontend.Value.WordValue;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Variable.Initializer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The initializers by name, with their arguments and defaults (Keras'). */
final class Initializers {

  /** Argument names in order, each with its default, or with null where it must be given. */
  private static final Map<String, Map<String, Value>> ARGUMENTS = new LinkedHashMap<>();

  static {
    for (String name :
        List.of(
            "zeros",
            "ones",
            "unadapted",
            "glorot_uniform",
            "glorot_normal",
            "he_uniform",
            "he_normal",
            "lecun_uniform",
            "lecun_normal")) {
      define(name);
    }
    define("constant", "value", null);
    define("identity", "gain", number(1));
    define("random_normal", "mean", number(0), "stddev", number(0.05));
    define("random_uniform", "minval", number(-0.05), "maxval", number(0.05));
    define("truncated_normal", "mean", number(0), "stddev", number(0.05));
    define("orthogonal", "gain", number(1));
    define(
        "variance_scaling",
        "scale",
        number(1),
        "mode",
        word("fan_in", "fan_out", "fan_avg"),
        "distribution",
        word("truncated_normal", "untruncated_normal", "uniform"));
    define(
        "stft",
        "side",
        word("real", "imag"),
        "window",
        word("hann", "hamming", "blackman", "none"),
        "scaling",
        word("density", "spectrum", "none"),
        "periodic",
        new BoolValue(false));
  }

  static final List<String> NAMES = List.copyOf(ARGUMENTS.keySet());

  private Initializers() {}

  private static void define(String name, Object... arguments) {
    Map<String, Value> defaults = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      defaults.put((String) arguments[i], (Value) arguments[i + 1]);
    }
    ARGUMENTS.put(name, defaults);
  }

  private static Value number(double value) {
    return new FloatValue(value);
  }

  /** The first of the choices. */
  private static Value word(String... choices) {
    return new WordValue(choices[0], List.of(choices));
  }

  /** The initializer of that name with its defaults; without any where one must be given. */
  static Optional<Value> named(String name) {
    if (!ARGUMENTS.containsKey(name)) {
      return Optional.empty();
    }
    Map<String, Value> defaults = ARGUMENTS.get(name);
    return Optional.of(of(name, defaults.containsValue(null) ? Map.of() : defaults));
  }

  /** An initializer with its arguments: words become part of its name, as the runtime reads it. */
  static InitializerValue of(String name, Map<String, Value> arguments) {
    StringBuilder words = new StringBuilder(name);
    List<Double> numbers = new ArrayList<>();
    for (Value value : arguments.values()) {
      if (value instanceof WordValue word) {
        words.append('.').append(word.word());
      } else if (value instanceof BoolValue bool) {
        numbers.add(bool.value() ? 1.0 : 0.0);
      } else if (value instanceof TupleValue parts) {
        parts.elements().forEach(part -> numbers.add(((FloatValue) part).value()));
      } else {
        numbers.add(((FloatValue) value).value());
      }
    }
    return new InitializerValue(new Initializer(words.toString(), numbers));
  }

  /** The name of an initializer without its words. */
  static String name(InitializerValue value) {
    return value.initializer().name().split("\\.", -1)[0];
  }

  /** Argument names and defaults, in order. */
  static Map<String, Value> arguments(String name) {
    return ARGUMENTS.get(name);
  }

  /** Why an initializer cannot draw a variable of that shape, as the runtime says it. */
  static Optional<String> problem(Initializer initializer, List<Extent> shape) {
    List<Integer> sample =
        shape.stream()
            .filter(extent -> !(extent instanceof Extent.Batch))
            .map(Extent::bound)
            .toList();
    try {
      dev.nutshell.training.initializer.Initializer.parse(initializer.toString(), sample);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
