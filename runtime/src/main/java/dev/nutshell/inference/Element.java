package dev.nutshell.inference;

/** The element type of an input, target or output. */
public enum Element {
  /** A floating-point number of the network's own {@link Precision}. */
  REAL,
  /** A 32-bit signed integer, often an index. */
  INT,
  /** A truth value. */
  BOOL,
  /** An unsigned 8-bit integer, 0 to 255, such as a grey level. */
  BYTE
}
