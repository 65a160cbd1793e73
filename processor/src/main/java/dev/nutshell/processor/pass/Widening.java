package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Read;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets convolutions with few channels compute several neighbouring positions in the lanes of one
 * vector: a window that covers all of them, with weights that are zero where a position does not
 * reach. A product with such a zero changes no sum, as long as the other factor is finite.
 */
final class Widening extends GraphRewriter {
  private Widening() {}

  static Graph widen(Graph graph) {
    return new Widening().rewrite(graph);
  }

  @Override
  protected Node rebuild(Node node) {
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)
        || compute.axes().size() < 2
        || compute.type() != ElementType.REAL) {
      return rebuilt;
    }
    Window window = window(compute);
    return window == null || window.positions() == 1 ? compute : new Widened(window).node();
  }

  /**
   * A sum over a window that moves along positions.
   *
   * @param input what the window shows; has no channels
   * @param weight of a tap and a channel
   * @param taps the axis of the window that moves
   * @param step the taps from one position to the next
   */
  private record Window(Compute node, Reduce reduce, Read input, Read weight, Axis taps, int step) {
    Axis position() {
      return node.axes().get(node.axes().size() - 2);
    }

    Axis channels() {
      return node.axes().get(node.axes().size() - 1);
    }

    int positions() {
      return VectorCost.positions(
          position().extent(), channels().extent(), taps.extent().bound(), step);
    }
  }

  /** The window of a node, or null where it is no such sum. */
  private static Window window(Compute node) {
    Axis position = node.axes().get(node.axes().size() - 2);
    Axis channels = node.axes().get(node.axes().size() - 1);
    Set<Reduce> reductions = new HashSet<>();
    boolean plain =
        position.extent() instanceof Extent.Fixed
            && channels.extent() instanceof Extent.Fixed
            && collect(node.body(), position, channels, reductions);
    if (!plain || reductions.size() != 1) {
      return null;
    }
    Reduce reduce = reductions.iterator().next();
    if (reduce.op() != ReduceOp.SUM
        || !reduce.guards().isEmpty()
        || !(reduce.body() instanceof Scalar.Binary product)
        || product.op() != BinaryOp.MULTIPLY
        || !(product.left() instanceof Read left)
        || !(product.right() instanceof Read right)) {
      return null;
    }
    Read weight = Scalars.mentions(right, channels) ? right : left;
    Read input = weight.equals(right) ? left : right;
    if (Scalars.mentions(input, channels)
        || Scalars.mentions(weight, position)
        || weight.node().isBatched()
        || !isOf(weight, channels, reduce.axes())) {
      return null;
    }
    for (Axis taps : reduce.axes()) {
      int step = step(input, position, taps);
      if (step > 0 && isOnce(weight, taps)) {
        return new Window(node, reduce, input, weight, taps, step);
      }
    }
    return null;
  }

  /** Whether a weight differs between channels and points of the window alone. */
  private static boolean isOf(Read weight, Axis channels, List<Axis> window) {
    return Scalars.freeAxes(weight).stream()
        .allMatch(axis -> axis.equals(channels) || window.contains(axis));
  }

  /**
   * Collects the reductions that differ between channels. Returns whether what else differs between
   * them are parameters.
   */
  private static boolean collect(Scalar scalar, Axis position, Axis channels, Set<Reduce> into) {
    if (!Scalars.mentions(scalar, position) && !Scalars.mentions(scalar, channels)) {
      return true;
    }
    if (scalar instanceof Reduce reduce) {
      into.add(reduce);
      return true;
    }
    if (scalar instanceof Read read) {
      return !Scalars.mentions(read, position)
          && read.indices().contains(Scalars.index(channels))
          && isOnce(read, channels)
          && Scalars.freeAxes(read).size() == 1;
    }
    return !(scalar instanceof Scalar.AxisIndex)
        && scalar.children().stream().allMatch(each -> collect(each, position, channels, into));
  }

  private static boolean isOnce(Read read, Axis axis) {
    return read.indices().stream().filter(index -> Scalars.mentions(index, axis)).count() == 1;
  }

  /** The taps from one position to the next, or 0 where they do not move together. */
  private static int step(Read input, Axis position, Axis taps) {
    int step = 0;
    for (Scalar index : input.indices()) {
      boolean moves = Scalars.mentions(index, position);
      if (moves != Scalars.mentions(index, taps) || (moves && step > 0)) {
        return 0;
      }
      if (moves) {
        Affine affine = Affine.of(index);
        long stride = affine.coefficient(Scalars.index(position));
        long dilation = affine.coefficient(Scalars.index(taps));
        Scalar rest =
            affine.without(Scalars.index(position)).without(Scalars.index(taps)).toScalar();
        boolean linear = !Scalars.mentions(rest, position) && !Scalars.mentions(rest, taps);
        if (!linear || stride <= 0 || dilation <= 0 || stride % dilation != 0) {
          return 0;
        }
        step = (int) (stride / dilation);
      }
    }
    return step;
  }

  /** The same sums, several positions together. */
  private static final class Widened {
    private final Window window;
    private final int together;
    private final Axis group;
    private final Axis lanes;
    private final Axis taps;

    Widened(Window window) {
      this.window = window;
      this.together = window.positions();
      Axis position = window.position();
      Axis channels = window.channels();
      this.group = new Axis(position.name(), Extent.of(position.extent().bound() / together));
      this.lanes = new Axis(channels.name(), Extent.of(channels.extent().bound() * together));
      int count = window.taps().extent().bound() + window.step() * (together - 1);
      this.taps = new Axis(window.taps().name(), Extent.of(count));
    }

    Node node() {
      Compute old = window.node();
      List<Axis> axes = new ArrayList<>(old.axes().subList(0, old.axes().size() - 2));
      axes.add(group);
      axes.add(lanes);
      Compute wide = new Compute(old.name(), axes, wide(old.body()), old.span());
      return new Reshape(old.name(), wide, old.shape(), old.span());
    }

    private Scalar wide(Scalar part) {
      if (part.equals(window.reduce())) {
        return reduce();
      }
      return part instanceof Read read && Scalars.mentions(read, window.channels())
          ? repeated(read)
          : Scalars.rebuild(part, this::wide);
    }

    private Scalar reduce() {
      Reduce old = window.reduce();
      List<Axis> axes = new ArrayList<>(old.axes());
      axes.set(axes.indexOf(window.taps()), taps);
      Scalar first = Scalars.multiply(Scalars.index(group), Scalars.integer(together));
      Scalar input =
          Scalars.substitute(
              window.input(), Map.of(window.position(), first, window.taps(), Scalars.index(taps)));
      return Scalars.reduce(ReduceOp.SUM, axes, List.of(), Scalars.multiply(input, weight(axes)));
    }

    /** The weights of all lanes, in whole vectors: zero where a position does not reach. */
    private Scalar weight(List<Axis> around) {
      Read old = window.weight();
      Axis columns = new Axis(lanes.name(), Extent.of(VectorCost.columns(lanes.extent().bound())));
      Scalar tap =
          Scalars.subtract(
              Scalars.index(taps),
              Scalars.multiply(place(columns), Scalars.integer(window.step())));
      Scalar value =
          Scalars.substitute(old, Map.of(window.taps(), tap, window.channels(), channel(columns)));
      List<Scalar> reaches = new ArrayList<>();
      reaches.add(Scalars.less(Scalars.index(columns), Scalars.integer(lanes.extent().bound())));
      reaches.add(Scalars.lessEqual(Scalars.integer(0), tap));
      reaches.add(Scalars.less(tap, Scalars.integer(window.taps().extent().bound())));
      Scalar body = Scalars.select(Scalars.all(reaches), value, Scalars.real(0));
      Set<Axis> free = Scalars.freeAxes(body);
      List<Axis> axes = new ArrayList<>(around.stream().filter(free::contains).toList());
      List<Scalar> indices = new ArrayList<>(Scalars.indices(axes));
      axes.add(columns);
      indices.add(Scalars.index(lanes));
      String name = old.node().name() + ".wide";
      return Scalars.read(new Compute(name, axes, body, old.node().span()), indices);
    }

    /** A parameter of the channels, once for each position. */
    private Scalar repeated(Read old) {
      Axis columns = new Axis(lanes.name(), lanes.extent());
      Scalar body = Scalars.substitute(old, Map.of(window.channels(), channel(columns)));
      String name = old.node().name() + ".wide";
      Node node = new Compute(name, List.of(columns), body, old.node().span());
      return Scalars.read(node, List.of(Scalars.index(lanes)));
    }

    /** The position that a lane belongs to, counted from the first. */
    private Scalar place(Axis columns) {
      return Scalars.floorDivide(Scalars.index(columns), channelCount());
    }

    private Scalar channel(Axis columns) {
      return Scalars.remainder(Scalars.index(columns), channelCount());
    }

    private Scalar channelCount() {
      return Scalars.integer(window.channels().extent().bound());
    }
  }
}
