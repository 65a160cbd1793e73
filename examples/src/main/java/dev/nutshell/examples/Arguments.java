package dev.nutshell.examples;

import java.nio.file.Path;

/** What an example is started with: its data, then numbers; each may be left out. */
public final class Arguments {
  private final String[] given;

  /** The arguments of {@code main}. */
  public Arguments(String... given) {
    this.given = given.clone();
  }

  /** The first argument, or else the sample of that name in the folder of the module. */
  public Path data(String sample) {
    return given.length > 0 ? Path.of(given[0]) : Path.of("data", sample);
  }

  /**
   * A number behind the data.
   *
   * @param index 1 or more
   * @throws IllegalArgumentException if something else is there
   */
  public int number(int index, int otherwise) {
    try {
      return given.length > index ? Integer.parseInt(given[index]) : otherwise;
    } catch (NumberFormatException e) {
      throw refused(index, "whole number", e);
    }
  }

  /**
   * A number with decimals behind the data.
   *
   * @param index 1 or more
   * @throws IllegalArgumentException if something else is there
   */
  public double decimal(int index, double otherwise) {
    try {
      return given.length > index ? Double.parseDouble(given[index]) : otherwise;
    } catch (NumberFormatException e) {
      throw refused(index, "number", e);
    }
  }

  private IllegalArgumentException refused(int index, String expected, NumberFormatException e) {
    return new IllegalArgumentException(
        "argument " + (index + 1) + ": " + expected + " expected, '" + given[index] + "' found", e);
  }
}
