package dev.nutshell.training.callback;

import dev.nutshell.training.History;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Callback;
import dev.nutshell.inference.Weights;

/**
 * Stops a training that does not get better, and goes back to the best weights.
 *
 * <p>Judged by the validation data, or by the training steps where there are none.
 */
public final class EarlyStopping implements Callback {

  private final String measure;
  private final boolean higherIsBetter;
  private final int patience;

  private double best;
  private int epochsSinceBest;
  private Weights bestWeights;

  /**
   * Watches a loss or metric.
   *
   * @param measure its name, or {@code loss} for the sum of all
   * @param higherIsBetter whether it is to grow, as accuracy is
   * @param patience how many epochs without a new best are borne, at least 1
   */
  public EarlyStopping(String measure, boolean higherIsBetter, int patience) {
    if (patience < 1) {
      throw new IllegalArgumentException("patience: 1 or more expected, " + patience + " found");
    }
    this.measure = measure;
    this.higherIsBetter = higherIsBetter;
    this.patience = patience;
  }

  /** Watches the loss. */
  public EarlyStopping(int patience) {
    this("loss", false, patience);
  }

  @Override
  public void onStart(FitRun run) {
    bestWeights = null;
    epochsSinceBest = 0;
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    double value = result.judged().get(measure);
    if (bestWeights == null || (higherIsBetter ? value > best : value < best)) {
      best = value;
      bestWeights = run.model().weights();
      epochsSinceBest = 0;
      return;
    }
    epochsSinceBest++;
    if (epochsSinceBest >= patience) {
      run.stop();
    }
  }

  @Override
  public void onEnd(FitRun run, History history) {
    run.model().restore(bestWeights);
  }
}
