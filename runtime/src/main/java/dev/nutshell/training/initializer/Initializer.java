package dev.nutshell.training.initializer;

import dev.nutshell.inference.Precision;
import java.util.Arrays;
import dev.nutshell.training.storage.Storage;
import java.util.List;

/**
 * How the first values of a variable are drawn.
 *
 * <p>Names, defaults and fans are those of Keras 3. A number depends on the seed, the variable's
 * path and its index in the variable alone, so it is the same on every machine, and adding a layer
 * elsewhere changes nothing.
 */
public final class Initializer {

  /** Standard deviation of a standard normal distribution cut at plus and minus 2. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private static final List<String> NAMES =
      List.of(
          "zeros",
          "ones",
          "constant",
          "random_normal",
          "random_uniform",
          "truncated_normal",
          "glorot_uniform",
          "glorot_normal",
          "he_uniform",
          "he_normal",
          "lecun_uniform",
          "lecun_normal");

  private final Sampler sampler;

  private Initializer(Sampler sampler) {
    this.sampler = sampler;
  }

  /** Draws the number at one index of a variable. */
  @FunctionalInterface
  private interface Sampler {
    double value(RandomStream stream, int index);
  }

  /** The names that {@link #parse} knows. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Reads an initializer.
   *
   * <p>{@code glorot}, {@code he} and {@code lecun} have the variance 1 / mean of the fans, 2 / fan
   * in and 1 / fan in, as a uniform distribution or as a normal one cut at two deviations.
   *
   * @param text one of {@link #names()}, with arguments where it takes some: {@code
   *     constant(value)}, {@code random_normal(mean,deviation)}, {@code random_uniform(low,high)},
   *     {@code truncated_normal(mean,deviation)}; all but the first have Keras' defaults
   * @param shape the shape of the variable: [in, out] of a matrix, [..., in, out] of a kernel
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Initializer parse(String text, List<Integer> shape) {
    InitializerCall call = InitializerCall.parse(text);
    return new Initializer(
        switch (call.name()) {
          case "zeros", "ones" -> {
            call.requireArguments(0);
            yield constant(call.name().equals("ones") ? 1 : 0);
          }
          case "constant" -> constant(call.argument());
          case "random_uniform" -> uniform(call.arguments(-0.05, 0.05));
          case "random_normal" -> normal(call.arguments(0, 0.05));
          case "truncated_normal" -> truncatedNormal(call.arguments(0, 0.05));
          default -> varianceScaling(call, shape);
        });
  }

  private static Sampler constant(double value) {
    return (stream, index) -> value;
  }

  private static Sampler uniform(double... lowHigh) {
    double low = lowHigh[0];
    double range = lowHigh[1] - low;
    return (stream, index) -> low + range * stream.uniform(0, index);
  }

  private static Sampler normal(double... meanDeviation) {
    return (stream, index) -> meanDeviation[0] + meanDeviation[1] * stream.normal(0, index);
  }

  private static Sampler truncatedNormal(double... meanDeviation) {
    return (stream, index) -> meanDeviation[0] + meanDeviation[1] * stream.truncatedNormal(index);
  }

  private static Sampler varianceScaling(InitializerCall call, List<Integer> shape) {
    if (!NAMES.contains(call.name())) {
      throw call.error("unknown; there are " + String.join(", ", NAMES));
    }
    call.requireArguments(0);
    double in = Math.max(1, fanIn(shape));
    double out = fanOut(shape);
    int underscore = call.name().indexOf('_');
    double variance =
        switch (call.name().substring(0, underscore)) {
          case "glorot" -> 1 / Math.max(1, (in + out) / 2);
          case "he" -> 2 / in;
          default -> 1 / in;
        };
    if (call.name().endsWith("_uniform")) {
      double limit = Math.sqrt(3 * variance);
      return uniform(-limit, limit);
    }
    return truncatedNormal(0, Math.sqrt(variance) / TRUNCATED_DEVIATION);
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

  /** Sets every number of a variable. */
  public void fill(Storage variable, RandomStream stream) {
    for (int i = 0; i < variable.size(); i++) {
      variable.set(i, sampler.value(stream, i));
    }
  }

  /**
   * The first values of a variable before it is rounded to the precision of its network.
   *
   * @param path the variable's path
   * @param size how many numbers it has
   */
  public double[] values(String path, long seed, int size) {
    Storage values = Storage.allocate(Precision.DOUBLE, size);
    fill(values, RandomStream.named(seed, RandomStream.INITIAL_VALUES, path));
    return Arrays.copyOf(values.doubles(), size);
  }
}
