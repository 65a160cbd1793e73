package dev.nutshell.inference;

/** A network that is ready to predict: what every generated inference class is. */
public interface Model {

  /** What it is and which weights it holds. */
  ModelInfo info();
}
