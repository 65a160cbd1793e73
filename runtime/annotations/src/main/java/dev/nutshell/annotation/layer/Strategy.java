// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code strategy} of a layer may be.
 */
public enum Strategy {
  MEAN,

  MEDIAN,

  CONSTANT
}
