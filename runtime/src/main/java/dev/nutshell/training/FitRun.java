package dev.nutshell.training;

import dev.nutshell.training.initializer.RandomStream;
import dev.nutshell.data.Dataset;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A training on its way: epochs of steps over a data set. Callbacks are handed it. */
public final class FitRun {

  private static final System.Logger LOG = System.getLogger(FitRun.class.getPackageName());
  private static final double NANOS_PER_SECOND = 1e9;

  private final TrainingModel model;
  private final FitOptions options;
  private final Dataset trainingData;
  private final Optional<Dataset> validationData;
  private final List<Callback> listeners;
  private final int batchSize;
  private final int[] order;
  private final RunningSums totals;
  private final StateBackup states;

  private int epoch;
  private int samplesDone;
  private long epochStart;
  private boolean stopped;

  /**
   * Checks everything before the first step.
   *
   * @throws IllegalArgumentException if data or options do not fit the network
   */
  FitRun(TrainingModel model, Dataset data, FitOptions options) {
    this.model = model;
    this.options = options;
    if (options.validationFraction() > 0) {
      Dataset.Split split = data.split(options.validationFraction(), model.seed());
      trainingData = split.train();
      validationData = Optional.of(split.test());
    } else {
      trainingData = data;
      validationData = options.validation();
    }
    if (trainingData.size() == 0) {
      throw new IllegalArgumentException("the data set has no sample to train on");
    }
    if (validationData.isPresent() && validationData.get().size() == 0) {
      throw new IllegalArgumentException("the validation data set is empty");
    }
    batchSize = options.batchSizeOr(model.capacity());
    if (batchSize > model.capacity()) {
      throw new IllegalArgumentException(
          "batchSize: " + batchSize + " exceeds the capacity of " + model.capacity());
    }
    order = new int[trainingData.size()];
    totals = new RunningSums(model.entry());
    states = new StateBackup(model);
    listeners = options.listeners();
  }

  /** The network that is trained. */
  public TrainingModel model() {
    return model;
  }

  /** The number of the epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The number of epochs that are to be done. */
  public int epochs() {
    return options.epochs();
  }

  /** Samples trained on in this epoch. */
  public int samplesDone() {
    return samplesDone;
  }

  /** Samples of an epoch. */
  public int samplesPerEpoch() {
    return order.length;
  }

  /** Seconds since this epoch began. */
  public double epochSeconds() {
    return (System.nanoTime() - epochStart) / NANOS_PER_SECOND;
  }

  /** Losses and metrics of this epoch's steps so far. */
  public Evaluation soFar() {
    return totals.evaluation();
  }

  /** Asks for an end after this epoch. */
  public void stop() {
    stopped = true;
  }

  History run() {
    Feed feed = new Feed(trainingData, model.entry());
    validationData.ifPresent(data -> new Feed(data, model.entry()));
    List<EpochResult> results = new ArrayList<>();
    LOG.log(Level.DEBUG, "training {0} on {1} samples", model.spec(), order.length);
    listeners.forEach(listener -> listener.onStart(this));
    for (epoch = 1; epoch <= options.epochs() && !stopped; epoch++) {
      EpochResult result = runEpoch(feed);
      results.add(result);
      listeners.forEach(listener -> listener.onEpochEnd(this, result));
    }
    History history = new History(results);
    listeners.forEach(listener -> listener.onEnd(this, history));
    LOG.log(Level.DEBUG, "trained {0}: {1}", model.spec(), history.last().judged());
    return history;
  }

  private EpochResult runEpoch(Feed feed) {
    epochStart = System.nanoTime();
    samplesDone = 0;
    totals.clear();
    if (options.shuffle()) {
      RandomStream.named(model.seed(), RandomStream.INITIAL_VALUES - epoch, "shuffle")
          .permutation(order);
    } else {
      Arrays.setAll(order, i -> i);
    }
    while (samplesDone < order.length) {
      int n = Math.min(batchSize, order.length - samplesDone);
      for (int slot = 0; slot < n; slot++) {
        model.load(slot, feed, order[samplesDone + slot], samplesDone + slot);
      }
      trainBatch(n);
      samplesDone += n;
      for (Callback listener : listeners) {
        listener.onBatchEnd(this);
      }
    }
    Optional<Evaluation> validation = validationData.map(model::evaluate);
    return new EpochResult(epoch, totals.evaluation(), validation, epochSeconds());
  }

  private void trainBatch(int n) {
    states.save();
    double loss = model.backward(n);
    if (!Double.isFinite(loss)) {
      states.restore();
      throw new TrainingException(
          String.format(
              "the loss is %s in epoch %d, step %d, samples %d to %d; parameters and states are those"
                  + " before this step. A lower learning rate, clipped gradients or scaled inputs may help",
              loss, epoch, model.steps() + 1, samplesDone, samplesDone + n - 1));
    }
    model.update();
    model.addTo(totals, n);
  }
}
