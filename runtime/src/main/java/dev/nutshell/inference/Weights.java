package dev.nutshell.inference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * The values of all variables of a network. Immutable, so any number of networks and threads may
 * share them.
 *
 * <p>All variables lie in one array of the network's precision, in the order of {@link
 * ModelSpec#variables()}, each row-major in its logical shape from {@link VariableSpec#offset()}.
 */
public final class Weights {

  private final ModelSpec spec;
  private final float[] floats;
  private final double[] doubles;

  /** Computed when first asked for; a race only computes it twice. */
  private volatile String digest;

  /**
   * Takes the arrays over: callers in this package give up theirs, which have {@link
   * VectorSupport#SLACK}.
   */
  Weights(ModelSpec spec, float[] floats, double[] doubles) {
    this.spec = spec;
    this.floats = floats;
    this.doubles = doubles;
  }

  /** The first state that has no value yet, as nothing was adapted to data before; or null. */
  static VariableSpec unadapted(Weights weights) {
    for (VariableSpec variable : weights.spec.variables()) {
      if (variable.isAdapted()) {
        for (int i = 0; i < variable.size(); i++) {
          if (Double.isNaN(weights.get(variable.offset() + i))) {
            return variable;
          }
        }
      }
    }
    return null;
  }

  private static Weights adapted(Weights weights) {
    VariableSpec missing = unadapted(weights);
    if (missing != null) {
      throw new IllegalArgumentException(
          "weights: the state " + missing.path() + " has not been adapted to data");
    }
    return weights;
  }

  /**
   * Weights from a copy of an array.
   *
   * @param spec the network, of precision {@link Precision#FLOAT}
   * @param values {@link ModelSpec#size()} numbers
   * @throws IllegalArgumentException if precision or length do not fit, or a state has not been
   *     adapted to data
   */
  public static Weights of(ModelSpec spec, float[] values) {
    requireFit(spec, Precision.FLOAT, values.length);
    return adapted(
        new Weights(spec, Arrays.copyOf(values, spec.size() + VectorSupport.SLACK), null));
  }

  /**
   * Weights from a copy of an array.
   *
   * @param spec the network, of precision {@link Precision#DOUBLE}
   * @param values {@link ModelSpec#size()} numbers
   * @throws IllegalArgumentException if precision or length do not fit, or a state has not been
   *     adapted to data
   */
  public static Weights of(ModelSpec spec, double[] values) {
    requireFit(spec, Precision.DOUBLE, values.length);
    return adapted(
        new Weights(spec, null, Arrays.copyOf(values, spec.size() + VectorSupport.SLACK)));
  }

  private static void requireFit(ModelSpec spec, Precision precision, int length) {
    if (spec.precision() != precision) {
      throw new IllegalArgumentException(
          "weights: model "
              + spec.name()
              + " computes in "
              + spec.precision()
              + ", not "
              + precision);
    }
    if (spec.size() != length) {
      throw new IllegalArgumentException(
          "weights: model "
              + spec.name()
              + " has "
              + spec.size()
              + " numbers, the array "
              + length);
    }
  }

  /**
   * Reads a safetensors file.
   *
   * <p>The file holds exactly the variables of the network, by path and in logical shape, and the
   * network's fingerprint in its metadata. Numbers of the other precision are taken if no bit is
   * lost: every F32 fits a network in double precision, and a file of F64 fits one in single
   * precision if each of its numbers does.
   *
   * @throws WeightFileException if the file is damaged or made for another network, with every
   *     difference
   * @throws IOException if reading fails
   */
  public static Weights load(Path file, ModelSpec spec) throws IOException {
    return WeightsReader.read(file, spec, null);
  }

  /**
   * Reads a safetensors file that must have a known SHA-256, as by {@link #load(Path, ModelSpec)}.
   *
   * @param sha256 the digest of the whole file, 64 hex digits
   * @throws WeightFileException also if the file has another digest
   * @throws IOException if reading fails
   */
  public static Weights load(Path file, ModelSpec spec, String sha256) throws IOException {
    return WeightsReader.read(file, spec, Objects.requireNonNull(sha256, "sha256"));
  }

  /**
   * Reads a safetensors stream to its end, as by {@link #load(Path, ModelSpec)}; the caller closes
   * it.
   *
   * @throws NullPointerException if there is no stream, as of a resource that is missing
   * @throws WeightFileException if the content is damaged or made for another network
   * @throws IOException if reading fails
   */
  public static Weights load(InputStream stream, ModelSpec spec) throws IOException {
    return WeightsReader.read(stream, spec, null);
  }

  /**
   * Reads a safetensors stream that must have a known SHA-256.
   *
   * @param sha256 the digest of the whole stream, 64 hex digits
   * @throws WeightFileException also if the stream has another digest
   * @throws IOException if reading fails
   */
  public static Weights load(InputStream stream, ModelSpec spec, String sha256) throws IOException {
    return WeightsReader.read(stream, spec, Objects.requireNonNull(sha256, "sha256"));
  }

  /** The network they belong to. */
  public ModelSpec spec() {
    return spec;
  }

  /**
   * All variables of a network in single precision, and some elements more; not to be changed.
   *
   * @throws IllegalStateException if the network computes in double precision
   */
  public float[] floats() {
    if (floats == null) {
      throw new IllegalStateException("model " + spec.name() + " computes in DOUBLE");
    }
    return floats;
  }

  /**
   * All variables of a network in double precision, and some elements more; not to be changed.
   *
   * @throws IllegalStateException if the network computes in single precision
   */
  public double[] doubles() {
    if (doubles == null) {
      throw new IllegalStateException("model " + spec.name() + " computes in FLOAT");
    }
    return doubles;
  }

  /** One number, whatever the precision; {@code index} counts from the first variable's first. */
  public double get(int index) {
    return floats != null ? floats[index] : doubles[index];
  }

  /**
   * SHA-256 of the numbers in storage order, little-endian, as 64 hex digits: equal for equal
   * weights, whichever file they came from.
   */
  public String digest() {
    String known = digest;
    if (known == null) {
      known = Sha256.of(this);
      digest = known;
    }
    return known;
  }
}
