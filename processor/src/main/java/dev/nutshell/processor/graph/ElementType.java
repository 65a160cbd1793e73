package dev.nutshell.processor.graph;

/** The type of one element of a tensor, and of a scalar expression. */
public enum ElementType {
  /** The network's floating-point type: float or double. */
  REAL,
  /** Always double: sums of losses and metrics. */
  DOUBLE,
  /** A 32-bit integer. */
  INT,
  BOOL,
  /** An unsigned byte of an input; an expression that reads it is an {@link #INT}. */
  BYTE;

  /** Whether gradients flow through values of this type. */
  public boolean isFloating() {
    return this == REAL || this == DOUBLE;
  }

  /** The type of an expression that reads such an element. */
  public ElementType read() {
    return this == BYTE ? INT : this;
  }
}
