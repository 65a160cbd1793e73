// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code curve} of a layer may be.
 */
public enum Curve {
  ROC,

  PR,

  PRGAIN
}
