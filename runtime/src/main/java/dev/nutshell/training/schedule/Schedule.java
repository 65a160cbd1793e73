package dev.nutshell.training.schedule;

import java.util.function.LongToDoubleFunction;

/**
 * A learning rate that changes from update to update: a function of the number of updates before, 0
 * at first. The same updates always have the same rate, whatever happened before.
 */
@FunctionalInterface
public interface Schedule extends LongToDoubleFunction {

  /**
   * This schedule after a warm-up: the rate grows linearly to where this schedule begins, which
   * then takes its course.
   *
   * @param updates how long the warm-up lasts, at least 1
   * @param from the rate of the first update
   */
  default Schedule warmup(long updates, double from) {
    Schedules.requirePositive("updates", updates);
    return t ->
        t < updates ? from + (applyAsDouble(0) - from) * t / updates : applyAsDouble(t - updates);
  }

  /** As {@link #warmup(long, double)}, from 0. */
  default Schedule warmup(long updates) {
    return warmup(updates, 0);
  }
}
