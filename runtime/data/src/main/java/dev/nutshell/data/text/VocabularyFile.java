package dev.nutshell.data.text;

import dev.nutshell.data.file.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The file of a vocabulary: UTF-8 text, a line that says of what, then a line for each token in
 * their order.
 *
 * <p>A character is its code point in hexadecimal digits, a word is itself, a byte pair is its two
 * tokens. Lines end with a line feed, the last one too.
 */
final class VocabularyFile {

  private static final String CHARACTERS = "nutshell characters 1";
  private static final String WORDS = "nutshell words 1";
  private static final String BYTE_PAIRS = "nutshell byte pairs 1";

  private static final int HEXADECIMAL = 16;

  private final String name;
  private final List<String> lines;

  private VocabularyFile(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  static void write(Path file, Vocabulary vocabulary) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.writeString(unfinished, String.join("\n", lines(vocabulary)) + "\n");
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> lines(Vocabulary vocabulary) {
    if (vocabulary instanceof CharacterVocabulary characters) {
      return headed(
          CHARACTERS, IntStream.of(characters.characters()).mapToObj(Integer::toHexString));
    }
    if (vocabulary instanceof WordVocabulary words) {
      return headed(WORDS, words.words().stream());
    }
    return headed(
        BYTE_PAIRS,
        ((BytePairVocabulary) vocabulary)
            .merges().stream().map(pair -> pair.left() + " " + pair.right()));
  }

  private static List<String> headed(String head, Stream<String> tokens) {
    return Stream.concat(Stream.of(head), tokens).toList();
  }

  static Vocabulary read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String text = TextFile.read(file);
    if (!text.endsWith("\n")) {
      throw new DataFileException(name + ": no vocabulary, or truncated");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    VocabularyFile content = new VocabularyFile(name, lines);
    return switch (lines.get(0)) {
      case CHARACTERS -> content.characters();
      case WORDS -> content.words();
      case BYTE_PAIRS -> content.bytePairs();
      default -> throw new DataFileException(name + ":1: no vocabulary");
    };
  }

  private CharacterVocabulary characters() throws DataFileException {
    int[] characters = new int[lines.size() - 1];
    for (int line = 1; line < lines.size(); line++) {
      int character = number(line, lines.get(line), HEXADECIMAL);
      if (!Character.isValidCodePoint(character)
          || (line > 1 && character <= characters[line - 2])) {
        throw error(line, "characters in ascending order expected, found " + lines.get(line));
      }
      characters[line - 1] = character;
    }
    return new CharacterVocabulary(characters);
  }

  private WordVocabulary words() throws DataFileException {
    HashSet<String> words = new HashSet<>();
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).isEmpty() || !words.add(lines.get(line))) {
        throw error(line, "a new word expected, found '" + lines.get(line) + "'");
      }
    }
    return new WordVocabulary(lines.subList(1, lines.size()));
  }

  private BytePairVocabulary bytePairs() throws DataFileException {
    List<BytePair> merges = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      String[] parts = lines.get(line).split(" ", -1);
      int earlier = BytePairVocabulary.BYTES + merges.size();
      BytePair pair =
          parts.length == 2
              ? new BytePair(number(line, parts[0], 10), number(line, parts[1], 10))
              : new BytePair(-1, -1);
      if (Math.min(pair.left(), pair.right()) < 0
          || Math.max(pair.left(), pair.right()) >= earlier) {
        throw error(
            line,
            "two tokens of 0 to " + (earlier - 1) + " expected, found '" + lines.get(line) + "'");
      }
      merges.add(pair);
    }
    return new BytePairVocabulary(merges);
  }

  private int number(int line, String text, int radix) throws DataFileException {
    try {
      return Integer.parseInt(text, radix);
    } catch (NumberFormatException e) {
      throw error(line, "number expected, found '" + text + "'");
    }
  }

  private DataFileException error(int line, String message) {
    return new DataFileException(name + ":" + (line + 1) + ": " + message);
  }
}
