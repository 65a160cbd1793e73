// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

/**
 * What {@code interpolation} of a layer may be.
 */
public enum Interpolation {
  NEAREST,

  BILINEAR,

  BICUBIC,

  LANCZOS3,

  LANCZOS5
}
