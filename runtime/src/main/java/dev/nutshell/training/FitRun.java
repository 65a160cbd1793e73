package dev.nutshell.training;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.training.initializer.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
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
  private final Optional<Dataset> validationData;
  private final List<Callback> listeners;
  private final int batchSize;
  private final int[] order;
  private final int epochs;
  private final int samplesOfLast;
  private final RunningSums totals;
  private final StateBackup states;

  private final List<EpochResult> results = new ArrayList<>();

  private int epoch = 1;
  private int samplesDone;
  private long epochStart;
  private boolean stopped;

  /** Until the training ends: a report is made of the run later, and data may be large. */
  private Dataset trainingData;

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
    int steps = (order.length - 1) / batchSize + 1;
    epochs = options.epochsOf(steps);
    samplesOfLast = (int) Math.min(order.length, (long) options.stepsOfLast(steps) * batchSize);
    totals = new RunningSums(model, true);
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
    return epochs;
  }

  /** Samples trained on in this epoch. */
  public int samplesDone() {
    return samplesDone;
  }

  /** Samples of this epoch: all, but for the last epoch of a training of so many steps. */
  public int samplesPerEpoch() {
    return epoch == epochs ? samplesOfLast : order.length;
  }

  /** Samples that are still to be trained on, in this epoch and those after it. */
  public long samplesLeft() {
    long later = epoch < epochs ? (epochs - epoch - 1L) * order.length + samplesOfLast : 0;
    return samplesPerEpoch() - samplesDone + later;
  }

  /** The samples that are evaluated after each epoch. */
  public Optional<Dataset> validationData() {
    return validationData;
  }

  /** Seconds since this epoch began. */
  public double epochSeconds() {
    return (System.nanoTime() - epochStart) / NANOS_PER_SECOND;
  }

  /** Losses and metrics of this epoch's steps so far. */
  public Evaluation soFar() {
    return totals.evaluation();
  }

  /** The epochs that are done, first epoch first. */
  public List<EpochResult> results() {
    return List.copyOf(results);
  }

  /** Asks for an end after this epoch. */
  public void stop() {
    stopped = true;
  }

  /**
   * Saves where this training stands, between two steps, with all that its rest depends on: the
   * variables, the memory of the optimizer and what callbacks have to know. The file is written
   * whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    RunFile.write(file, setup(), this::write);
  }

  /**
   * Goes on where {@link #save} was called; the weights in the end have the bits of a training that
   * was not broken off. To be called when the training starts, by the last callback: each of them
   * is handed what it wrote.
   *
   * @throws IOException if the file cannot be read, was damaged, or is of another training
   */
  public void resume(Path file) throws IOException {
    RunFile.read(file, setup(), this::read);
  }

  /** What must be the same for a training to be resumed. */
  private String setup() {
    return model.spec()
        + " "
        + model.spec().fingerprint()
        + ", seed "
        + model.seed()
        + ", "
        + order.length
        + " samples in "
        + (options.shuffle() ? "shuffled" : "ordered")
        + " batches of "
        + batchSize
        + ", "
        + model.optimization().optimizer()
        + ", callbacks "
        + listeners.stream().map(each -> each.getClass().getSimpleName()).toList();
  }

  private void write(DataOutput out) throws IOException {
    out.writeInt(epoch);
    out.writeInt(samplesDone);
    totals.write(out);
    out.writeInt(results.size());
    for (EpochResult result : results) {
      result.write(out);
    }
    model.writeState(out);
    for (Callback listener : listeners) {
      listener.write(out);
    }
  }

  private void read(DataInput in) throws IOException {
    epoch = in.readInt();
    samplesDone = in.readInt();
    totals.read(in);
    results.clear();
    for (int i = in.readInt(); i > 0; i--) {
      results.add(EpochResult.read(in));
    }
    model.readState(in);
    for (Callback listener : listeners) {
      listener.read(in);
    }
  }

  History run() {
    validationData.ifPresent(data -> model.feed(data).close());
    if (!model.isAdapted()) {
      model.adapt(trainingData);
    }
    try (Feed feed = model.feed(trainingData)) {
      return run(feed);
    } finally {
      trainingData = null;
    }
  }

  private History run(Feed feed) {
    LOG.log(Level.DEBUG, "training {0} on {1} samples", model.spec(), order.length);
    listeners.forEach(listener -> listener.onStart(this));
    while (epoch <= epochs && !stopped) {
      EpochResult result = runEpoch(feed);
      results.add(result);
      listeners.forEach(listener -> listener.onEpochEnd(this, result));
      epoch++;
      samplesDone = 0;
      totals.clear();
    }
    History history = new History(results);
    listeners.forEach(listener -> listener.onEnd(this, history));
    LOG.log(Level.DEBUG, "trained {0}: {1}", model.spec(), history.last().judged());
    return history;
  }

  private EpochResult runEpoch(Feed feed) {
    epochStart = System.nanoTime();
    if (options.shuffle()) {
      RandomStream.named(model.seed(), RandomStream.INITIAL_VALUES - epoch, "shuffle")
          .permutation(order);
    } else {
      Arrays.setAll(order, i -> i);
    }
    if (samplesDone == 0) {
      listeners.forEach(listener -> listener.onEpochStart(this));
    }
    feed.begin(new Epoch(model.seed(), epoch), order, samplesDone);
    boolean finite = true;
    int samples = samplesPerEpoch();
    while (samplesDone < samples && finite) {
      int n = Math.min(batchSize, samples - samplesDone);
      model.load(feed, samplesDone, n);
      finite = trainBatch(n);
      if (finite) {
        samplesDone += n;
        for (Callback listener : listeners) {
          listener.onBatchEnd(this);
        }
      }
    }
    listeners.forEach(listener -> listener.onStepsEnd(this));
    Optional<Evaluation> validation = validationData.map(model::evaluate);
    return new EpochResult(epoch, totals.evaluation(), validation, epochSeconds());
  }

  /** One step; gives whether its loss was a number. */
  private boolean trainBatch(int n) {
    states.save();
    double loss = model.backward(n);
    if (!Double.isFinite(loss)) {
      states.restore();
      TrainingException problem = new TrainingException(notFinite(loss, n));
      boolean stops = false;
      for (Callback listener : listeners) {
        stops |= listener.stopsInsteadOf(problem);
      }
      if (!stops) {
        throw problem;
      }
      LOG.log(Level.WARNING, problem.getMessage());
      stop();
      return false;
    }
    model.update();
    model.addTo(totals, n);
    return true;
  }

  private String notFinite(double loss, int n) {
    return String.format(
        "the loss is %s in epoch %d, step %d, samples %d to %d; parameters and states are those"
            + " before this step. A lower learning rate, clipped gradients or scaled inputs may help",
        loss, epoch, model.steps() + 1, samplesDone, samplesDone + n - 1);
  }
}
