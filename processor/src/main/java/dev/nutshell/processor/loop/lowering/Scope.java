package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a loop nest under construction where statements are added: the kernel's begin, the
 * body of a loop, or what stands under a condition.
 */
final class Scope {
  private final Scope parent;
  private final int depth;
  private final int partDepth;
  private final boolean conditional;
  private final List<LoopStatement> statements = new ArrayList<>();
  private final Map<Scalar, LoopValue> values = new HashMap<>();
  private final Map<LoopExpression, LoopValue> sums = new HashMap<>();

  private Scope(Scope parent, int depth, int partDepth, boolean conditional) {
    this.parent = parent;
    this.depth = depth;
    this.partDepth = partDepth;
    this.conditional = conditional;
  }

  static Scope root() {
    return new Scope(null, 0, 0, false);
  }

  /**
   * A scope inside this one.
   *
   * @param conditional whether it may not be entered at all
   */
  Scope inner(boolean conditional) {
    return new Scope(this, depth + 1, partDepth, conditional);
  }

  /** A scope inside this one for a part: no vector comes in. */
  Scope part() {
    return new Scope(this, depth + 1, depth + 1, false);
  }

  /** The depth of the part that this scope is in; 0 where it is in none. */
  int partDepth() {
    return partDepth;
  }

  int depth() {
    return depth;
  }

  /** This scope or the one around it that has a depth. */
  Scope at(int wanted) {
    Scope scope = this;
    while (scope.depth > wanted) {
      scope = scope.parent;
    }
    return scope;
  }

  /**
   * The depth of the nearest scope that may not be entered: what is not safe elsewhere must stay in
   * it.
   */
  int barrier() {
    Scope scope = this;
    while (!scope.conditional && scope.parent != null) {
      scope = scope.parent;
    }
    return scope.depth;
  }

  void add(LoopStatement statement) {
    statements.add(statement);
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  LoopStatement.Block block() {
    return new LoopStatement.Block(statements);
  }

  /** The local variable that holds the value of an expression already, or null. */
  LoopValue value(Scalar scalar) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      LoopValue value = scope.values.get(scalar);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  void remember(Scalar scalar, LoopValue value) {
    values.put(scalar, value);
  }

  /** The local variable that holds an index sum already, or null. */
  LoopValue sum(LoopExpression expression) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      LoopValue value = scope.sums.get(expression);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  void rememberSum(LoopExpression expression, LoopValue value) {
    sums.put(expression, value);
  }
}
