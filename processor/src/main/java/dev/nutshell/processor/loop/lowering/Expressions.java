package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Conditional;
import dev.nutshell.processor.loop.program.LoopExpression.Convert;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Load;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpression.Uniform;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Assign;
import dev.nutshell.processor.loop.sequence.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scalar expressions as expressions of a kernel. What does not depend on the innermost loop is
 * computed in the outermost scope that knows its parts; what several places need gets a name.
 */
final class Expressions {
  private final Nest nest;
  private final Map<Scalar, Integer> uses = new HashMap<>();
  private final Reductions reductions;

  Expressions(Nest nest) {
    this.nest = nest;
    this.reductions = new Reductions(nest, this);
  }

  Reductions reductions() {
    return reductions;
  }

  /**
   * Announces what is to be computed next in one scope: its parts are counted, to know which are
   * shared.
   */
  void expect(List<Scalar> scalars) {
    uses.clear();
    expectToo(scalars);
  }

  /** Announces more of what is to be computed in the same scope. */
  void expectToo(List<Scalar> scalars) {
    scalars.forEach(this::count);
  }

  private void count(Scalar scalar) {
    if (uses.merge(scalar, 1, Integer::sum) == 1) {
      scalar.children().forEach(this::count);
    }
  }

  LoopExpression lower(Scalar scalar) {
    return value(scalar).expression();
  }

  LoopValue value(Scalar scalar) {
    LoopValue known = nest.scope().value(scalar);
    if (known != null) {
      return known;
    }
    LoopValue value = compute(scalar);
    boolean shared = uses.getOrDefault(scalar, 0) > 1;
    if (value.isAtom() || (!shared && value.depth() >= nest.scope().depth())) {
      return value;
    }
    LoopValue named = nest.name(scalar.type().isFloating() ? "v" : "k", value);
    nest.scope().at(named.depth()).remember(scalar, named);
    return named;
  }

  private LoopValue compute(Scalar scalar) {
    if (scalar instanceof Scalar.Constant constant) {
      return LoopValue.anywhere(new Literal(constant.type(), constant.value()));
    }
    if (scalar instanceof Scalar.AxisIndex index) {
      return nest.axis(index.axis());
    }
    if (scalar instanceof Scalar.ExtentValue value) {
      return LoopValue.anywhere(nest.extent(value.extent()));
    }
    if (scalar instanceof Scalar.Read read) {
      return load(read);
    }
    if (scalar instanceof Scalar.Unary unary) {
      if (unary.op() == Scalar.UnaryOp.STOP_GRADIENT) {
        return value(unary.operand());
      }
      LoopValue operand = value(unary.operand());
      return new LoopValue(
          new LoopExpression.Unary(unary.op(), operand.expression()), operand.depth());
    }
    if (scalar instanceof Scalar.Binary binary) {
      return binary(binary);
    }
    if (scalar instanceof Scalar.Select select) {
      return select(select);
    }
    if (scalar instanceof Scalar.Cast cast) {
      LoopValue operand = value(cast.operand());
      return new LoopValue(new Convert(cast.type(), operand.expression()), operand.depth());
    }
    if (scalar instanceof Scalar.Random random) {
      nest.drawsNumbers();
      LoopValue row = value(random.row());
      LoopValue element = value(random.element());
      return new LoopValue(
          new Uniform(random.stream(), row.expression(), element.expression()),
          Math.max(row.depth(), element.depth()));
    }
    return reductions.reduce((Scalar.Reduce) scalar);
  }

  private LoopValue binary(Scalar.Binary binary) {
    if (binary.type() == ElementType.INT
        && (binary.op() == BinaryOp.ADD
            || binary.op() == BinaryOp.SUBTRACT
            || binary.op() == BinaryOp.MULTIPLY)) {
      Affine sum = Affine.of(binary);
      if (sum.coefficient(binary) == 0) {
        return sum(sum);
      }
    }
    LoopValue left = value(binary.left());
    boolean decides = binary.op() == BinaryOp.AND || binary.op() == BinaryOp.OR;
    if (decides && mayFail(binary.right())) {
      return guarded(binary, left);
    }
    LoopValue right = value(binary.right());
    int depth = Math.max(left.depth(), right.depth());
    boolean mayFail =
        (binary.op() == BinaryOp.FLOOR_DIVIDE || binary.op() == BinaryOp.REMAINDER)
            && !(right.expression() instanceof Literal);
    return new LoopValue(
        new LoopExpression.Binary(binary.op(), left.expression(), right.expression()),
        mayFail ? Math.max(depth, nest.scope().barrier()) : depth);
  }

