package dev.nutshell.processor.frontend;

/** Which graph of an entry point is being made. */
enum Mode {
  INFERENCE,
  EVALUATION,
  TRAINING,
  /** What states are computed from a whole data set by, before a training. */
  ADAPTATION
}
