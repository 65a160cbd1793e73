package dev.nutshell.data.text;

import java.util.Arrays;

/** A token for each character, that is, Unicode code point, in ascending order. */
public final class CharacterVocabulary implements Vocabulary {

  private final int[] characters;

  /**
   * A vocabulary of characters.
   *
   * @param characters different code points, ascending
   */
  CharacterVocabulary(int... characters) {
    this.characters = characters;
  }

  /**
   * The characters that occur in a text.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public static CharacterVocabulary of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the text is empty");
    }
    return new CharacterVocabulary(text.codePoints().sorted().distinct().toArray());
  }

  /** The code points, by token. */
  int[] characters() {
    return characters.clone();
  }

  @Override
  public int size() {
    return characters.length;
  }

  @Override
  public int[] encode(String text) {
    int[] tokens = text.codePoints().toArray();
    for (int i = 0; i < tokens.length; i++) {
      int token = Arrays.binarySearch(characters, tokens[i]);
      if (token < 0) {
        throw new IllegalArgumentException(
            String.format(
                "character %d of the text, '%s' (U+%04X), is not in the vocabulary",
                i, Character.toString(tokens[i]), tokens[i]));
      }
      tokens[i] = token;
    }
    return tokens;
  }

  @Override
  public String decode(int... tokens) {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.appendCodePoint(characters[Tokens.require(token, size())]);
    }
    return text.toString();
  }
}
