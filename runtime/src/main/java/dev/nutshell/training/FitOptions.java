package dev.nutshell.training;

import dev.nutshell.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How {@link TrainingModel#fit} trains. Immutable: each method gives changed options.
 *
 * <p>Unless changed: batches as large as the capacity, samples shuffled anew for each epoch from
 * the seed of the training, no validation, progress on standard error.
 */
public final class FitOptions {

  private final int epochs;
  private final int batchSize;
  private final boolean shuffle;
  private final Dataset validation;
  private final double validationFraction;
  private final List<Callback> callbacks;
  private final Callback progress;

  private FitOptions(
      int epochs,
      int batchSize,
      boolean shuffle,
      Dataset validation,
      double validationFraction,
      List<Callback> callbacks,
      Callback progress) {
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.shuffle = shuffle;
    this.validation = validation;
    this.validationFraction = validationFraction;
    this.callbacks = callbacks;
    this.progress = progress;
  }

  /** So many passes over the data, at least 1. */
  public static FitOptions epochs(int epochs) {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs: 1 or more expected, " + epochs + " found");
    }
    return new FitOptions(epochs, 0, true, null, 0, List.of(), ProgressPrinter.console());
  }

  /** Steps of so many samples, at most the capacity; the last of an epoch takes what is left. */
  public FitOptions batchSize(int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("batchSize: 1 or more expected, " + samples + " found");
    }
    return new FitOptions(
        epochs, samples, shuffle, validation, validationFraction, callbacks, progress);
  }

  /** The samples always in the order of the data set. */
  public FitOptions unshuffled() {
    return new FitOptions(
        epochs, batchSize, false, validation, validationFraction, callbacks, progress);
  }

  /** Evaluates these samples after each epoch. */
  public FitOptions validation(Dataset data) {
    return new FitOptions(epochs, batchSize, shuffle, data, 0, callbacks, progress);
  }

  /**
   * Sets a part of the data aside, drawn from the seed, and evaluates it after each epoch.
   *
   * @param fraction the part, above 0 and below 1
   */
  public FitOptions validationFraction(double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "validationFraction: between 0 and 1 expected, " + fraction + " found");
    }
    return new FitOptions(epochs, batchSize, shuffle, null, fraction, callbacks, progress);
  }

  /** Tells one callback more; they are called in the order they were added. */
  public FitOptions callback(Callback callback) {
    List<Callback> extended = new ArrayList<>(callbacks);
    extended.add(callback);
    return new FitOptions(
        epochs,
        batchSize,
        shuffle,
        validation,
        validationFraction,
        List.copyOf(extended),
        progress);
  }

  /** Shows progress in another way. */
  public FitOptions progress(Callback display) {
    return new FitOptions(
        epochs, batchSize, shuffle, validation, validationFraction, callbacks, display);
  }

  /** Shows no progress. */
  public FitOptions quiet() {
    return progress(new Callback() {});
  }

  int epochs() {
    return epochs;
  }

  /** The batch size, or the capacity if none was set. */
  int batchSizeOr(int capacity) {
    return batchSize == 0 ? capacity : batchSize;
  }

  boolean shuffle() {
    return shuffle;
  }

  Optional<Dataset> validation() {
    return Optional.ofNullable(validation);
  }

  double validationFraction() {
    return validationFraction;
  }

  /** The callbacks, the display after all others. */
  List<Callback> listeners() {
    List<Callback> all = new ArrayList<>(callbacks);
    all.add(progress);
    return List.copyOf(all);
  }
}
