package dev.nutshell.training.initializer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.List;

/**
 * How the first values of a variable are drawn.
 *
 * <p>Names, defaults and fans are those of Keras 3. A number depends on the seed, the variable's
 * path and its index in the variable alone, so it is the same on every machine, and adding a layer
 * elsewhere changes nothing.
 */
public final class Initializer {

  private static final List<String> NAMES =
      List.of(
          "zeros",
          "ones",
          "constant",
          "identity",
          "random_normal",
          "random_uniform",
          "truncated_normal",
          "glorot_uniform",
          "glorot_normal",
          "he_uniform",
          "he_normal",
          "lecun_uniform",
          "lecun_normal",
          "variance_scaling",
          "orthogonal",
          "stft",
          "unadapted");

  private final Filler filler;

  private Initializer(Filler filler) {
    this.filler = filler;
  }

  /** The names that {@link #parse} knows. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Reads an initializer.
   *
   * @param text one of {@link #names()}, then words where it takes some, each after a dot, then
   *     numbers where it takes some: {@code constant(value)} or {@code constant(value,…)} for equal
   *     parts of the last dimension, {@code identity(gain)}, {@code random_normal(mean,deviation)},
   *     {@code random_uniform(low,high)}, {@code truncated_normal(mean,deviation)}, {@code
   *     orthogonal(gain)}, {@code variance_scaling.fan_in.truncated_normal(scale)}, {@code
   *     stft.real.hann.density(periodic)}; all numbers but that of a constant have Keras' defaults.
   *     {@code unadapted} is not-a-number
   * @param shape the shape of the variable: [in, out] of a matrix, [..., in, out] of a kernel
   * @throws IllegalArgumentException if the text is none of these, or does not fit the shape
   */
  public static Initializer parse(String text, List<Integer> shape) {
    InitializerCall call = InitializerCall.parse(text);
    return new Initializer(
        switch (call.name()) {
          case "zeros" -> constant(call, 0);
          case "ones" -> constant(call, 1);
          case "unadapted" -> constant(call, Double.NaN);
          case "constant" -> constants(call, shape);
          case "identity" -> identity(call, shape);
          case "random_uniform" -> Filler.uniform(call.arguments(-0.05, 0.05));
          case "random_normal" -> Filler.normal(call.arguments(0, 0.05));
          case "truncated_normal" -> Filler.truncatedNormal(call.arguments(0, 0.05));
          case "orthogonal" -> new Orthogonal(call.arguments(1)[0], shape);
          case "stft" -> Stft.of(call, shape);
          case "variance_scaling" -> VarianceScaling.of(call, shape);
          default -> {
            if (!NAMES.contains(call.name())) {
              throw call.error("unknown; there are " + String.join(", ", NAMES));
            }
            yield VarianceScaling.named(call, shape);
          }
        });
  }

  private static Filler constant(InitializerCall call, double value) {
    call.requireArguments(0);
    return Filler.each((stream, index) -> value);
  }

  /** One number after the other in equal parts of the last dimension. */
  private static Filler constants(InitializerCall call, List<Integer> shape) {
    double[] values = call.numbers();
    int last = shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
    if (last % values.length != 0) {
      throw call.error(
          "a last dimension of "
              + values.length
              + " equal parts expected, shape "
              + shape
              + " found");
    }
    int part = last / values.length;
    return Filler.each((stream, index) -> values[index % last / part]);
  }

  private static Filler identity(InitializerCall call, List<Integer> shape) {
    double gain = call.arguments(1)[0];
    if (shape.size() != 2) {
      throw call.error("a matrix expected, shape " + shape + " found");
    }
    int columns = shape.get(1);
    return Filler.each((stream, index) -> index / columns == index % columns ? gain : 0);
  }

  /** Sets every number of a variable. */
  public void fill(Storage variable, RandomStream stream) {
    filler.fill(variable, stream);
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
    return Arrays.copyOfRange(values.doubles(), values.offset(), values.offset() + size);
  }
}
