package dev.nutshell.data.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A token for each frequent word, as {@code TextVectorization} of Keras: text in lower case,
 * without the punctuation of ASCII, split at white space.
 *
 * <p>Token 0 is kept for padding, token 1 stands for every other word; the most frequent word is
 * token 2.
 */
public final class WordVocabulary implements Vocabulary {

  /** What sequences are padded with. */
  public static final int PADDING = 0;

  /** The token of words that are not in the vocabulary. */
  public static final int UNKNOWN = 1;

  private static final int FIRST = 2;
  private static final String UNKNOWN_TEXT = "[UNK]";
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
  private static final Pattern SPACE = Pattern.compile("(?U)\\s+");

  private final List<String> words;
  private final Map<String, Integer> tokens = new HashMap<>();

  /**
   * A vocabulary of words.
   *
   * @param words different words in the order of their tokens
   */
  WordVocabulary(List<String> words) {
    this.words = List.copyOf(words);
    for (String word : words) {
      tokens.put(word, FIRST + tokens.size());
    }
  }

  /**
   * The words that occur most often in texts; of those as frequent, the first in the order of the
   * characters.
   *
   * @param size how many tokens at most, the first two among them
   * @throws IllegalArgumentException if the size is below 3
   */
  public static WordVocabulary of(List<String> texts, int size) {
    if (size <= FIRST) {
      throw new IllegalArgumentException("size: 3 or more expected, " + size + " found");
    }
    Map<String, Long> counts =
        texts.stream()
            .flatMap(WordVocabulary::split)
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    return new WordVocabulary(
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(size - FIRST)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static Stream<String> split(String text) {
    String plain = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return SPACE.splitAsStream(plain).filter(word -> !word.isEmpty());
  }

  /** The words, the most frequent first: that of token 2. */
  public List<String> words() {
    return words;
  }

  @Override
  public int size() {
    return FIRST + words.size();
  }

  @Override
  public int[] encode(String text) {
    return split(text).mapToInt(word -> tokens.getOrDefault(word, UNKNOWN)).toArray();
  }

  /** The words with a space between them, {@code [UNK]} for unknown ones; without the padding. */
  @Override
  public String decode(int... encoded) {
    StringBuilder text = new StringBuilder();
    for (int token : encoded) {
      if (Tokens.require(token, size()) != PADDING) {
        text.append(text.isEmpty() ? "" : " ")
            .append(token == UNKNOWN ? UNKNOWN_TEXT : words.get(token - FIRST));
      }
    }
    return text.toString();
  }
}
