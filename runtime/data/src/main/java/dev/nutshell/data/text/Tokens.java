package dev.nutshell.data.text;

/** What vocabularies check. */
final class Tokens {

  private Tokens() {}

  /** A token that is in range. */
  static int require(int token, int size) {
    if (token < 0 || token >= size) {
      throw new IllegalArgumentException(
          "token: 0 to " + (size - 1) + " expected, " + token + " found");
    }
    return token;
  }
}
