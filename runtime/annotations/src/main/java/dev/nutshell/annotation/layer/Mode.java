// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code mode} of a layer may be.
 */
public enum Mode {
  SUM,

  MEAN,

  MAX
}
