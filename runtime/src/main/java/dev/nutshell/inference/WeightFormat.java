package dev.nutshell.inference;

/**
 * What our weight files have that other safetensors files need not have: the names in their
 * metadata.
 */
public final class WeightFormat {

  /** The key of the form of the file. */
  public static final String FORMAT_KEY = "format";

  /** The form that is written and read. */
  public static final String FORMAT = "nutshell-1";

  /** The key of the network's name. */
  public static final String MODEL_KEY = "model";

  /** The key of the network's fingerprint. */
  public static final String FINGERPRINT_KEY = "fingerprint";

  private WeightFormat() {}

  /** The name of a precision in a file: {@code F32} or {@code F64}. */
  public static String type(Precision precision) {
    return precision == Precision.FLOAT ? "F32" : "F64";
  }
}
