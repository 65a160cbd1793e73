// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code padding} of a layer may be.
 */
public enum Padding {
  VALID,

  SAME,

  CAUSAL
}
