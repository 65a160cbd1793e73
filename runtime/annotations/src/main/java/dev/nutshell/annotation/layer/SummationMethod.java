// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code summation_method} of a layer may be.
 */
public enum SummationMethod {
  INTERPOLATION,

  MINORING,

  MAJORING
}
