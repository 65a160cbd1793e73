package dev.nutshell.processor.loop;

/**
 * Where tensors live at run time. Each area is one array for each element type that occurs in it.
 */
public enum Area {
  /** Parameters, then states: one flat array in logical row-major order. */
  VARIABLES,
  /** Gradients of the parameters, at the offsets of the parameters. */
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
  /** Parts of all other reductions over the batch; a row a chunk of samples. */
  PARTIALS,
  /**
   * An array passed in by the caller, by the port: inputs in order, then targets; a row a sample.
   */
  INPUT,
  /** An array filled for the caller, by the port: outputs in order; a row a sample. */
  OUTPUT,
  /**
   * Doubles: sum and weight of each measure (losses, then metrics), then the sum of the penalties.
   */
  SUMS
}
