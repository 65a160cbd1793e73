package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Interval;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.AxisIndex;
import dev.nutshell.processor.graph.Scalar.Binary;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the points that read an element: given {@code f(unknowns) = X}, says each unknown by X
 * where it can, and leaves the others to be tried one by one. This turns the gradient of a read
 * (adding at f) into a sum over the readers of X.
 *
 * <p>The equations are solved one after the other, the surest first:
 *
 * <ol>
 *   <li>{@code v + a = X} with nothing else unknown: one point;
 *   <li>{@code c·v + u = X} with {@code 0 <= u < c}: v is the quotient, and u the remainder;
 *   <li>{@code c·v + u = X} otherwise: the longest such v is {@code (X − u) / c} where that is
 *       whole, for each u;
 *   <li>{@code ⌊g / d⌋ = X}: {@code g = d·X + r} for each remainder r; {@code g mod d = X}: for
 *       each quotient.
 * </ol>
 *
 * What none of these can solve stays a condition.
 */
final class IndexInversion {

  /** {@code value} shall be {@code target}. */
  private record Equation(Scalar target, Scalar value) {
    Affine difference() {
      return Affine.of(target).plus(Affine.of(value), -1);
    }

    Scalar condition() {
      return Scalars.equal(target, value);
    }
  }

  private final Set<Axis> unknowns;
  private final Map<Axis, Scalar> solution = new LinkedHashMap<>();
  private List<Equation> equations = new ArrayList<>();
  private List<Scalar> whole = new ArrayList<>();
  private List<Scalar> conditions = new ArrayList<>();

  private IndexInversion(List<Axis> unknowns) {
    this.unknowns = new LinkedHashSet<>(unknowns);
  }

  /**
   * The points that read an element.
   *
   * @param free axes whose points are all to be tried
   * @param solution the other unknowns, by X and the free axes
   * @param guards which of the tried points are meant, in the order in which they are to be asked:
   *     solutions that are whole and in range, the given guards, equations that could not be solved
   */
  record Points(List<Axis> free, Map<Axis, Scalar> solution, List<Scalar> guards) {}

  /**
   * Solves {@code indices = X}.
   *
   * @param position X
   * @param unknowns the axes that {@code indices} and {@code guards} are written in
   * @param guards conditions that a point has to meet; equations among them that depend on no data
   *     are solved as well
   */
  static Points solve(
      List<Scalar> indices, List<Scalar> position, List<Axis> unknowns, List<Scalar> guards) {
    IndexInversion inversion = new IndexInversion(unknowns);
    for (int k = 0; k < indices.size(); k++) {
      inversion.equations.add(new Equation(position.get(k), indices.get(k)));
    }
    guards.forEach(inversion::addGuard);
    inversion.solve();
    return inversion.points();
  }

  private void addGuard(Scalar guard) {
    if (guard instanceof Binary binary && binary.op() == BinaryOp.AND) {
      addGuard(binary.left());
      addGuard(binary.right());
    } else if (guard instanceof Binary binary
        && binary.op() == BinaryOp.EQUAL
        && binary.left().type() == ElementType.INT
        && Dependencies.reads(guard).isEmpty()) {
      equations.add(new Equation(binary.right(), binary.left()));
    } else {
      conditions.add(guard);
    }
  }

  private void solve() {
    boolean found = true;
    while (found) {
      found = solveAlone() || solveTiles() || solveLongest() || unfold();
    }
  }

  private Points points() {
    List<Scalar> guards = new ArrayList<>(whole);
    List<Scalar> given = new ArrayList<>(conditions);
    equations.forEach(equation -> given.add(equation.condition()));
    solution.forEach(
        (axis, value) -> guards.addAll(Scalars.inRange(value, axis.extent(), Ranges.NONE)));
    guards.addAll(given);
    return new Points(List.copyOf(unknowns), Map.copyOf(solution), Guards.simplify(guards));
  }

  /** Unknowns that an expression mentions. */
  private List<Axis> unknownsOf(Scalar scalar) {
    return unknowns.stream().filter(axis -> Scalars.mentions(scalar, axis)).toList();
  }

  /** The unknowns that a sum counts, if they are in no other of its terms. */
  private List<Axis> linear(Affine sum) {
    List<Axis> linear = new ArrayList<>();
    for (Scalar atom : sum.terms().keySet()) {
      if (atom instanceof AxisIndex index
          && unknowns.contains(index.axis())
          && !Scalars.mentions(sum.without(atom).toScalar(), index.axis())) {
        linear.add(index.axis());
      }
    }
    return linear;
  }

  private boolean solveAlone() {
    for (Equation equation : equations) {
      Affine difference = equation.difference();
      List<Axis> mentioned = unknownsOf(difference.toScalar());
      if (mentioned.size() == 1 && linear(difference).equals(mentioned)) {
        divide(equation, difference, mentioned.get(0));
        return true;
      }
    }
    return false;
  }

