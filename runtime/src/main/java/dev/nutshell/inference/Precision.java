package dev.nutshell.inference;

/** The floating-point type a network computes in; one for the whole network. */
public enum Precision {
  /** 32-bit IEEE 754. */
  FLOAT(Float.BYTES),
  /** 64-bit IEEE 754. */
  DOUBLE(Double.BYTES);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }
}
