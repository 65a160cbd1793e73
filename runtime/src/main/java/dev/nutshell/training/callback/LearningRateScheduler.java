package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.optimizer.ParameterUpdate;

/**
 * Sets the learning rate at the begin of each epoch. A schedule of the optimizer goes by updates
 * instead, and needs no callback.
 */
public final class LearningRateScheduler implements Callback {

  private final Rates rates;

  /** Sets the rates that a function gives. */
  public LearningRateScheduler(Rates rates) {
    this.rates = rates;
  }

  /** Gives the rate of an epoch. */
  @FunctionalInterface
  public interface Rates {

    /**
     * The rate of an epoch, of parameters that are in no group; the rates of groups are changed by
     * the same factor.
     *
     * @param epoch its number, from 1
     * @param rate the rate that it would have without this callback
     */
    double rate(int epoch, double rate);
  }

  @Override
  public void onEpochStart(FitRun run) {
    ParameterUpdate optimization = run.model().optimization();
    double before = optimization.rate();
    double rate = rates.rate(run.epoch(), before);
    if (rate != before) {
      optimization.rateFactor(optimization.rateFactor() * (rate / before));
    }
  }
}
