package dev.nutshell.training;

import dev.nutshell.data.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How {@link TrainingModel#fit} trains. Immutable: each method gives changed options.
 *
 * <p>Unless changed: batches as large as the capacity, samples shuffled anew for each epoch from
 * the seed of the training, no validation, progress on standard error.
 */
public final class FitOptions {

  // Changed by the methods below alone, each in a copy that nobody has seen yet.
  private int epochs;
  private int steps;
  private int batchSize;
  private boolean shuffle = true;
  private Dataset validation;
  private double validationFraction;
  private List<Callback> callbacks = List.of();
  private Callback progress;

  private FitOptions() {}

  private FitOptions copy() {
    FitOptions copy = new FitOptions();
    copy.epochs = epochs;
    copy.steps = steps;
    copy.batchSize = batchSize;
    copy.shuffle = shuffle;
    copy.validation = validation;
    copy.validationFraction = validationFraction;
    copy.callbacks = callbacks;
    copy.progress = progress;
    return copy;
  }

  /** So many passes over the data, at least 1. */
  public static FitOptions epochs(int epochs) {
    return lasting("epochs", epochs, 0);
  }

  /**
   * So many steps, at least 1: as many epochs as they take, the last of which may end early, with
   * samples that were not drawn.
   */
  public static FitOptions steps(int steps) {
    return lasting("steps", 0, steps);
  }

  private static FitOptions lasting(String what, int epochs, int steps) {
    FitOptions options = new FitOptions();
    options.epochs = epochs;
    options.steps = steps;
    options.progress = ProgressPrinter.console();
    checkPositive(what, epochs + steps);
    return options;
  }

  private static void checkPositive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + ": 1 or more expected, " + number + " found");
    }
  }

  /** Steps of so many samples, at most the capacity; the last of an epoch takes what is left. */
  public FitOptions batchSize(int samples) {
    checkPositive("batchSize", samples);
    FitOptions changed = copy();
    changed.batchSize = samples;
    return changed;
  }

  /** The samples always in the order of the data set. */
  public FitOptions unshuffled() {
    FitOptions changed = copy();
    changed.shuffle = false;
    return changed;
  }

  /** Evaluates these samples after each epoch, without the random changes of a pipeline. */
  public FitOptions validation(Dataset data) {
    FitOptions changed = copy();
    changed.validation = data;
    changed.validationFraction = 0;
    return changed;
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
    FitOptions changed = validation(null);
    changed.validationFraction = fraction;
    return changed;
  }

  /** Tells one callback more; they are called in the order they were added. */
  public FitOptions callback(Callback callback) {
    FitOptions changed = copy();
    changed.callbacks = Stream.concat(callbacks.stream(), Stream.of(callback)).toList();
    return changed;
  }

  /** Shows progress in another way. */
  public FitOptions progress(Callback display) {
    FitOptions changed = copy();
    changed.progress = display;
    return changed;
  }

  /** Shows no progress. */
  public FitOptions quiet() {
    return progress(new Callback() {});
  }

  /** The epochs, given how many steps one takes. */
  int epochsOf(int stepsPerEpoch) {
    return steps == 0 ? epochs : (steps - 1) / stepsPerEpoch + 1;
  }

  /** The steps of the last epoch, given how many the others take. */
  int stepsOfLast(int stepsPerEpoch) {
    return steps == 0 ? stepsPerEpoch : (steps - 1) % stepsPerEpoch + 1;
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
    return callback(progress).callbacks;
  }
}
