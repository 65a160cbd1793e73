package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many rows and vectors of a reduction run together, from the work of the processor's units in
 * cycles. It counts vectors of {@link #WIDEST} floats: the choice is the same on every machine, and
 * narrower vectors run more of them.
 *
 * @param vectors that the lanes fill
 * @param points of the reductions for an element
 * @param writtenOut whether a window has so few points that to enter its loops would take longer
 * @param inside operations of the reductions of an element, about
 * @param after operations of what follows them
 */
public record VectorCost(int vectors, double points, boolean writtenOut, int inside, int after) {
  /** The lanes of the widest vectors. */
  public static final int WIDEST = 16;

  /** With fewer lanes in use, scalars are as fast. */
  public static final int NARROWEST = 4;

  private static final int REGISTERS = 32;

  /** Sums of a tile: more of them gain nothing. */
  private static final int ACCUMULATORS = 16;

  /** The rows of the highest tile. */
  private static final int MOST_ROWS = 16;

  private static final int MOST_VECTORS = 4;
  private static final int MOST_VECTORS_ALONE = 8;
  private static final int LATENCY = 4;

  /** The share of the lesser of two kinds of work that is felt beside the other. */
  private static final double OVERLAP = 0.1;

  /** What it costs that rows are left over, which take loops of their own. */
  private static final double REST = 2;

  /** The operations that the tiles of a kernel may have in all, written out. */
  private static final int LARGEST_TILE = 144;

  /** The most points of a reduction that is written out instead of being a loop. */
  private static final int FEW_POINTS = 9;

  /** The points of all sums of a tile that may be written out. */
  private static final int MOST_WRITTEN_OUT = 36;

  /** The operations that a function of vectors takes, about. */
  private static final int FUNCTION = 40;

  /** The share of the work that is left where positions are put together. */
  private static final double LEAST_GAIN = 0.8;

  /** The bytes of an operand that stay in the first-level cache while rows pass by. */
  private static final int CACHED = 24 * 1024;

  /** The rows that a batch is taken to have. */
  private static final int TYPICAL_BATCH = 64;

  /**
   * Rows and vectors that run together.
   *
   * @param beside how many rows of a further axis, for each of them
   */
  public record Tile(int rows, int vectors, int beside) {}

  /** The cost of an expression with reductions whose lanes are an axis. */
  public static VectorCost of(Extent lanes, Scalar body, List<Reduce> reductions) {
    double points = 0;
    Set<Scalar> seen = new HashSet<>();
    int inside = 0;
    for (Reduce reduce : reductions) {
      points += CostEstimate.points(reduce.axes());
      inside += operations(reduce, seen);
    }
    int after = operations(body, seen);
    boolean writtenOut = points <= FEW_POINTS && reductions.stream().allMatch(VectorCost::isWindow);
    return new VectorCost(
        ceilDiv(lanes.bound(), WIDEST), points, writtenOut, Math.max(1, inside), after);
  }

  /**
   * Whether a reduction runs over several axes, whose points are the same for all elements and are
   * not asked for: a single short loop is what HotSpot writes out itself.
   */
  private static boolean isWindow(Reduce reduce) {
    return !reduce.op().isIndex()
        && reduce.axes().stream().filter(axis -> axis.extent().bound() > 1).count() > 1
        && reduce.guards().isEmpty()
        && reduce.axes().stream().allMatch(axis -> axis.extent() instanceof Extent.Fixed);
  }

  /** What occurs twice is computed once. */
  private static int operations(Scalar scalar, Set<Scalar> seen) {
    boolean again = !scalar.children().isEmpty() && !seen.add(scalar);
    if (again || scalar.type() == ElementType.INT) {
      return 0;
    }
    boolean function = scalar instanceof Scalar.Unary unary && unary.op().isFunction();
    int operations = function ? FUNCTION : 1;
    if (!(scalar instanceof Scalar.Read)) {
      for (Scalar child : scalar.children()) {
        operations += operations(child, seen);
      }
    }
    return operations;
  }

  /** Whether an expression is too large even for a single vector. */
  public boolean isTooLarge() {
    return operations() > LARGEST_TILE;
  }

  private int operations() {
    return inside + after;
  }

  /** The sums that a tile may have. */
  private int mostSums() {
    return writtenOut
        ? Math.min(ACCUMULATORS, MOST_WRITTEN_OUT / (int) Math.max(1, points))
        : ACCUMULATORS;
  }

  /** Whether anything follows the reductions. */
  public boolean hasEpilogue() {
    return after > 0;
  }

  /** For a single row: enough vectors to hide the latency of an addition. */
  public Tile single() {
    int largest = Math.min(mostSums(), LARGEST_TILE / operations());
    int most = Math.max(1, Math.min(MOST_VECTORS_ALONE, largest));
    int passes = ceilDiv(vectors, most);
    return new Tile(1, ceilDiv(vectors, passes), 1);
  }

  /**
   * How many neighbouring positions of a window share the lanes of vectors: those with the least
   * work for each, if that is much less.
   *
   * @param step the taps from one position to the next
   */
  static int positions(Extent positions, Extent channels, int taps, int step) {
    int best = 1;
    double alone = ceilDiv(channels.bound(), WIDEST) * (double) taps;
    double least = alone * LEAST_GAIN;
    for (int count = 2; count <= WIDEST; count++) {
      double work =
          ceilDiv(count * channels.bound(), WIDEST) * (double) (taps + step * (count - 1)) / count;
      if (positions.bound() % count == 0 && work < least) {
        least = work;
        best = count;
      }
    }
    return best;
  }

  /** The columns of so many lanes in whole vectors. */
  static int columns(int lanes) {
    return ceilDiv(lanes, WIDEST) * WIDEST;
  }

  /** How many panels of a single row run together, so that there are enough sums. */
  public static int together(Extent panels, int vectors) {
    int most = Math.max(1, MOST_VECTORS_ALONE / vectors);
    while (panels.bound() % most != 0) {
      most--;
    }
    return most;
  }

  /**
   * For many rows: the tile with the least work in all, and of those the largest.
   *
   * @param apart whether what follows the reductions is not part of the tile
   */
  public Tile tile(Extent rows, boolean apart) {
    int count = rows instanceof Extent.Batch ? TYPICAL_BATCH : rows.bound();
    Tile best = single();
    int most = LARGEST_TILE / (apart ? inside + 1 : operations());
    double least = count * cycles(1, best.vectors()) * ceilDiv(vectors, best.vectors());
    for (int width = 1; width <= Math.min(MOST_VECTORS, vectors); width++) {
      for (int height = 2; height <= Math.min(MOST_ROWS, count); height++) {
        int left = count % height;
        if (height * width > mostSums() || !fits(height, width) || (height + left) * width > most) {
          continue;
        }
        int tiles = count / height;
        double whole = tiles * cycles(height, width);
        double rest = rows instanceof Extent.Batch ? left * cycles(1, width) : cycles(left, width);
        rest = left == 0 ? 0 : rest + REST;
        double total = (whole + rest) * ceilDiv(vectors, width);
        if (total < least * 0.999) {
          least = total;
          best = new Tile(height, width, 1);
        }
      }
    }
    return best;
  }

  /**
   * A tile that has too few sums to hide the latency of an addition, with several rows of a further
   * axis: as few as hide it, if they fit.
   */
  public Tile beside(Tile tile, Extent rows) {
    int sums = tile.rows() * tile.vectors();
    int count = ceilDiv(2 * LATENCY, sums);
    int left = rows.bound() % count;
    boolean fits =
        count <= rows.bound()
            && fits(tile.rows() * count, tile.vectors())
            && (count + left) * sums * operations() <= LARGEST_TILE;
    return fits ? new Tile(tile.rows(), tile.vectors(), count) : tile;
  }

  /**
   * Whether all that a point takes has a register: the sums, a number of each row, which HotSpot
   * loads before it multiplies, and what the rows share.
   */
  private static boolean fits(int rows, int vectors) {
    return rows * vectors + rows + vectors < REGISTERS;
  }

  /**
   * Cycles of one point: in each, two multiplications can begin, or two loads; of a vector that
   * crosses two lines of the cache, one. What overlaps is not quite free.
   */
  private static double cycles(int rows, int vectors) {
    double sums = rows * vectors / 2.0;
    double loads = rows / 2.0 + vectors;
    return Math.max(Math.max(sums, loads), LATENCY) + OVERLAP * Math.min(sums, loads);
  }

  /**
   * Whether what rows share is too large for the first-level cache, so that all rows should pass by
   * a part of it before the next.
   */
  public boolean hasPanels() {
    return points * vectors * WIDEST * Float.BYTES > CACHED;
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }
}
