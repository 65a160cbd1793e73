package dev.nutshell.data.text;

import dev.nutshell.data.file.DataFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Text as numbers from 0 to size - 1, its tokens, and back. Immutable. */
public sealed interface Vocabulary permits CharacterVocabulary, WordVocabulary, BytePairVocabulary {

  /** The number of different tokens. */
  int size();

  /**
   * The tokens of a text.
   *
   * @throws IllegalArgumentException if it holds what the vocabulary has no token for
   */
  int[] encode(String text);

  /**
   * The text of tokens.
   *
   * @throws IllegalArgumentException if one of them is out of range
   */
  String decode(int... tokens);

  /**
   * Saves it as UTF-8 text, for {@link #load}.
   *
   * @throws IOException if the file cannot be written; the one that was there before stays
   */
  default void save(Path file) throws IOException {
    VocabularyFile.write(file, this);
  }

  /**
   * Loads what {@link #save} wrote.
   *
   * @throws DataFileException with the line, if it is malformed
   * @throws IOException if the file cannot be read
   */
  static Vocabulary load(Path file) throws IOException {
    return VocabularyFile.read(file);
  }
}