  /** A right operand that may be computed only where the left one does not decide already. */
  private LoopValue guarded(Scalar.Binary binary, LoopValue left) {
    boolean isAnd = binary.op() == BinaryOp.AND;
    LoopValue[] right = new LoopValue[1];
    LoopStatement.Block statements = nest.apart(() -> right[0] = value(binary.right()));
    int depth = nest.scope().depth();
    if (statements.statements().isEmpty()) {
      int needed = Math.max(left.depth(), right[0].depth());
      return new LoopValue(
          new LoopExpression.Binary(binary.op(), left.expression(), right[0].expression()),
          Math.min(needed, depth));
    }
    Local result = nest.declare("k", new Literal(ElementType.BOOL, isAnd ? 0 : 1));
    LoopStatement.Block apart = assigning(statements, result, right[0]);
    LoopStatement.Block nothing = new LoopStatement.Block(List.of());
    nest.add(
        new LoopStatement.If(left.expression(), isAnd ? apart : nothing, isAnd ? nothing : apart));
    return new LoopValue(result, depth);
  }

  /** Whether an expression has a value only where conditions around it hold. */
  private static boolean mayFail(Scalar scalar) {
    if (scalar instanceof Scalar.Read read && !isAlwaysInRange(read)) {
      return true;
    }
    boolean divides =
        scalar instanceof Scalar.Binary binary
            && (binary.op() == BinaryOp.FLOOR_DIVIDE || binary.op() == BinaryOp.REMAINDER)
            && !(binary.right() instanceof Scalar.Constant);
    return divides || scalar.children().stream().anyMatch(Expressions::mayFail);
  }

  /**
   * A branch that is a single expression stays one; what needs statements runs under a condition.
   */
  private LoopValue select(Scalar.Select select) {
    LoopValue condition = value(select.condition());
    LoopValue[] branches = new LoopValue[2];
    LoopStatement.Block then = nest.apart(() -> branches[0] = value(select.then()));
    LoopStatement.Block otherwise = nest.apart(() -> branches[1] = value(select.otherwise()));
    int depth = nest.scope().depth();
    if (then.statements().isEmpty() && otherwise.statements().isEmpty()) {
      int needed = Math.max(condition.depth(), Math.max(branches[0].depth(), branches[1].depth()));
      return new LoopValue(
          new Conditional(
              condition.expression(), branches[0].expression(), branches[1].expression()),
          Math.min(needed, depth));
    }
    Local result = nest.declare("v", new Literal(select.type(), 0));
    nest.add(
        new LoopStatement.If(
            condition.expression(),
            assigning(then, result, branches[0]),
            assigning(otherwise, result, branches[1])));
    return new LoopValue(result, depth);
  }

  private static LoopStatement.Block assigning(
      LoopStatement.Block block, Local result, LoopValue value) {
    List<LoopStatement> statements = new ArrayList<>(block.statements());
    statements.add(new Assign(result, value.expression()));
    return new LoopStatement.Block(statements);
  }

  /** Where in its buffer an element is. */
  LoopValue index(Scalar.Read read) {
    return sum(nest.location(read.node()).position(read.indices()));
  }

  /** A load may move out of a loop or condition only if it is in range without it. */
  private LoopValue load(Scalar.Read read) {
    LoopValue index = index(read);
    int depth =
        isAlwaysInRange(read) ? index.depth() : Math.max(index.depth(), nest.scope().barrier());
    return new LoopValue(new Load(nest.buffer(read.node()), index.expression()), depth);
  }

