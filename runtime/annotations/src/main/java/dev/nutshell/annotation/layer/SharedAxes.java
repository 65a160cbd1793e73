// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code shared_axes} of a layer may be.
 */
public enum SharedAxes {
  NONE,

  LEADING,

  ALL
}
