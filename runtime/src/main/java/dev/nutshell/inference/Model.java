package dev.nutshell.inference;

/** A network that is ready to predict: what every generated inference class is. */
public interface Model {

  /** What it is and which weights it holds. */
  ModelInfo info();

  /**
   * Returns when predictions are as fast as they become, which may take seconds: until then the
   * vectors of the processor are not in use, since their code is not compiled. Nobody has to call
   * it: without it the same happens in the background, by and by.
   *
   * @see Handover
   */
  default void warmUp() {}
}
