package dev.nutshell.training.storage;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.VectorSupport;
import dev.nutshell.inference.Weights;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A stretch of numbers in an array of either precision.
 *
 * <p>Code that is not generated for one precision and not in a hurry reads and writes through
 * {@link #get} and {@link #set}, in double; each result is rounded once, when it is set. Generated
 * code and optimizers take the array itself.
 */
public abstract sealed class Storage permits FloatStorage, DoubleStorage {

  private final int offset;
  private final int size;

  Storage(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  /**
   * Zeros, which begin at a line of the cache if there are many: from {@link
   * VectorSupport#FIRST_FLOAT} or {@link VectorSupport#FIRST_DOUBLE} on in their array.
   *
   * @param precision the type of the numbers
   * @param size how many
   */
  public static Storage allocate(Precision precision, int size) {
    return precision == Precision.FLOAT
        ? new FloatStorage(
            VectorSupport.floats(VectorSupport.FIRST_FLOAT + size + VectorSupport.SLACK),
            VectorSupport.FIRST_FLOAT,
            size)
        : new DoubleStorage(
            VectorSupport.doubles(VectorSupport.FIRST_DOUBLE + size + VectorSupport.SLACK),
            VectorSupport.FIRST_DOUBLE,
            size);
  }

  /** How many numbers there are. */
  public final int size() {
    return size;
  }

  /** Where the stretch begins in the array. */
  public final int offset() {
    return offset;
  }

  /** The type of the numbers. */
  public abstract Precision precision();

  /** The number at an index from 0 to size - 1. */
  public abstract double get(int index);

  /** Stores a number, rounded to the precision, at an index from 0 to size - 1. */
  public abstract void set(int index, double value);

  /** Sets every number. */
  public final void fill(double value) {
    fill(0, size, value);
  }

  /** Sets some numbers. */
  public abstract void fill(int from, int to, double value);

  /** Sets the numbers to those of another stretch of the same size and precision. */
  public abstract void copyFrom(Storage source);

  /** Exchanges the numbers with those of another stretch of the same size and precision. */
  public final void exchange(Storage other) {
    for (int i = 0; i < size; i++) {
      double own = get(i);
      set(i, other.get(i));
      other.set(i, own);
    }
  }

  /** Multiplies some numbers by a factor. */
  public abstract void scale(int from, int to, double factor);

  /** Takes a share of each of some numbers away. */
  public abstract void lessen(int from, int to, double share);

  /**
   * Adds some numbers of another stretch, which begins at the same offset of an array of its own.
   */
  public abstract void add(Storage other, int from, int to);

  /**
   * Adds multiples of some numbers of another stretch, which begins at the same offset of an array
   * of its own.
   */
  public abstract void addScaled(Storage other, int from, int to, double factor);

  /**
   * Moves some numbers a share of the way to those of another stretch, which begins at the same
   * offset of an array of its own.
   */
  public abstract void approach(Storage goal, int from, int to, double share);

  /** Brings some numbers to within plus and minus a limit. */
  public abstract void clamp(int from, int to, double limit);

  /** The sum of some numbers' squares, in double and always in the same order. */
  public abstract double sumOfSquares(int from, int to);

  /** Writes the numbers, each with all its bits. */
  public final void write(DataOutput out) throws IOException {
    for (int i = 0; i < size; i++) {
      if (precision() == Precision.FLOAT) {
        out.writeFloat((float) get(i));
      } else {
        out.writeDouble(get(i));
      }
    }
  }

  /** Reads as many numbers as {@link #write} wrote. */
  public final void read(DataInput in) throws IOException {
    for (int i = 0; i < size; i++) {
      set(i, precision() == Precision.FLOAT ? in.readFloat() : in.readDouble());
    }
  }

  /**
   * A stretch of this stretch, over the same array.
   *
   * @param from its first index here
   * @param count its size
   * @throws IndexOutOfBoundsException if it is not within this stretch
   */
  public abstract Storage slice(int from, int count);

  /**
   * A copy of the numbers, which are all variables of a network.
   *
   * @throws IllegalArgumentException if they are not as many, or a state has not been adapted
   */
  public abstract Weights weights(ModelSpec spec);

  /**
   * The whole array; this stretch begins at {@link #offset()}.
   *
   * @throws IllegalStateException if the precision is double
   */
  public float[] floats() {
    throw new IllegalStateException("the numbers are in double precision");
  }

  /**
   * The whole array; this stretch begins at {@link #offset()}.
   *
   * @throws IllegalStateException if the precision is single
   */
  public double[] doubles() {
    throw new IllegalStateException("the numbers are in single precision");
  }
}
