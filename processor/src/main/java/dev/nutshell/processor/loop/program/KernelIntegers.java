package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.Extent;

/** The names of the int parameters of kernels; besides these there are the steps of scans. */
public final class KernelIntegers {
  /** The first row. */
  public static final String FROM = "from";

  /** The row after the last. */
  public static final String TO = "to";

  /** The rows of the call. */
  public static final String ROWS = "rows";

  /** The index of the chunk. */
  public static final String CHUNK = "chunk";

  /** The number of chunks; for joins. */
  public static final String CHUNKS = "chunks";

  private KernelIntegers() {}

  /** The length of an axis: never one of the names above, whatever the axis is called. */
  public static String length(Extent.Bounded axis) {
    return axis.name() + "Length";
  }
}
