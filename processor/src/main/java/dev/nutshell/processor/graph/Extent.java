package dev.nutshell.processor.graph;

/** The length of an axis. */
public sealed interface Extent {

  /** The implicit axis of samples: dynamic, up to the capacity of a session. */
  Extent BATCH = new Batch();

  /** A length known at compile time. */
  record Fixed(int size) implements Extent {
    @Override
    public int bound() {
      return size;
    }

    @Override
    public String toString() {
      return Integer.toString(size);
    }
  }

  /** A length given at each call, up to a bound: memory goes by the bound, loops by the length. */
  record Bounded(String name, int bound) implements Extent {
    @Override
    public String toString() {
      return name + " <= " + bound;
    }
  }

  /** See {@link #BATCH}. */
  record Batch() implements Extent {
    @Override
    public int bound() {
      return Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
      return "batch";
    }
  }

  /** A fixed extent. */
  static Extent of(int size) {
    return new Fixed(size);
  }

  /**
   * The greatest length, by which memory is planned and indices are checked. The batch has none
   * that is known here: it answers {@link Integer#MAX_VALUE}.
   */
  int bound();
}
