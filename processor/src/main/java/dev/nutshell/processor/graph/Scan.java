package dev.nutshell.processor.graph;

import java.util.List;

/**
 * A body applied along an axis, one step after the other. The nodes of the body may read the step
 * (the {@link Scalar.AxisIndex} of {@code axis}), the {@link Carried} nodes, each other, and any
 * node outside.
 *
 * @param axis the axis of steps; it occurs free in the body
 * @param reverse whether the steps go from the last to the first
 * @param carries what goes from step to step
 * @param yields nodes of the body of which every step's value is kept, at the step's index
 */
public final class Scan {

  /**
   * What goes from step to step.
   *
   * @param begin the value at the begin of a step
   * @param initial the value before the first step, a node outside
   * @param next the value after the step, a node of the body (or any other node); of the same type
   *     and shape as {@code begin}
   */
  public record Carry(Carried begin, Node initial, Node next) {}

  private final String name;
  private final Axis axis;
  private final boolean reverse;
  private final List<Carry> carries;
  private final List<Node> yields;
  private final List<Node> body;
  private final List<Node> captures;

  public Scan(String name, Axis axis, boolean reverse, List<Carry> carries, List<Node> yields) {
    this.name = name;
    this.axis = axis;
    this.reverse = reverse;
    this.carries = List.copyOf(carries);
    this.yields = List.copyOf(yields);
    this.body = Dependencies.findBody(this);
    this.captures = Dependencies.findCaptures(this);
  }

  public String name() {
    return name;
  }

  public Axis axis() {
    return axis;
  }

  public boolean reverse() {
    return reverse;
  }

  public List<Carry> carries() {
    return carries;
  }

  public List<Node> yields() {
    return yields;
  }

  /**
   * The nodes of one step, in order: those that the carries and yields reach and that depend on the
   * step, on a carried value, or on such a node. What does not depend on the step lies outside, and
   * is computed once.
   */
  public List<Node> body() {
    return body;
  }

  /**
   * What the scan reads from outside: initial values, then reads of its body, then results that lie
   * outside.
   */
  public List<Node> captures() {
    return captures;
  }
}
