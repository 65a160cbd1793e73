package dev.nutshell.training.initializer;

import java.util.List;

/**
 * Numbers whose variance keeps that of what flows through a layer (Glorot and Bengio 2010; He et
 * al. 2015; LeCun et al. 1998): {@code scale / n}, with n the inputs that an output sums over, the
 * outputs that an input goes to, or the mean of both, at least 1.
 */
final class VarianceScaling {

  /** Standard deviation of a standard normal distribution cut at plus and minus 2. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private static final List<String> MODES = List.of("fan_in", "fan_out", "fan_avg");
  private static final List<String> DISTRIBUTIONS =
      List.of("truncated_normal", "untruncated_normal", "uniform");

  private VarianceScaling() {}

  /** {@code variance_scaling} with its words. */
  static Filler of(InitializerCall call, List<Integer> shape) {
    double scale = call.arguments(1)[0];
    if (!(scale > 0)) {
      throw call.error("a scale above 0 expected, " + scale + " found");
    }
    return filler(scale, call.word(0, MODES), call.word(1, DISTRIBUTIONS), shape);
  }

  /** {@code glorot}, {@code he} or {@code lecun}, with {@code _uniform} or {@code _normal}. */
  static Filler named(InitializerCall call, List<Integer> shape) {
    call.requireArguments(0);
    String distribution = call.name().endsWith("_uniform") ? "uniform" : "truncated_normal";
    double scale = call.name().startsWith("he_") ? 2 : 1;
    String mode = call.name().startsWith("glorot_") ? "fan_avg" : "fan_in";
    return filler(scale, mode, distribution, shape);
  }

  private static Filler filler(
      double scale, String mode, String distribution, List<Integer> shape) {
    double fan =
        switch (mode) {
          case "fan_in" -> fanIn(shape);
          case "fan_out" -> fanOut(shape);
          default -> (fanIn(shape) + fanOut(shape)) / 2;
        };
    double variance = scale / Math.max(1, fan);
    double deviation = Math.sqrt(variance);
    return switch (distribution) {
      case "uniform" -> Filler.uniform(-Math.sqrt(3 * variance), Math.sqrt(3 * variance));
      case "untruncated_normal" -> Filler.normal(0, deviation);
      default -> Filler.truncatedNormal(0, deviation / TRUNCATED_DEVIATION);
    };
  }

  /** Inputs that one output sums over. */
  private static double fanIn(List<Integer> shape) {
    int rank = shape.size();
    return rank < 2 ? fanOut(shape) : receptiveField(shape) * shape.get(rank - 2);
  }

  /** Outputs that one input goes to. */
  private static double fanOut(List<Integer> shape) {
    int rank = shape.size();
    return rank == 0 ? 1 : receptiveField(shape) * shape.get(rank - 1);
  }

  /** Positions of a kernel: the product of all axes before the last two. */
  private static double receptiveField(List<Integer> shape) {
    double product = 1;
    for (int extent : shape.subList(0, Math.max(0, shape.size() - 2))) {
      product *= extent;
    }
    return product;
  }
}
