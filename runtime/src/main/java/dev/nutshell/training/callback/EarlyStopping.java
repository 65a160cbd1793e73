package dev.nutshell.training.callback;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Weights;
import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.History;
import dev.nutshell.training.storage.Storage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Stops a training that does not get better, and goes back to the best weights.
 *
 * <p>Judged by the validation data, or by the training steps where there are none.
 */
public final class EarlyStopping implements Callback {

  private final String measure;
  private final int patience;
  private final Best best;

  private ModelSpec spec;
  private int epochsSinceBest;
  private Weights bestWeights;

  /**
   * Watches a loss or metric.
   *
   * @param measure its name, or {@code loss} for the sum of all
   * @param higherIsBetter whether it is to grow, as accuracy is
   * @param patience how many epochs without a new best are borne, at least 1
   * @param minDelta how much better than the best a value must be
   */
  public EarlyStopping(String measure, boolean higherIsBetter, int patience, double minDelta) {
    if (patience < 1) {
      throw new IllegalArgumentException("patience: 1 or more expected, " + patience + " found");
    }
    this.measure = measure;
    this.patience = patience;
    this.best = new Best(higherIsBetter, minDelta, 0);
  }

  /** Watches a loss or metric; any improvement counts. */
  public EarlyStopping(String measure, boolean higherIsBetter, int patience) {
    this(measure, higherIsBetter, patience, 0);
  }

  /** Watches the loss, of the validation data if there are any. */
  public EarlyStopping(int patience) {
    this("loss", false, patience);
  }

  @Override
  public void onStart(FitRun run) {
    spec = run.model().spec();
    best.clear();
    bestWeights = null;
    epochsSinceBest = 0;
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    if (best.improvedBy(result.judged().get(measure)) || bestWeights == null) {
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

  @Override
  public void write(DataOutput out) throws IOException {
    best.write(out);
    out.writeInt(epochsSinceBest);
    out.writeBoolean(bestWeights != null);
    for (int i = 0; bestWeights != null && i < spec.size(); i++) {
      out.writeDouble(bestWeights.get(i));
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    best.read(in);
    epochsSinceBest = in.readInt();
    if (in.readBoolean()) {
      Storage values = Storage.allocate(spec.precision(), spec.size());
      for (int i = 0; i < spec.size(); i++) {
        values.set(i, in.readDouble());
      }
      bestWeights = values.weights(spec);
    }
  }
}
