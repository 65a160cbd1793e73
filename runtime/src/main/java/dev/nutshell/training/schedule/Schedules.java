package dev.nutshell.training.schedule;

import dev.nutshell.inference.ScalarMath;
import java.util.function.LongToDoubleFunction;

/**
 * The usual schedules. Names and formulas are those of Keras 3, or of PyTorch where Keras has none;
 * t is the number of updates before. They give the same bits on every machine and allocate nothing.
 */
public final class Schedules {

  private Schedules() {}

  /** {@code rate * decay^(t / steps)}; PyTorch's exponential schedule has one step. */
  public static Schedule exponential(double rate, long steps, double decay) {
    requirePositive("steps", steps);
    return t -> rate * ScalarMath.pow(decay, (double) t / steps);
  }

  /** The rate is multiplied by {@code gamma} after every so many updates. */
  public static Schedule step(double rate, long size, double gamma) {
    requirePositive("size", size);
    return t -> {
      long stairs = t / size;
      return rate * ScalarMath.pow(gamma, (double) stairs);
    };
  }

  /** The rate is multiplied by {@code gamma} when each milestone is reached. */
  public static Schedule multiStep(double rate, double gamma, long... milestones) {
    long[] sorted = increasing("milestones", milestones);
    return t -> {
      int reached = 0;
      while (reached < sorted.length && sorted[reached] <= t) {
        reached++;
      }
      return rate * ScalarMath.pow(gamma, (double) reached);
    };
  }

  /** {@code rate / (1 + decay * t / steps)}. */
  public static Schedule inverseTime(double rate, long steps, double decay) {
    requirePositive("steps", steps);
    return t -> rate / (1 + decay * t / steps);
  }

  /**
   * A rate for each stretch of updates.
   *
   * @param boundaries the last update of each stretch but the last
   * @param rates one more than boundaries
   */
  public static Schedule piecewise(long[] boundaries, double... rates) {
    long[] sorted = increasing("boundaries", boundaries);
    double[] copy = rates.clone();
    if (copy.length != sorted.length + 1) {
      throw new IllegalArgumentException(
          "rates: " + (sorted.length + 1) + " expected, " + copy.length + " found");
    }
    return t -> {
      int stretch = 0;
      while (stretch < sorted.length && t > sorted[stretch]) {
        stretch++;
      }
      return copy[stretch];
    };
  }

  /**
   * {@code (rate - end) * (1 - t / steps)^power + end}, and the end from then on. Keras' default
   * end is 0.0001, its default power 1.
   */
  public static Schedule polynomial(double rate, long steps, double end, double power) {
    requirePositive("steps", steps);
    return t -> polynomial(rate, steps, end, power, Math.min(t, steps));
  }

  /** As {@link #polynomial}, with steps that are as many again whenever the end is reached. */
  public static Schedule polynomialCycles(double rate, long steps, double end, double power) {
    requirePositive("steps", steps);
    return t -> {
      long cycles = Math.max(1, (t + steps - 1) / steps);
      return polynomial(rate, cycles * steps, end, power, t);
    };
  }

  private static double polynomial(double rate, long steps, double end, double power, long t) {
    return (rate - end) * ScalarMath.pow(1 - (double) t / steps, power) + end;
  }

  /** A linear change from one rate to another during so many steps, and that rate from then on. */
  public static Schedule linear(double from, double to, long steps) {
    requirePositive("steps", steps);
    return t -> from + (to - from) * Math.min(t, steps) / steps;
  }

  /** As {@link #cosine(double, long, double)}, down to 0. */
  public static Schedule cosine(double rate, long steps) {
    return cosine(rate, steps, 0);
  }

  /**
   * Half a cosine wave from the rate down to a share of it, and that from then on (Loshchilov and
   * Hutter 2017): {@code rate * ((1 - alpha) * (1 + cos(pi * t / steps)) / 2 + alpha)}.
   */
  public static Schedule cosine(double rate, long steps, double alpha) {
    requirePositive("steps", steps);
    return t -> {
      double wave = between(1, 0, (double) Math.min(t, steps) / steps, true);
      return rate * ((1 - alpha) * wave + alpha);
    };
  }

