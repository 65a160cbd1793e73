// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code average} of a layer may be.
 */
public enum AverageChoice {
  NONE,

  MICRO,

  MACRO,

  WEIGHTED
}
