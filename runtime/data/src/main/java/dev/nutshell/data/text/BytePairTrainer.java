package dev.nutshell.data.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the most frequent pairs in pieces of text, one after the other.
 *
 * <p>Each different piece is kept once with its count. The counts of pairs are kept up to date: a
 * merge visits only the pieces that have the pair.
 */
final class BytePairTrainer {

  /** A piece as its tokens of now. */
  private static final class Piece {
    final long count;
    int[] tokens;

    Piece(String text, long count) {
      this.tokens = BytePairVocabulary.bytes(text);
      this.count = count;
    }
  }

  /** A pair's count and the pieces that have it, or had it. */
  private static final class Occurrences {
    long count;
    final Set<Piece> pieces = new HashSet<>();
  }

  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Counts a piece. */
  void add(String piece) {
    counts.merge(piece, 1L, Long::sum);
  }

  /** The most frequent pairs, so many at most, as long as they occur twice. */
  List<BytePair> merges(int most) {
    Map<BytePair, Occurrences> pairs = new HashMap<>();
    counts.forEach((text, count) -> change(new Piece(text, count), 1, pairs));
    List<BytePair> merges = new ArrayList<>();
    while (merges.size() < most) {
      BytePair best = mostFrequent(pairs);
      if (best == null) {
        break;
      }
      int token = BytePairVocabulary.BYTES + merges.size();
      merges.add(best);
      for (Piece piece : List.copyOf(pairs.get(best).pieces)) {
        change(piece, -1, pairs);
        int[] tokens = piece.tokens;
        piece.tokens = Arrays.copyOf(tokens, best.join(tokens, tokens.length, token));
        change(piece, 1, pairs);
      }
    }
    return merges;
  }

  /** Adds the pairs of a piece to the counts, or takes them away. */
  private static void change(Piece piece, int sign, Map<BytePair, Occurrences> pairs) {
    for (int i = 0; i + 1 < piece.tokens.length; i++) {
      BytePair pair = new BytePair(piece.tokens[i], piece.tokens[i + 1]);
      Occurrences occurrences = pairs.computeIfAbsent(pair, p -> new Occurrences());
      occurrences.count += sign * piece.count;
      if (sign > 0) {
        occurrences.pieces.add(piece);
      } else {
        occurrences.pieces.remove(piece);
      }
      if (occurrences.count == 0) {
        pairs.remove(pair);
      }
    }
  }

  /** The pair that occurs most often; null if none does twice. */
  private static BytePair mostFrequent(Map<BytePair, Occurrences> pairs) {
    BytePair best = null;
    long most = 1;
    for (Map.Entry<BytePair, Occurrences> entry : pairs.entrySet()) {
      long count = entry.getValue().count;
      if (count > most || (count == most && best != null && entry.getKey().compareTo(best) < 0)) {
        best = entry.getKey();
        most = count;
      }
    }
    return best;
  }
}
