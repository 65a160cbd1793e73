package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.optimizer.ParameterUpdate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Lowers all learning rates when a measure has stopped getting better.
 *
 * <p>Judged by the validation data, or by the training steps where there are none. PyTorch's {@code
 * patience} and {@code cooldown} are each one less than Keras', which are meant here; its default
 * threshold is a share of the best.
 */
public final class ReduceOnPlateau implements Callback {

  private final String measure;
  private final Settings settings;
  private final Best best;
  private int epochsSinceBest;
  private int cooling;

  /**
   * Watches a loss or metric.
   *
   * @param measure its name, or {@code loss} for the sum of all
   * @param higherIsBetter whether it is to grow, as accuracy is
   * @param settings when, and by how much
   */
  public ReduceOnPlateau(String measure, boolean higherIsBetter, Settings settings) {
    this.measure = measure;
    this.settings = settings;
    this.best = new Best(higherIsBetter, settings.minDelta, settings.minShare);
  }

  /** Watches the loss, with Keras' defaults. */
  public ReduceOnPlateau() {
    this("loss", false, Settings.defaults());
  }

  /**
   * When rates are lowered, and by how much.
   *
   * @param factor what they are multiplied by, above 0 and below 1
   * @param patience epochs without a new best before that, at least 1
   * @param cooldown epochs after it that do not count, not negative
   * @param minDelta how much better than the best a value must be
   * @param minShare how much better besides, as a share of the best
   * @param leastRate where the rate of parameters that are in no group stops
   */
  public record Settings(
      double factor,
      int patience,
      int cooldown,
      double minDelta,
      double minShare,
      double leastRate) {

    /** Checks factor and patience. */
    public Settings {
      if (!(factor > 0 && factor < 1)) {
        throw new IllegalArgumentException(
            "factor: between 0 and 1 expected, " + factor + " found");
      }
      if (patience < 1) {
        throw new IllegalArgumentException("patience: 1 or more expected, " + patience + " found");
      }
    }

    /** Keras' defaults: a tenth after 10 epochs that are not 0.0001 better. */
    public static Settings defaults() {
      return new Settings(0.1, 10, 0, 1e-4, 0, 0);
    }
  }

  @Override
  public void onStart(FitRun run) {
    best.clear();
    epochsSinceBest = 0;
    cooling = 0;
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    ParameterUpdate optimization = run.model().optimization();
    double rate = optimization.rate();
    double lowered = next(rate, result.judged().get(measure));
    if (lowered < rate) {
      optimization.rateFactor(optimization.rateFactor() * (lowered / rate));
    }
  }

  /** The rate after an epoch of some value. */
  double next(double rate, double value) {
    if (cooling > 0) {
      cooling--;
      epochsSinceBest = 0;
    }
    if (best.improvedBy(value)) {
      epochsSinceBest = 0;
      return rate;
    }
    if (cooling > 0) {
      return rate;
    }
    epochsSinceBest++;
    if (epochsSinceBest < settings.patience) {
      return rate;
    }
    epochsSinceBest = 0;
    cooling = settings.cooldown;
    return Math.min(rate, Math.max(settings.leastRate, rate * settings.factor));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    best.write(out);
    out.writeInt(epochsSinceBest);
    out.writeInt(cooling);
  }

  @Override
  public void read(DataInput in) throws IOException {
    best.read(in);
    epochsSinceBest = in.readInt();
    cooling = in.readInt();
  }
}
