package dev.nutshell.training.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a network cut into pieces. Pieces that follow one another make a portion, which
 * is what a thread takes at a time. Both depend on the network and the rules alone, and sums run
 * over the pieces in order: so any number of threads gives the same bits.
 */
final class Partition {

  /**
   * Elements of a portion: some microseconds of work, against one or two for sharing it out. A
   * network of fewer parameters is updated by the caller's thread.
   */
  static final int PORTION = 16_384;

  private final Piece[] pieces;

  /** The first piece of each portion, and where the last one ends. */
  private final int[] begins;

  /**
   * Cuts.
   *
   * @param parameters the parameters
   * @param groups for each of them how it is updated
   */
  Partition(Parameter[] parameters, ParameterGroup[] groups) {
    List<Piece> cut = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      int size = parameters[i].size();
      int most = groups[i].rule().takesWholeParameters() ? size : PORTION;
      for (int from = 0; from < size; from += most) {
        cut.add(new Piece(parameters[i], groups[i], i, from, Math.min(size, from + most)));
      }
    }
    pieces = cut.toArray(Piece[]::new);
    begins = begins(pieces);
  }

  /**
   * Some elements of one parameter.
   *
   * @param index the number of the parameter
   */
  record Piece(Parameter parameter, ParameterGroup group, int index, int from, int to) {
    int size() {
      return to - from;
    }

    /** Where it begins among the numbers of all parameters. */
    int begin() {
      return parameter.spec().offset() + from;
    }

    /** Where it ends there. */
    int end() {
      return parameter.spec().offset() + to;
    }
  }

  private static int[] begins(Piece... pieces) {
    int[] begins = new int[pieces.length + 1];
    int count = 0;
    int elements = 0;
    for (int i = 0; i < pieces.length; i++) {
      elements += pieces[i].size();
      if (i == 0 || elements > PORTION) {
        begins[count++] = i;
        elements = pieces[i].size();
      }
    }
    begins[count] = pieces.length;
    return Arrays.copyOf(begins, count + 1);
  }

  int pieces() {
    return pieces.length;
  }

  Piece piece(int index) {
    return pieces[index];
  }

  int portions() {
    return begins.length - 1;
  }

  /** The first piece of a portion. */
  int begin(int portion) {
    return begins[portion];
  }

  /** The piece after the last of a portion. */
  int end(int portion) {
    return begins[portion + 1];
  }
}
