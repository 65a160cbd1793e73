package dev.nutshell.processor.frontend;

import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.graph.Variable.Initializer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The initializers by name, with their arguments and defaults (Keras'). */
final class Initializers {

  /** Argument names and defaults in order; null where an argument must be given. */
  private static final Map<String, Map<String, Double>> ARGUMENTS = new LinkedHashMap<>();

  static {
    for (String name :
        List.of(
            "zeros",
            "ones",
            "glorot_uniform",
            "glorot_normal",
            "he_uniform",
            "he_normal",
            "lecun_uniform",
            "lecun_normal")) {
      ARGUMENTS.put(name, new LinkedHashMap<>());
    }
    define("constant", "value", null);
    define("random_normal", "mean", 0.0, "stddev", 0.05);
    define("random_uniform", "minval", -0.05, "maxval", 0.05);
    define("truncated_normal", "mean", 0.0, "stddev", 0.05);
  }

  static final List<String> NAMES = List.copyOf(ARGUMENTS.keySet());

  private Initializers() {}

  private static void define(String name, Object... arguments) {
    Map<String, Double> defaults = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      defaults.put((String) arguments[i], (Double) arguments[i + 1]);
    }
    ARGUMENTS.put(name, defaults);
  }

  /** The initializer of that name; its numbers are the defaults. */
  static Optional<Value> named(String name) {
    if (!ARGUMENTS.containsKey(name)) {
      return Optional.empty();
    }
    List<Double> defaults = new ArrayList<>(ARGUMENTS.get(name).values());
    return Optional.of(
        new InitializerValue(
            new Initializer(name, defaults.contains(null) ? List.of() : defaults)));
  }

  /** Argument names and defaults, in order. */
  static Map<String, Double> arguments(String name) {
    return ARGUMENTS.get(name);
  }
}
