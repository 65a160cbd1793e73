// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code merge} of a layer may be.
 */
public enum Merge {
  CONCAT,

  SUM,

  MUL,

  AVE,

  NONE
}
