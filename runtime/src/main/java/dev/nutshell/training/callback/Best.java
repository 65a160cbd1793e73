package dev.nutshell.training.callback;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The best value so far of a measure that is to grow or to shrink. */
final class Best {

  private final boolean higherIsBetter;
  private final double minDelta;
  private final double minShare;
  private double value;

  /**
   * Knows no value yet.
   *
   * @param minDelta how much better than the best a value must be
   * @param minShare how much better besides, as a share of the best
   */
  Best(boolean higherIsBetter, double minDelta, double minShare) {
    this.higherIsBetter = higherIsBetter;
    this.minDelta = minDelta;
    this.minShare = minShare;
    clear();
  }

  void clear() {
    value = Double.NaN;
  }

  /** Takes a value over if it is better than the best so far; not-a-number never is. */
  boolean improvedBy(double candidate) {
    double margin = minDelta + minShare * Math.abs(value);
    boolean better = higherIsBetter ? candidate > value + margin : candidate < value - margin;
    if (better || Double.isNaN(value) && !Double.isNaN(candidate)) {
      value = candidate;
      return true;
    }
    return false;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(value);
  }

  void read(DataInput in) throws IOException {
    value = in.readDouble();
  }
}
