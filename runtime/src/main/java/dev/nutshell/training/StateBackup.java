package dev.nutshell.training;

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
    transfer(states, copy);
  }

  /** Puts back the states that were kept last. */
  void restore() {
    transfer(copy, states);
  }

  private static void transfer(Storage from, Storage to) {
    for (int i = 0; i < from.size(); i++) {
      to.set(i, from.get(i));
    }
  }
}