  /**
   * Cosine waves one after another.
   *
   * @param rate where the first one begins
   * @param steps how long the first one is
   * @param longer the length of each by that of the one before, at least 1; Keras' default is 2
   * @param lower the height of each by that of the one before; Keras' default is 1
   * @param alpha the share of the rate that they go down to
   */
  public static Schedule cosineRestarts(
      double rate, long steps, double longer, double lower, double alpha) {
    requirePositive("steps", steps);
    if (!(longer >= 1)) {
      throw new IllegalArgumentException("longer: 1 or more expected, " + longer + " found");
    }
    return t -> {
      double position = t;
      double length = steps;
      double height = 1;
      if (longer == 1) {
        long waves = t / steps;
        height = ScalarMath.pow(lower, (double) waves);
        position = t % steps;
      }
      while (position >= length) {
        position -= length;
        length *= longer;
        height *= lower;
      }
      return rate * ((1 - alpha) * height * between(1, 0, position / length, true) + alpha);
    };
  }

  /**
   * Up to a rate and down again, far below where it began (Smith and Topin 2018), with PyTorch's
   * defaults: from a 25th of it within 30 % of the updates, and down to a 10,000th of the start, on
   * cosine waves.
   */
  public static Schedule oneCycle(double highest, long updates) {
    return oneCycle(highest, updates, 0.3, 25, 10_000, true, false);
  }

  /**
   * Up to a rate and down again.
   *
   * @param highest the rate
   * @param updates how many there are
   * @param rising the share of the updates that lead up
   * @param startDivisor how much smaller than the highest the first rate is
   * @param endDivisor how much smaller than the first the last rate is
   * @param waves cosine waves, not lines
   * @param symmetric down to the first rate as fast as up, and only then to the last
   */
  public static Schedule oneCycle(
      double highest,
      long updates,
      double rising,
      double startDivisor,
      double endDivisor,
      boolean waves,
      boolean symmetric) {
    requirePositive("updates", updates);
    double first = highest / startDivisor;
    double last = first / endDivisor;
    double top = rising * updates - 1;
    double even = symmetric ? 2 * top : top;
    double end = updates - 1;
    return t -> {
      if (t <= top) {
        return between(first, highest, t / top, waves);
      }
      if (t <= even) {
        return between(highest, first, (t - top) / (even - top), waves);
      }
      return between(
          symmetric ? first : highest, last, Math.min(1, (t - even) / (end - even)), waves);
    };
  }

  /**
   * Up and down on lines again and again (Smith 2017).
   *
   * @param low the rate at the bottom
   * @param high the rate at the top
   * @param up the updates of a way up
   * @param down the updates of a way down
   * @param height by the updates before, what the way from the bottom is multiplied by
   */
  public static Schedule cyclic(
      double low, double high, long up, long down, LongToDoubleFunction height) {
    requirePositive("up", up);
    requirePositive("down", down);
    return t -> {
      double position = t % (up + down);
      double share = position <= up ? position / up : 1 - (position - up) / down;
      return low + (high - low) * share * height.applyAsDouble(t);
    };
  }

  /** What lies at a share of the way from one number to another. */
  private static double between(double from, double to, double share, boolean wave) {
    double way = wave ? (1 - ScalarMath.cos(Math.PI * share)) / 2 : share;
    return from + (to - from) * way;
  }

  static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": 1 or more expected, " + value + " found");
    }
  }

  private static long[] increasing(String name, long... values) {
    for (int i = 1; i < values.length; i++) {
      if (values[i] <= values[i - 1]) {
        throw new IllegalArgumentException(
            name + ": increasing numbers expected, " + values[i] + " found after " + values[i - 1]);
      }
    }
    return values.clone();
  }
}
