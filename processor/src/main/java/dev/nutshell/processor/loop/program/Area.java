package dev.nutshell.processor.loop.program;

/**
 * Where tensors live at run time. Each area is one array for each element type that occurs in it.
 */
public enum Area {
  /** Parameters, then states: one flat array in logical row-major order. */
  VARIABLES,
  /** Gradients of the parameters, where the parameters lie in theirs. */
  GRADIENTS,
  /**
   * What a chunk of samples adds to the gradients, at the same offsets: an array for each chunk,
   * that of the first being {@link #GRADIENTS} itself.
   */
  GRADIENT_PARTS,
  /** Of the session, kept between calls; a row a sample. */
  CARRIES,
  /**
   * Temporaries with samples; a row a sample: every such tensor of a sample lies in that sample's
   * row.
   */
  WORK,
  /** Temporaries without samples. */
  COMMON,
  /**
   * What follows from parameters and states alone, computed once for a network and kept: packed
   * weights, scales of normalizations. Of predictions alone, since training changes it every step.
   */
  PREPARED,
  /**
   * What a kernel works in, from the array's begin: nothing in it outlives the kernel. One for a
   * session; in training one for each chunk of samples.
   */
  SCRATCH,
  /** Parts of all other reductions over the batch; a row a chunk of samples. */
  PARTIALS,
  /**
   * An array passed in by the caller, by the port: inputs in order, then targets; a row a sample.
   */
  INPUT,
  /** An array filled for the caller, by the port: outputs in order; a row a sample. */
  OUTPUT,
  /** Doubles: sum and weight of each loss, then the sums of each metric. */
  SUMS,
  /** One double: the sum of the penalties. */
  PENALTY,
  /** Doubles: what the metrics are, of their sums over all batches. */
  RESULTS;

  /** Whether a program plans what lies where in it. */
  public boolean isPlanned() {
    return this == WORK || this == COMMON || this == PREPARED || this == PARTIALS;
  }

  /** Whether it is a row for each sample, or for each chunk of samples. */
  public boolean hasRows() {
    return switch (this) {
      case CARRIES, WORK, PARTIALS, INPUT, OUTPUT -> true;
      case VARIABLES,
          GRADIENTS,
          GRADIENT_PARTS,
          COMMON,
          PREPARED,
          SCRATCH,
          SUMS,
          PENALTY,
          RESULTS ->
          false;
    };
  }
}
