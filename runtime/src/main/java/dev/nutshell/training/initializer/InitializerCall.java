package dev.nutshell.training.initializer;

import java.util.List;

/** An initializer as it is written: a name, words after dots, and numbers in parentheses. */
final class InitializerCall {

  private final String text;
  private final List<String> words;
  private final double[] arguments;

  private InitializerCall(String text, List<String> words, double... arguments) {
    this.text = text;
    this.words = words;
    this.arguments = arguments;
  }

  static InitializerCall parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new InitializerCall(text, words(text));
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException("initializer " + text + ": ) expected at the end");
    }
    String[] numbers = text.substring(open + 1, text.length() - 1).split(",", -1);
    double[] arguments = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      try {
        arguments[i] = Double.parseDouble(numbers[i]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "initializer " + text + ": number expected, '" + numbers[i] + "' found", e);
      }
    }
    return new InitializerCall(text, words(text.substring(0, open)), arguments);
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\.", -1));
  }

  String name() {
    return words.get(0);
  }

  /**
   * A word after the name.
   *
   * @param index its number, from 0
   * @param choices what it may be; the first if it is left out
   */
  String word(int index, List<String> choices) {
    if (index + 1 >= words.size()) {
      return choices.get(0);
    }
    String word = words.get(index + 1);
    if (!choices.contains(word)) {
      throw error("one of " + String.join(", ", choices) + " expected, '" + word + "' found");
    }
    return word;
  }

  /** The arguments, at least one. */
  double[] numbers() {
    if (arguments.length == 0) {
      throw error("1 arguments expected, 0 found");
    }
    return arguments;
  }

  /** The arguments, or the defaults if none are given. */
  double[] arguments(double... defaults) {
    if (arguments.length == 0) {
      return defaults;
    }
    requireArguments(defaults.length);
    return arguments;
  }

  void requireArguments(int count) {
    if (arguments.length != count) {
      throw error(count + " arguments expected, " + arguments.length + " found");
    }
  }

  IllegalArgumentException error(String message) {
    return new IllegalArgumentException("initializer " + text + ": " + message);
  }
}
