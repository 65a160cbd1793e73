package dev.nutshell.training;

import dev.nutshell.training.storage.Storage;

/**
 * The states of a network as they were before a step.
 *
 * <p>States move on while the loss is computed, so a loss that turns out to be no number has moved
 * them already.
 */
final class StateBackup {

  private final Storage states;
  private final Storage copy;

  /** Allocates all it will ever need. */
  StateBackup(TrainingModel model) {
    int from = model.spec().parameterSize();
    states = model.variables.slice(from, model.spec().size() - from);
    copy = Storage.allocate(model.spec().precision(), states.size());
  }

  /** Keeps the states of now. */
  void save() {
    copy.copyFrom(states);
  }

  /** Puts back the states that were kept last. */
  void restore() {
    states.copyFrom(copy);
  }
}
