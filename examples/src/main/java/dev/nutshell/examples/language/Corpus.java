package dev.nutshell.examples.language;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.sequence.TokenWindows;
import dev.nutshell.data.text.CharacterVocabulary;
import dev.nutshell.data.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A text as characters: the first nine tenths to train on, the rest to validate with. */
final class Corpus {
  private final CharacterVocabulary vocabulary;
  private final int[] tokens;
  private final int context;

  private Corpus(String text, int context) {
    this.vocabulary = CharacterVocabulary.of(text);
    this.tokens = vocabulary.encode(text);
    this.context = context;
  }

  /**
   * Reads a text.
   *
   * @param context characters of a window
   */
  static Corpus read(Path file, int context) throws IOException {
    return new Corpus(TextFile.read(file), context);
  }

  CharacterVocabulary vocabulary() {
    return vocabulary;
  }

  /** All windows of the training part, one for each character that one can begin with. */
  Dataset train() {
    return windows(Arrays.copyOf(tokens, split()), 1);
  }

  /** The whole validation part, each character once. */
  Dataset validation() {
    return windows(Arrays.copyOfRange(tokens, split(), tokens.length), context);
  }

  private int split() {
    return (int) (tokens.length * 0.9);
  }

  private Dataset windows(int[] part, int stride) {
    return new TokenWindows(part, context, stride, "tokens", "next");
  }
}