  private boolean solveTiles() {
    for (Equation equation : equations) {
      Affine difference = equation.difference();
      for (Axis axis : linear(difference)) {
        if (solveTile(equation, difference, axis)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Splits an equation into that for the quotient, which is solved, and that for the remainder. */
  private boolean solveTile(Equation equation, Affine difference, Axis axis) {
    long coefficient = difference.coefficient(Scalars.index(axis));
    Affine rest = difference.without(Scalars.index(axis));
    if (coefficient < 0) {
      rest = new Affine(Map.of(), 0).plus(rest, -1);
    }
    long size = Math.abs(coefficient);
    Affine inner = new Affine(Map.of(), 0);
    for (Map.Entry<Scalar, Long> term : rest.terms().entrySet()) {
      if (!unknownsOf(term.getKey()).isEmpty()) {
        inner = inner.plus(Affine.of(term.getKey()), term.getValue());
      }
    }
    Interval range = Ranges.NONE.of(inner.toScalar());
    if (size == 1 || inner.isConstant() || range.high() - range.low() >= size) {
      return false;
    }
    Affine known = new Affine(Map.of(), 0).plus(rest, -1).plus(inner, 1);
    Scalar outside = known.plus(new Affine(Map.of(), range.low()), -1).toScalar();
    Scalar remainder = Scalars.remainder(outside, Scalars.integer(size));
    Scalar tile = inner.plus(new Affine(Map.of(), range.low()), -1).toScalar();
    equations.set(equations.indexOf(equation), new Equation(remainder, tile));
    assign(axis, Scalars.floorDivide(outside, Scalars.integer(size)));
    return true;
  }

  private boolean solveLongest() {
    Equation chosen = null;
    Axis longest = null;
    for (Equation equation : equations) {
      Optional<Axis> axis =
          linear(equation.difference()).stream()
              .max(Comparator.comparingInt(each -> each.extent().bound()));
      if (axis.isPresent()
          && (longest == null || axis.get().extent().bound() > longest.extent().bound())) {
        chosen = equation;
        longest = axis.get();
      }
    }
    if (chosen == null) {
      return false;
    }
    divide(chosen, chosen.difference(), longest);
    return true;
  }

  /** Solves {@code c·v + rest = 0} for v. */
  private void divide(Equation equation, Affine difference, Axis axis) {
    long coefficient = difference.coefficient(Scalars.index(axis));
    Affine rest = difference.without(Scalars.index(axis));
    long sign = coefficient > 0 ? -1 : 1;
    Scalar dividend = new Affine(Map.of(), 0).plus(rest, sign).toScalar();
    Scalar divisor = Scalars.integer(Math.abs(coefficient));
    whole.add(Scalars.equal(Scalars.remainder(dividend, divisor), Scalars.integer(0)));
    equations.remove(equation);
    assign(axis, Scalars.floorDivide(dividend, divisor));
  }

  private void assign(Axis axis, Scalar value) {
    Map<Axis, Scalar> values = Map.of(axis, value);
    unknowns.remove(axis);
    solution.replaceAll((other, old) -> Scalars.substitute(old, values));
    solution.put(axis, value);
    whole = substitute(whole, values);
    conditions = substitute(conditions, values);
    List<Equation> substituted = new ArrayList<>();
    for (Equation equation : equations) {
      substituted.add(
          new Equation(
              Scalars.substitute(equation.target(), values),
              Scalars.substitute(equation.value(), values)));
    }
    equations = substituted;
  }

  private static List<Scalar> substitute(List<Scalar> scalars, Map<Axis, Scalar> values) {
    List<Scalar> substituted = new ArrayList<>();
    scalars.forEach(scalar -> substituted.add(Scalars.substitute(scalar, values)));
    return substituted;
  }

  /**
   * Writes one equation with a quotient or a remainder as one without it, and with one more
   * unknown.
   */
  private boolean unfold() {
    for (int i = 0; i < equations.size(); i++) {
      Affine difference = equations.get(i).difference();
      for (Map.Entry<Scalar, Long> term : difference.terms().entrySet()) {
        if (term.getKey() instanceof Binary division
            && Math.abs(term.getValue()) == 1
            && division.right() instanceof Scalar.Constant divisor
            && unknownsOf(difference.without(division).toScalar()).isEmpty()
            && !linear(Affine.of(division.left())).isEmpty()) {
          Affine rest = difference.without(division);
          long sign = term.getValue() > 0 ? -1 : 1;
          Scalar value = new Affine(Map.of(), 0).plus(rest, sign).toScalar();
          if (unfold(i, division, (long) divisor.value(), value)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean unfold(int equation, Binary division, long divisor, Scalar value) {
    Scalar dividend = division.left();
    if (division.op() == BinaryOp.FLOOR_DIVIDE) {
      Axis remainder = new Axis("r", Extent.of((int) divisor));
      unknowns.add(remainder);
      Scalar target =
          Scalars.add(Scalars.multiply(value, Scalars.integer(divisor)), Scalars.index(remainder));
      equations.set(equation, new Equation(target, dividend));
      return true;
    }
    Interval range = Ranges.NONE.of(dividend);
    if (division.op() != BinaryOp.REMAINDER || range.high() >= Integer.MAX_VALUE) {
      return false;
    }
    long first = Math.floorDiv(range.low(), divisor);
    long last = Math.floorDiv(range.high(), divisor);
    Axis quotient = new Axis("q", Extent.of((int) (last - first + 1)));
    unknowns.add(quotient);
    Scalar times = Scalars.add(Scalars.index(quotient), Scalars.integer(first));
    Scalar target = Scalars.add(Scalars.multiply(times, Scalars.integer(divisor)), value);
    equations.set(equation, new Equation(target, dividend));
    whole.addAll(Scalars.inRange(value, Extent.of((int) divisor), Ranges.NONE));
    return true;
  }
}
