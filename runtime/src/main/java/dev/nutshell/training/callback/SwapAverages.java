package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.optimizer.Averages;

/**
 * Puts the averages that the optimizer keeps in the place of the parameters after the steps of each
 * epoch, and the parameters back before the next: what is validated and saved are the averages, and
 * they stay in the end. Keras calls it SwapEMAWeights.
 */
public final class SwapAverages implements Callback {

  /** Exchanges the averages of the training it is given to. */
  public SwapAverages() {}

  @Override
  public void onEpochStart(FitRun run) {
    Averages averages = run.model().optimization().averages();
    if (averages.areExchanged()) {
      averages.exchange();
    }
  }

  @Override
  public void onStepsEnd(FitRun run) {
    run.model().optimization().averages().exchange();
  }
}
