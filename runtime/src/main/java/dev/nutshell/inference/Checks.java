package dev.nutshell.inference;

/**
 * The checks of arguments at the border of generated code.
 *
 * <p>Each names the argument, what was found and what was expected, before anything has been
 * changed: whoever catches the exception can go on with the same network and session.
 */
public final class Checks {

  private Checks() {}

  /**
   * Checks that an array holds what a call will read or write.
   *
   * @param name the argument
   * @param length the length of the array
   * @param offset where the call begins in it
   * @param needed the elements it touches from there
   * @throws IllegalArgumentException if the offset is negative or the array too short
   */
  public static void length(String name, int length, int offset, long needed) {
    if (offset < 0) {
      throw new IllegalArgumentException(name + ": offset " + offset + " is negative");
    }
    if (length - (long) offset < needed) {
      throw new IllegalArgumentException(
          name
              + ": "
              + needed
              + " elements needed from offset "
              + offset
              + ", the array has "
              + length);
    }
  }

  /**
   * Checks the number of samples of a call.
   *
   * @param n the samples
   * @param capacity the most that are allowed
   * @throws IllegalArgumentException if n is negative or above the capacity
   */
  public static void count(int n, int capacity) {
    if (n < 0 || n > capacity) {
      throw new IllegalArgumentException(
          "n: 0 to " + capacity + " samples expected, " + n + " found");
    }
  }

  /**
   * Checks the number of samples of a batch to train on or to evaluate: a mean over them needs one.
   *
   * @param n the samples
   * @param capacity the most that are allowed
   * @throws IllegalArgumentException if n is below 1 or above the capacity
   */
  public static void batch(int n, int capacity) {
    if (n < 1 || n > capacity) {
      throw new IllegalArgumentException(
          "n: 1 to " + capacity + " samples expected, " + n + " found");
    }
  }

  /**
   * Checks the extent that a call gives to a bounded axis.
   *
   * @param name the axis
   * @param value its extent
   * @param bound the largest one allowed
   * @throws IllegalArgumentException if the extent is below 1 or above the bound
   */
  public static void extent(String name, int value, int bound) {
    if (value < 1 || value > bound) {
      throw new IllegalArgumentException(
          name + ": extent 1 to " + bound + " expected, " + value + " found");
    }
  }

  /**
   * Checks that integers can serve as indices.
   *
   * @param name the argument
   * @param values the array
   * @param offset where to begin
   * @param count how many to check
   * @param bound one more than the largest index allowed
   * @throws IllegalArgumentException naming the first that is negative or not below the bound
   */
  public static void index(String name, int[] values, int offset, int count, int bound) {
    for (int i = offset; i < offset + count; i++) {
      int value = values[i];
      if (value < 0 || value >= bound) {
        throw new IllegalArgumentException(
            name + "[" + i + "]: index 0 to " + (bound - 1) + " expected, " + value + " found");
      }
    }
  }

  /**
   * Checks that two arguments are not one array: an output must not overwrite what is still read.
   *
   * @param first the name of one argument
   * @param one its array
   * @param second the name of the other
   * @param other its array
   * @throws IllegalArgumentException if both are the same array
   */
  public static void distinct(String first, Object one, String second, Object other) {
    if (one == other) {
      throw new IllegalArgumentException(first + " and " + second + " are the same array");
    }
  }
}
