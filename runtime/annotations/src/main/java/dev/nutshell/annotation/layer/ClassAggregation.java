// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code class_aggregation} of a layer may be.
 */
public enum ClassAggregation {
  NONE,

  UNIFORM_AVERAGE,

  VARIANCE_WEIGHTED_AVERAGE
}