  /** Whether all that an expression reads is in range wherever its axes are. */
  static boolean isAlwaysInRange(Scalar scalar) {
    if (scalar instanceof Scalar.Read read) {
      for (int k = 0; k < read.indices().size(); k++) {
        Extent extent = read.node().shape().get(k);
        if (!Scalars.inRange(read.indices().get(k), extent, Ranges.NONE).isEmpty()) {
          return false;
        }
      }
    }
    return scalar.children().stream().allMatch(Expressions::isAlwaysInRange);
  }

  /**
   * The position of an element in its buffer; parts of reductions over the batch have a row a
   * chunk.
   */
  LoopExpression position(Location location, List<Scalar> indices) {
    LoopExpression position = sum(location.position(indices)).expression();
    if (location.slot().area() != Area.PARTIALS) {
      return position;
    }
    LoopExpression row =
        new LoopExpression.Binary(
            BinaryOp.MULTIPLY,
            nest.parameter(KernelIntegers.CHUNK),
            new Literal(ElementType.INT, location.slot().rowStride()));
    return new LoopExpression.Binary(BinaryOp.ADD, row, position);
  }

  /** A sum of indices: the terms of outer loops are added up outside. */
  LoopValue sum(Affine sum) {
    long constant = sum.constant();
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<Scalar, Long> entry : sum.terms().entrySet()) {
      LoopValue atom = value(entry.getKey());
      if (atom.expression() instanceof Literal literal) {
        constant += entry.getValue() * (long) literal.value();
      } else {
        terms.add(new Term(atom, entry.getValue()));
      }
    }
    terms.sort(
        Comparator.comparingInt((Term term) -> term.atom().depth())
            .thenComparing(Term::isNegative));
    LoopValue total = null;
    if (constant != 0 && (terms.isEmpty() || terms.get(0).isNegative())) {
      total = LoopValue.anywhere(new Literal(ElementType.INT, constant));
      constant = 0;
    }
    for (int k = 0; k < terms.size(); k++) {
      Term term = terms.get(k);
      LoopValue added = plus(total, term);
      boolean last = k == terms.size() - 1;
      boolean deeper = !last && terms.get(k + 1).atom().depth() > term.atom().depth();
      boolean plain = last && (constant == 0 || total == null) && !isProduct(added, term);
      total = deeper || (last && !plain) ? named(added) : added;
    }
    if (total == null) {
      return LoopValue.anywhere(new Literal(ElementType.INT, 0));
    }
    return offset(total, constant);
  }

  private static boolean isProduct(LoopValue sum, Term term) {
    return Math.abs(term.coefficient()) != 1 && !sum.isAtom();
  }

  private LoopValue named(LoopValue value) {
    if (value.isAtom()) {
      return value;
    }
    LoopValue known = nest.scope().sum(value.expression());
    if (known != null) {
      return known;
    }
    LoopValue named = nest.name("at", value);
    nest.scope().at(named.depth()).rememberSum(value.expression(), named);
    return named;
  }

  private static LoopValue plus(LoopValue total, Term term) {
    LoopExpression atom = term.atom().expression();
    long size = Math.abs(term.coefficient());
    LoopExpression product =
        size == 1
            ? atom
            : new LoopExpression.Binary(
                BinaryOp.MULTIPLY, atom, new Literal(ElementType.INT, size));
    boolean negative = term.coefficient() < 0;
    if (total == null) {
      return new LoopValue(
          negative ? new LoopExpression.Unary(Scalar.UnaryOp.NEGATE, product) : product,
          term.atom().depth());
    }
    return new LoopValue(
        new LoopExpression.Binary(
            negative ? BinaryOp.SUBTRACT : BinaryOp.ADD, total.expression(), product),
        Math.max(total.depth(), term.atom().depth()));
  }

  private static LoopValue offset(LoopValue total, long constant) {
    if (constant == 0) {
      return total;
    }
    return new LoopValue(
        new LoopExpression.Binary(
            constant < 0 ? BinaryOp.SUBTRACT : BinaryOp.ADD,
            total.expression(),
            new Literal(ElementType.INT, Math.abs(constant))),
        total.depth());
  }

  private record Term(LoopValue atom, long coefficient) {
    boolean isNegative() {
      return coefficient < 0;
    }
  }
}
