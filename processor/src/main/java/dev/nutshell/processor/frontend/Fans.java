package dev.nutshell.processor.frontend;

import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.graph.Variable.Initializer;
import java.util.List;

/**
 * How many inputs an output of a layer sums over, and how many outputs an input goes to. The
 * runtime takes them from the shape of a kernel, {@code [..., in, out]}; where the axes of a kernel
 * mean something else, an initializer that goes by them is scaled so that it draws as if they were
 * these.
 */
record Fans(double in, double out) {
  private static final String SCALING = "variance_scaling";

  /** Those of a kernel of that shape, {@code [..., in, out]}, as the runtime takes them. */
  static Fans ofKernel(List<Integer> shape) {
    int rank = shape.size();
    double positions = product(shape.subList(0, Math.max(0, rank - 2)));
    double out = rank == 0 ? 1 : positions * shape.get(rank - 1);
    return new Fans(rank < 2 ? out : positions * shape.get(rank - 2), out);
  }

  static double product(List<Integer> extents) {
    return extents.stream().mapToDouble(Integer::intValue).reduce(1, (a, b) -> a * b);
  }

  /** The initializer that draws a kernel of that shape by these fans. */
  InitializerValue applied(InitializerValue value, List<Integer> shape) {
    Fans found = ofKernel(shape);
    Initializer initializer = value.initializer();
    String name = Initializers.name(value);
    boolean isScaling = name.equals(SCALING);
    boolean isNamed = name.matches("(glorot|he|lecun)_(uniform|normal)");
    if (equals(found) || !isScaling && !isNamed) {
      return value;
    }
    String mode = name.startsWith("glorot_") ? "fan_avg" : "fan_in";
    double scale = name.startsWith("he_") ? 2 : 1;
    String words =
        SCALING + "." + mode + (name.endsWith("_uniform") ? ".uniform" : ".truncated_normal");
    if (isScaling) {
      words = initializer.name();
      mode = words.split("\\.", -1)[1];
      scale = initializer.arguments().get(0);
    }
    double scaled = scale * found.by(mode) / by(mode);
    return new InitializerValue(new Initializer(words, List.of(scaled)));
  }

  private double by(String mode) {
    switch (mode) {
      case "fan_in":
        return in;
      case "fan_out":
        return out;
      default:
        return (in + out) / 2;
    }
  }
}
