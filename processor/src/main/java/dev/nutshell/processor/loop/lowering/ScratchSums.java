package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Load;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Block;
import dev.nutshell.processor.loop.program.LoopStatement.Copy;
import dev.nutshell.processor.loop.program.LoopStatement.Declare;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel that adds products to the sums in {@link Area#SCRATCH}. It knows no layer: all that
 * have as many lanes, rows and points share it, so that HotSpot has few such loops to compile, each
 * in a method of its own.
 *
 * <p>Its buffers are the area and the two factors. A factor that is the same for all lanes has two
 * further parameters: the distance of two rows and that of two points. One whose points lie far
 * apart has the latter.
 *
 * @param first where the first lane lies: at a line of the cache
 * @param width how many lanes
 * @param stride the distance of two rows of sums
 * @param rows how many rows of sums
 * @param points how many points an iteration takes
 * @param pitches for each factor the distance of two points, if it has a value for each lane and is
 *     copied for several points at once; or else {@link #SHARED} or {@link #APART}
 */
record ScratchSums(int first, int width, int stride, int rows, int points, List<Integer> pitches) {
  /** Of a factor that is the same for all lanes. */
  static final int SHARED = 0;

  /** Of a factor that is copied point by point. */
  static final int APART = -1;

  private static final String COUNT = "count";

  Kernel kernel() {
    Kernel.Buffer scratch = new Kernel.Buffer("scratch", ElementType.REAL, true);
    List<Kernel.Buffer> buffers = new ArrayList<>(List.of(scratch));
    List<Local> integers = new ArrayList<>(List.of(integer(COUNT)));
    List<LoopStatement> body = new ArrayList<>();
    Local point = integer("k");
    int place = first + rows * stride;
    List<List<LoopExpression>> factors = new ArrayList<>();
    for (int k = 0; k < pitches.size(); k++) {
      Kernel.Buffer buffer = new Kernel.Buffer(k == 0 ? "a" : "b", ElementType.REAL);
      buffers.add(buffer);
      Local step = integer(buffer.name() + "Step");
      int pitch = pitches.get(k);
      if (pitch == SHARED) {
        Local row = integer(buffer.name() + "Row");
        integers.addAll(List.of(row, step));
        factors.add(loaded(buffer, point, row, step, body));
      } else if (pitch == APART) {
        integers.add(step);
        for (int p = 0; p < points; p++) {
          LoopExpression from = new LoopExpression.Binary(BinaryOp.MULTIPLY, sum(point, p), step);
          body.add(new Copy(buffer, from, scratch, literal(place + p * width), width));
        }
        factors.add(copied(scratch, place, width));
        place += points * width;
      } else {
        int size = (points - 1) * pitch + width;
        body.add(new Copy(buffer, product(point, pitch), scratch, literal(place), size));
        factors.add(copied(scratch, place, pitch));
        place += size;
      }
    }
    body.add(lanes(scratch, factors));
    LoopStatement loop =
        new For(point, literal(0), integers.get(0), points, For.Kind.SERIAL, new Block(body));
    return new Kernel(
        "addProducts",
        List.of(
            "scratch[row, lane] += a · b, point by point",
            (rows == 1 ? "1 row, " : rows + " rows, ") + width + " lanes"),
        buffers,
        integers,
        false,
        loop);
  }

  /** The elements of a copy that belong to the lane of the innermost loop, row by row. */
  private List<LoopExpression> copied(Kernel.Buffer scratch, int place, int pitch) {
    List<LoopExpression> elements = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < points; k++) {
        elements.add(new Load(scratch, sum(LANE, place - first + k * pitch)));
      }
    }
    return elements;
  }

  /** The elements of a factor that all lanes share, row by row. */
  private List<LoopExpression> loaded(
      Kernel.Buffer buffer, Local point, Local row, Local step, List<LoopStatement> body) {
    Local begin = integer(buffer.name() + "At");
    body.add(new Declare(begin, new LoopExpression.Binary(BinaryOp.MULTIPLY, point, step)));
    List<LoopExpression> elements = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < points; k++) {
        LoopExpression index = sum(sum(begin, product(row, r)), product(step, k));
        Local value = new Local(buffer.name() + r + "." + k, ElementType.REAL);
        body.add(new Declare(value, new Load(buffer, index)));
        elements.add(value);
      }
    }
    return elements;
  }

  private LoopStatement lanes(Kernel.Buffer scratch, List<List<LoopExpression>> factors) {
    List<LoopStatement> stores = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      // Each row loads what was copied anew: HotSpot 17 makes no vectors of what rows share.
      LoopExpression index = sum(LANE, row * stride);
      LoopExpression total = new Load(scratch, index);
      for (int k = 0; k < points; k++) {
        int number = row * points + k;
        total =
            new LoopExpression.Fma(factors.get(0).get(number), factors.get(1).get(number), total);
      }
      stores.add(new Store(scratch, index, total));
    }
    return new For(
        LANE, literal(first - 1), literal(first + width), 1, For.Kind.VECTOR, new Block(stores));
  }

  private static final Local LANE = integer("lane");

  private static Local integer(String name) {
    return new Local(name, ElementType.INT);
  }

  private static Literal literal(int value) {
    return new Literal(ElementType.INT, value);
  }

  private static LoopExpression product(Local local, int factor) {
    return factor == 0
        ? literal(0)
        : factor == 1
            ? local
            : new LoopExpression.Binary(BinaryOp.MULTIPLY, local, literal(factor));
  }

  private static LoopExpression sum(LoopExpression left, int right) {
    return sum(left, literal(right));
  }

  private static LoopExpression sum(LoopExpression left, LoopExpression right) {
    boolean nothing = right instanceof Literal literal && literal.value() == 0;
    return nothing ? left : new LoopExpression.Binary(BinaryOp.ADD, left, right);
  }
}
