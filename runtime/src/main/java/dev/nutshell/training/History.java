package dev.nutshell.training;

import java.util.List;

/**
 * What a training achieved, epoch by epoch.
 *
 * @param epochs the results, first epoch first; never empty
 */
public record History(List<EpochResult> epochs) {

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /** The last epoch's result. */
  public EpochResult last() {
    return epochs.get(epochs.size() - 1);
  }
}
