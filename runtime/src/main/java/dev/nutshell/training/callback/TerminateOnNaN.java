package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.TrainingException;

/**
 * Ends a training whose loss is no finite number any more as if it had been stopped; without it
 * that is an exception. Either way parameters and states are those before the step.
 */
public final class TerminateOnNaN implements Callback {

  /** Ends the training it is given to. */
  public TerminateOnNaN() {}

  @Override
  public boolean stopsInsteadOf(TrainingException problem) {
    return true;
  }
}
