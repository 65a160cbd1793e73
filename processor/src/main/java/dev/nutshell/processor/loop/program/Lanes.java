package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the expressions of a loop over vectors are for its lanes. Only such statements have a form
 * for all lanes at once: elementwise arithmetic on consecutive elements, and control flow that all
 * lanes share.
 */
public final class Lanes {

  /** How the values of the lanes relate to one another. */
  public enum Form {
    /** The same value in all lanes. */
    UNIFORM,
    /** An integer, one more from lane to lane. */
    CONSECUTIVE,
    /** A number of the network's precision, of its own in each lane. */
    VARYING,
    /** An integer of its own in each lane, held in a vector of floats: small enough for them. */
    NUMBER,
    /** A truth value of its own in each lane. */
    MASK;

    /** Whether there is a vector for it. */
    public boolean isVector() {
      return this == VARYING || this == NUMBER;
    }

    private static Form ofLanes(ElementType type) {
      return switch (type) {
        case INT -> NUMBER;
        case BOOL -> MASK;
        default -> VARYING;
      };
    }
  }

  /** Functions that the scalar code computes by operations that vectors have too. */
  private static final Set<UnaryOp> EXACT =
      EnumSet.of(UnaryOp.NEGATE, UnaryOp.ABS, UnaryOp.SQRT, UnaryOp.SIGN);

  private static final Set<UnaryOp> IN_SINGLE_PRECISION =
      EnumSet.of(UnaryOp.EXP, UnaryOp.EXPM1, UnaryOp.TANH, UnaryOp.ERF);

  /** Loops in one another through which HotSpot keeps a vector in a register. */
  private static final int MOST_LOOPS = 2;

  private final boolean singlePrecision;
  private final Map<String, Form> locals = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Set<String> assigned = new HashSet<>();
  private int depth;

  private Lanes(boolean singlePrecision) {
    this.singlePrecision = singlePrecision;
  }

  /**
   * The forms in a loop.
   *
   * @param singlePrecision whether the numbers of the network are floats
   * @return null if a statement has no form for all lanes at once
   */
  public static Lanes of(Vectors loop, boolean singlePrecision) {
    Lanes lanes = new Lanes(singlePrecision);
    lanes.locals.put(loop.index().name(), Form.CONSECUTIVE);
    lanes.locals.put(Vectors.LANE.name(), Form.CONSECUTIVE);
    try {
      while (lanes.statement(loop.body())) {
        // What is assigned later may make what came before varying.
      }
      return lanes;
    } catch (NoForm e) {
      return null;
    }
  }

  /**
   * The forms in a loop whose sums are lanes.
   *
   * @return null if a statement has no form for all lanes at once
   */
  public static Lanes of(LoopStatement.Striped loop, boolean singlePrecision) {
    return of(
        new Vectors(
            loop.index(),
            new LoopExpression.Literal(ElementType.INT, loop.count()),
            1,
            Vectors.Remainder.SCALARS,
            loop.body()),
        singlePrecision);
  }

  /** The form of a local variable. */
  public Form local(LoopExpression.Local local) {
    return locals.getOrDefault(local.name(), Form.UNIFORM);
  }

  /** Whether an expression is a variable whose value an iteration before may have made. */
  public boolean isCarried(LoopExpression expression) {
    return expression instanceof LoopExpression.Local local && assigned.contains(local.name());
  }

  /** The integers that differ between lanes: the index and what is counted from it. */
  public List<LoopExpression.Local> consecutive() {
    List<LoopExpression.Local> all = new ArrayList<>();
    locals.forEach(
        (name, form) -> {
          if (form == Form.CONSECUTIVE) {
            all.add(new LoopExpression.Local(name, ElementType.INT));
          }
        });
    return all;
  }

