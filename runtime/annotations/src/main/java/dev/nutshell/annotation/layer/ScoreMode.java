// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code score_mode} of a layer may be.
 */
public enum ScoreMode {
  DOT,

  CONCAT
}
