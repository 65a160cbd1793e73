package dev.nutshell.data;

import dev.nutshell.inference.Element;
import dev.nutshell.inference.Precision;
import java.util.function.DoubleUnaryOperator;

/**
 * One feature of a data set: a row of numbers for each sample, in one array.
 *
 * <p>Row {@code r} is elements {@code r * width} to {@code (r + 1) * width - 1}. Columns made from
 * an array share it with their maker.
 */
public abstract sealed class Column
    permits FloatColumn, DoubleColumn, IntColumn, ByteColumn, BooleanColumn {

  private final int width;
  private final int rows;

  Column(int width, int length) {
    if (width < 1) {
      throw new IllegalArgumentException("width: 1 or more expected, " + width + " found");
    }
    if (length % width != 0) {
      throw new IllegalArgumentException(
          length + " elements are no whole number of rows of " + width);
    }
    this.width = width;
    this.rows = length / width;
  }

  /** A column over an array of single-precision numbers. */
  public static Column of(int width, float[] values) {
    return new FloatColumn(width, values);
  }

  /** A column over an array of double-precision numbers. */
  public static Column of(int width, double[] values) {
    return new DoubleColumn(width, values);
  }

  /** A column over an array of integers. */
  public static Column of(int width, int[] values) {
    return new IntColumn(width, values);
  }

  /** A column over an array of bytes, taken as unsigned: 0 to 255. */
  public static Column of(int width, byte[] values) {
    return new ByteColumn(width, values);
  }

  /** A column over an array of truth values. */
  public static Column of(int width, boolean[] values) {
    return new BooleanColumn(width, values);
  }

  /**
   * A column of zeros, of the type in which a network takes an element.
   *
   * @param element the element
   * @param precision what a {@link Element#REAL} is held in
   * @param width elements of a row
   * @param rows the number of rows
   */
  public static Column allocate(Element element, Precision precision, int width, int rows) {
    int length = Math.multiplyExact(width, rows);
    return switch (element) {
      case REAL ->
          precision == Precision.FLOAT
              ? of(width, new float[length])
              : of(width, new double[length]);
      case INT -> of(width, new int[length]);
      case BYTE -> of(width, new byte[length]);
      case BOOL -> of(width, new boolean[length]);
    };
  }

  /** Elements of a row. */
  public final int width() {
    return width;
  }

  /** The number of rows. */
  public final int rows() {
    return rows;
  }

  /** Where rows begin in the array. */
  private int start(int row, int n) {
    if (row < 0 || n < 0 || row > rows - n) {
      throw new IndexOutOfBoundsException(
          n == 1 ? "row " + row + " of " + rows : "rows " + row + " + " + n + " of " + rows);
    }
    return row * width;
  }

  /** The kind of number the elements are. */
  public abstract Element element();

  /** The type of the elements, for messages: {@code float}, {@code byte} and so on. */
  public abstract String type();

  /** An element as a number; truth is 1, a byte is 0 to 255. */
  public abstract double get(int index);

  /**
   * Stores a number in the column's type.
   *
   * @throws IllegalArgumentException if the type is not a floating-point one and cannot hold the
   *     number exactly
   */
  public abstract void set(int index, double value);

  /**
   * Copies a row into a row of another column, converting each number, without allocating.
   *
   * @param row the row here
   * @param target a column of the same width
   * @param targetRow the row there
   * @throws IllegalArgumentException if the widths differ or the target's type cannot hold a number
   * @throws IndexOutOfBoundsException if one of the rows does not exist
   */
  public final void copyRow(int row, Column target, int targetRow) {
    copyRows(row, target, targetRow, 1);
  }

  /**
   * Copies rows that follow one another, as {@link #copyRow} does.
   *
   * @param row the first row here
   * @param target a column of the same width
   * @param targetRow the first row there
   * @param n how many rows
   * @throws IllegalArgumentException if the widths differ or the target's type cannot hold a number
   * @throws IndexOutOfBoundsException if one of the rows does not exist
   */
  public final void copyRows(int row, Column target, int targetRow, int n) {
    if (width != target.width) {
      throw new IllegalArgumentException(
          "a row of " + width + " elements does not fit one of " + target.width);
    }
    int from = start(row, n);
    int to = target.start(targetRow, n);
    int length = n * width;
    if (getClass() == target.getClass()) {
      System.arraycopy(array(), from, target.array(), to, length);
    } else {
      convert(from, target, to, length);
    }
  }

  /** Copies elements into a column of another type. */
  void convert(int from, Column target, int to, int length) {
    for (int i = 0; i < length; i++) {
      target.set(to + i, get(from + i));
    }
  }

  /** The array. */
  abstract Object array();

  /** A column of zeros of the same type and width. */
  abstract Column like(int length);

  /** A column of zeros of the same type and width, with so many rows. */
  public final Column allocateLike(int numberOfRows) {
    return like(Math.multiplyExact(width, numberOfRows));
  }

  /**
   * A new column of some of the rows, in the order given.
   *
   * @throws IndexOutOfBoundsException if one of them does not exist
   */
  public final Column select(int... selected) {
    Column result = allocateLike(selected.length);
    for (int i = 0; i < selected.length; i++) {
      copyRow(selected[i], result, i);
    }
    return result;
  }

  /**
   * A new single-precision column of this one's numbers, each changed by a function: for example
   * grey levels by {@code v -> v / 255}.
   */
  public final Column map(DoubleUnaryOperator function) {
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) function.applyAsDouble(get(i));
    }
    return of(width, values);
  }

  /** The array of a single-precision column. */
  public float[] floats() {
    throw wrongType("float");
  }

  /** The array of a double-precision column. */
  public double[] doubles() {
    throw wrongType("double");
  }

  /** The array of an integer column. */
  public int[] ints() {
    throw wrongType("int");
  }

  /** The array of a byte column. */
  public byte[] bytes() {
    throw wrongType("byte");
  }

  /** The array of a column of truth values. */
  public boolean[] booleans() {
    throw wrongType("boolean");
  }

  private IllegalStateException wrongType(String wanted) {
    return new IllegalStateException("the column holds " + type() + ", not " + wanted);
  }

  /** The refusal of a number that the column's type cannot hold. */
  final IllegalArgumentException unfit(double value) {
    return new IllegalArgumentException(value + " is no " + type());
  }
}