  /** Returns whether the form of a variable has changed. */
  private boolean statement(LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      boolean changed = false;
      for (LoopStatement each : block.statements()) {
        changed |= statement(each);
      }
      return changed;
    }
    if (statement instanceof LoopStatement.Part part) {
      return statement(part.body());
    }
    if (statement instanceof LoopStatement.For loop) {
      requireUniform(loop.from());
      requireUniform(loop.to());
      depth++;
      boolean changed = statement(loop.body());
      depth--;
      return changed;
    }
    if (statement instanceof LoopStatement.If conditional) {
      if (form(conditional.condition()) == Form.MASK) {
        return masked(conditional);
      }
      requireUniform(conditional.condition());
      boolean changed = statement(conditional.then());
      changed |= statement(conditional.otherwise());
      return changed;
    }
    if (statement instanceof LoopStatement.Declare declare) {
      depths.put(declare.local().name(), depth);
      return assign(declare.local(), declare.value());
    }
    if (statement instanceof LoopStatement.Assign assign) {
      assigned.add(assign.local().name());
      return assign(assign.local(), assign.value());
    }
    if (statement instanceof LoopStatement.InRange range) {
      require(form(range.index()) == Form.CONSECUTIVE);
      return false;
    }
    if (!(statement instanceof LoopStatement.Store store)) {
      throw new NoForm();
    }
    Form value = form(store.value());
    require(
        isElement(store.buffer().type())
            && form(store.index()) == Form.CONSECUTIVE
            && (value.isVector() || value == Form.UNIFORM));
    return false;
  }

  /** Whether vectors of an element type are read and written. */
  private boolean isElement(ElementType type) {
    return type == ElementType.REAL || (type == ElementType.INT && singlePrecision);
  }

  /** Assignments that some lanes make. */
  private boolean masked(LoopStatement.If conditional) {
    require(
        conditional.otherwise() instanceof LoopStatement.Block block
            && block.statements().isEmpty());
    require(conditional.then() instanceof LoopStatement.Block);
    boolean changed = false;
    for (LoopStatement each : ((LoopStatement.Block) conditional.then()).statements()) {
      require(each instanceof LoopStatement.Assign);
      LoopStatement.Assign assign = (LoopStatement.Assign) each;
      assigned.add(assign.local().name());
      Form before = local(assign.local());
      Form after = Form.ofLanes(assign.local().type());
      Form value = form(assign.value());
      require(
          (before == Form.UNIFORM || before == after) && (value == Form.UNIFORM || value == after));
      locals.put(assign.local().name(), after);
      changed |= before != after;
    }
    return changed;
  }

  private boolean assign(LoopExpression.Local local, LoopExpression value) {
    Form before = local(local);
    Form form = form(value);
    require(before == Form.UNIFORM || form == Form.UNIFORM || before == form);
    Form joined = form == Form.UNIFORM ? before : form;
    require(
        joined == Form.UNIFORM || depth - depths.getOrDefault(local.name(), depth) <= MOST_LOOPS);
    locals.put(local.name(), joined);
    return joined != before;
  }

  private void requireUniform(LoopExpression expression) {
    require(form(expression) == Form.UNIFORM);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new NoForm();
    }
  }

  /** The form of an expression. */
  public Form form(LoopExpression expression) {
    if (expression instanceof LoopExpression.Local local) {
      return local(local);
    }
    if (expression instanceof LoopExpression.Load load) {
      Form index = form(load.index());
      require(
          index == Form.UNIFORM || (index == Form.CONSECUTIVE && isElement(load.buffer().type())));
      return index == Form.UNIFORM ? Form.UNIFORM : Form.ofLanes(load.type());
    }
    boolean uniform = true;
    for (LoopExpression child : LoopExpressions.children(expression)) {
      uniform &= form(child) == Form.UNIFORM;
    }
    if (uniform) {
      return Form.UNIFORM;
    }
    if (expression instanceof LoopExpression.Unary unary) {
      return unary(unary);
    }
    if (expression instanceof LoopExpression.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof LoopExpression.Conditional conditional) {
      require(conditional.type() == ElementType.REAL);
      return Form.VARYING;
    }
    if (expression instanceof LoopExpression.Convert convert) {
      Form operand = form(convert.operand());
      require(
          convert.type() == ElementType.REAL && (operand == Form.MASK || operand == Form.NUMBER));
      return Form.VARYING;
    }
    require(expression instanceof LoopExpression.Fma && expression.type() == ElementType.REAL);
    return Form.VARYING;
  }

  private Form unary(LoopExpression.Unary unary) {
    Form operand = form(unary.operand());
    if (unary.op() == UnaryOp.NOT) {
      require(operand == Form.MASK);
      return Form.MASK;
    }
    require(
        operand == Form.VARYING
            && (EXACT.contains(unary.op())
                || (singlePrecision && IN_SINGLE_PRECISION.contains(unary.op()))));
    return Form.VARYING;
  }

  private Form binary(LoopExpression.Binary binary) {
    Form left = form(binary.left());
    Form right = form(binary.right());
    boolean consecutive = left == Form.CONSECUTIVE || right == Form.CONSECUTIVE;
    return switch (binary.op()) {
      case ADD, SUBTRACT -> {
        if (!consecutive) {
          yield varying(binary);
        }
        boolean oneStep =
            left == Form.CONSECUTIVE
                ? right == Form.UNIFORM
                : left == Form.UNIFORM
                    && binary.op() == dev.nutshell.processor.graph.Scalar.BinaryOp.ADD;
        require(oneStep && binary.type() == ElementType.INT);
        yield Form.CONSECUTIVE;
      }
      case MULTIPLY, DIVIDE -> varying(binary);
      case MIN, MAX -> {
        require(!consecutive);
        yield Form.ofLanes(binary.type());
      }
      case EQUAL, LESS, LESS_EQUAL -> {
        require(
            consecutive
                ? left == Form.UNIFORM || right == Form.UNIFORM
                : binary.left().type() != ElementType.BOOL);
        yield Form.MASK;
      }
      case AND, OR -> Form.MASK;
      case POWER, FLOOR_DIVIDE, REMAINDER -> throw new NoForm();
    };
  }

  private static Form varying(LoopExpression.Binary binary) {
    require(binary.type() == ElementType.REAL);
    return Form.VARYING;
  }

  /** There is no form for all lanes at once. */
  private static final class NoForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoForm() {
      super(null, null, false, false);
    }
  }
}
