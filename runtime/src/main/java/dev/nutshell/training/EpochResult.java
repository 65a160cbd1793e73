package dev.nutshell.training;

import java.util.Optional;

/**
 * What one epoch achieved.
 *
 * @param epoch its number, from 1
 * @param training losses and metrics of its training steps, each taken before its update
 * @param validation losses and metrics of the validation data after it, if there are such data
 * @param seconds how long it took, validation included
 */
public record EpochResult(
    int epoch, Evaluation training, Optional<Evaluation> validation, double seconds) {

  /** The validation result, or the training result where there is none. */
  public Evaluation judged() {
    return validation.orElse(training);
  }
}
