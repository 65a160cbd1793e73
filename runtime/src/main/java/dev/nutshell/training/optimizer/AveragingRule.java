package dev.nutshell.training.optimizer;

import dev.nutshell.training.storage.Storage;

/** A rule that moves the values along one sequence, and has another for use. */
public interface AveragingRule extends UpdateRule {

  /**
   * Gives the values for use; called after at least one update.
   *
   * @param parameter the parameter, unchanged
   * @param average where they go, of the parameter's size
   */
  void average(Parameter parameter, Storage average);
}
