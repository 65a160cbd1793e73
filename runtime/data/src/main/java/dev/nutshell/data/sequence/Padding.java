package dev.nutshell.data.sequence;

/** Where a sequence that is too short is filled up, and one that is too long is cut. */
public enum Padding {
  /** At its beginning, as Keras does by default. */
  PRE,
  /** At its end, which is what masks expect. */
  POST
}
