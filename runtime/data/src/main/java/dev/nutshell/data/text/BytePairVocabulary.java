package dev.nutshell.data.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Frequent sequences of bytes as tokens: byte-level byte pair encoding, as in GPT-2 (Sennrich and
 * others, 2016; Radford and others, 2019).
 *
 * <p>Tokens 0 to 255 are the bytes of UTF-8, so that every text can be written; each further token
 * is a pair of earlier ones. Text is first cut into words, numbers, punctuation and white space, a
 * space before a word belonging to it, of at most 64 characters; pairs never reach across.
 */
public final class BytePairVocabulary implements Vocabulary {

  /** Tokens that are single bytes. */
  static final int BYTES = 256;

  /** GPT-2's, with runs cut: joining pairs takes the square of the length of a piece. */
  private static final Pattern PIECES =
      Pattern.compile(
          "(?U)'(?:s|t|re|ve|m|ll|d)| ?\\p{L}{1,64}| ?\\p{N}{1,64}| ?[^\\s\\p{L}\\p{N}]{1,64}"
              + "|\\s{1,64}(?!\\S)|\\s{1,64}");

  private final List<BytePair> merges;
  private final Map<BytePair, Integer> tokens = new HashMap<>();
  private final byte[][] texts;

  /**
   * A vocabulary of merges.
   *
   * @param merges the pairs in the order of their tokens, each of earlier tokens
   */
  BytePairVocabulary(List<BytePair> merges) {
    this.merges = List.copyOf(merges);
    texts = new byte[BYTES + merges.size()][];
    for (int i = 0; i < BYTES; i++) {
      texts[i] = new byte[] {(byte) i};
    }
    for (int i = 0; i < merges.size(); i++) {
      BytePair pair = merges.get(i);
      byte[] left = texts[pair.left()];
      byte[] right = texts[pair.right()];
      byte[] both = Arrays.copyOf(left, left.length + right.length);
      System.arraycopy(right, 0, both, left.length, right.length);
      texts[BYTES + i] = both;
      tokens.put(pair, BYTES + i);
    }
  }

  /**
   * Learns the pairs that are most frequent in a text: the most frequent one first becomes a token,
   * then all are counted anew. Among pairs as frequent, that of the lower tokens is taken.
   *
   * @param size how many tokens, at least 256; fewer come out if no pair is left that occurs twice
   * @throws IllegalArgumentException if the size is below 256
   */
  public static BytePairVocabulary train(String text, int size) {
    if (size < BYTES) {
      throw new IllegalArgumentException("size: 256 or more expected, " + size + " found");
    }
    BytePairTrainer trainer = new BytePairTrainer();
    forEachPiece(text, trainer::add);
    return new BytePairVocabulary(trainer.merges(size - BYTES));
  }

  /** The pairs, in the order of their tokens, from 256. */
  List<BytePair> merges() {
    return merges;
  }

  @Override
  public int size() {
    return texts.length;
  }

  /**
   * The tokens of a text; {@link #decode} gives the same text back.
   *
   * @throws IllegalArgumentException if it is no Unicode text: half of a surrogate pair is missing
   */
  @Override
  public int[] encode(String text) {
    IntStream.Builder all = IntStream.builder();
    Map<String, int[]> known = new HashMap<>();
    forEachPiece(
        text,
        piece -> {
          for (int token : known.computeIfAbsent(piece, this::encodePiece)) {
            all.add(token);
          }
        });
    return all.build().toArray();
  }

  private int[] encodePiece(String piece) {
    int[] encoded = bytes(piece);
    int length = encoded.length;
    while (true) {
      int lowest = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < length; i++) {
        lowest = Math.min(lowest, token(encoded[i], encoded[i + 1]));
      }
      if (lowest == Integer.MAX_VALUE) {
        return Arrays.copyOf(encoded, length);
      }
      length = merges.get(lowest - BYTES).join(encoded, length, lowest);
    }
  }

  private int token(int left, int right) {
    return tokens.getOrDefault(new BytePair(left, right), Integer.MAX_VALUE);
  }

  @Override
  public String decode(int... encoded) {
    return new String(decodeBytes(encoded), StandardCharsets.UTF_8);
  }

  /**
   * The bytes of tokens, which may begin or end within a character.
   *
   * @throws IllegalArgumentException if a token is out of range
   */
  public byte[] decodeBytes(int... encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int token : encoded) {
      bytes.writeBytes(texts[Tokens.require(token, size())]);
    }
    return bytes.toByteArray();
  }

  private static void forEachPiece(String text, Consumer<String> action) {
    Matcher matcher = PIECES.matcher(text);
    while (matcher.find()) {
      action.accept(matcher.group());
    }
  }

  /** The bytes of a text, as tokens. */
  static int[] bytes(String text) {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the text is no Unicode: half of a surrogate pair is missing", e);
    }
    int[] tokens = new int[bytes.remaining()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = bytes.get(i) & 0xff;
    }
    return tokens;
  }
}
