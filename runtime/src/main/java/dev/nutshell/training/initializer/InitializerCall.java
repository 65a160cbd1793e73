package dev.nutshell.training.initializer;

/** An initializer as it is written: a name, and numbers in parentheses. */
final class InitializerCall {

  private final String text;
  private final String name;
  private final double[] arguments;

  private InitializerCall(String text, String name, double... arguments) {
    this.text = text;
    this.name = name;
    this.arguments = arguments;
  }

  static InitializerCall parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new InitializerCall(text, text);
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException("initializer " + text + ": ) expected at the end");
    }
    String[] words = text.substring(open + 1, text.length() - 1).split(",", -1);
    double[] arguments = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        arguments[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "initializer " + text + ": number expected, '" + words[i] + "' found", e);
      }
    }
    return new InitializerCall(text, text.substring(0, open), arguments);
  }

  String name() {
    return name;
  }

  /** The only argument. */
  double argument() {
    requireArguments(1);
    return arguments[0];
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
