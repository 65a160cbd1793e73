package dev.nutshell.processor.emit;

/** The int parameters of kernels that every program has; all others are named after axes. */
final class IntegerNames {
  /** The first row. */
  static final String FROM = "from";

  /** The row after the last. */
  static final String TO = "to";

  /** The rows of the call. */
  static final String ROWS = "rows";

  /** The index of the chunk. */
  static final String CHUNK = "chunk";

  /** The number of chunks; for joins. */
  static final String CHUNKS = "chunks";

  private IntegerNames() {}
}
