package dev.nutshell.training;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.parallel.WorkerPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An optimizer at work on one network: its memory, and its work split over threads.
 *
 * <p>The parameters are cut into pieces, and pieces that follow one another make a portion, which
 * is what a thread takes at a time. Both depend on the network alone, and sums run over the pieces
 * in order: so any number of threads gives the same bits.
 */
final class ParameterUpdate {

  /**
   * Elements of a portion: some microseconds of work, against one or two for sharing it out. A
   * network of fewer parameters is updated by the caller's thread.
   */
  static final int PORTION = 16_384;

  private final Optimizer optimizer;
  private final Piece[] pieces;

  /** The first piece of each portion, and where the last one ends. */
  private final int[] portions;

  /** For each piece the sum of its squared gradients, if they are clipped by a norm. */
  private final double[] squares;

  /** For each piece what its gradients are multiplied by then. */
  private final double[] factors;

  private final WorkerPool.Task squaresTask = this::sumSquares;
  private final WorkerPool.Task updateTask = this::update;
  private long iteration;
  private double rate;

  ParameterUpdate(Optimizer optimizer, ModelSpec model, Storage variables, Storage gradients) {
    this.optimizer = optimizer;
    List<Piece> cut = new ArrayList<>();
    for (Parameter parameter :
        Parameter.table(model, variables, gradients, optimizer.rule().slots())) {
      for (int from = 0; from < parameter.size(); from += PORTION) {
        cut.add(new Piece(parameter, from, Math.min(parameter.size(), from + PORTION)));
      }
    }
    this.pieces = cut.toArray(Piece[]::new);
    this.portions = portions(pieces);
    this.squares = new double[pieces.length];
    this.factors = new double[pieces.length];
  }

  private static int[] portions(Piece[] pieces) {
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

  Optimizer optimizer() {
    return optimizer;
  }

  /** One update of all parameters by the gradients of now. */
  void run(WorkerPool pool) {
    rate = optimizer.rate(iteration);
    iteration++;
    Clipping clipping = optimizer.clipping();
    if (clipping != null && clipping.kind() != Clipping.Kind.VALUE) {
      pool.run(squaresTask, portions.length - 1);
      setFactors(clipping);
    }
    pool.run(updateTask, portions.length - 1);
  }

  private void sumSquares(int portion) {
    for (int i = portions[portion]; i < portions[portion + 1]; i++) {
      Piece piece = pieces[i];
      squares[i] = piece.parameter.gradient().sumOfSquares(piece.from, piece.to);
    }
  }

  /** The factors of all pieces, or of those of each parameter, by the norm of them together. */
  private void setFactors(Clipping clipping) {
    boolean global = clipping.kind() == Clipping.Kind.GLOBAL_NORM;
    int first = 0;
    double sum = 0;
    for (int i = 0; i < pieces.length; i++) {
      sum += squares[i];
      boolean last = i + 1 == pieces.length;
      if (last || !global && pieces[i + 1].parameter != pieces[i].parameter) {
        Arrays.fill(factors, first, i + 1, clipping.factor(Math.sqrt(sum)));
        first = i + 1;
        sum = 0;
      }
    }
  }

  private void update(int portion) {
    Clipping clipping = optimizer.clipping();
    for (int i = portions[portion]; i < portions[portion + 1]; i++) {
      Piece piece = pieces[i];
      if (clipping != null) {
        clipping.apply(piece.parameter.gradient(), piece.from, piece.to, factors[i]);
      }
      optimizer.update(piece.parameter, piece.from, piece.to, iteration, rate);
    }
  }

  /** Some elements of one parameter. */
  private record Piece(Parameter parameter, int from, int to) {
    int size() {
      return to - from;
    }
  }
}
