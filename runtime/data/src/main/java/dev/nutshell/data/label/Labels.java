package dev.nutshell.data.label;

/** Classes in messages. */
final class Labels {

  private Labels() {}

  /** A class as a user writes it. */
  static String text(double label) {
    return label == Math.rint(label) ? Long.toString((long) label) : Double.toString(label);
  }
}
