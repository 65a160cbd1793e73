package dev.nutshell.grammar.format;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.AxisDeclaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.Binary;
import dev.nutshell.grammar.tree.Expression.BinaryOperator;
import dev.nutshell.grammar.tree.Expression.BooleanLiteral;
import dev.nutshell.grammar.tree.Expression.Call;
import dev.nutshell.grammar.tree.Expression.Comprehension;
import dev.nutshell.grammar.tree.Expression.Conditional;
import dev.nutshell.grammar.tree.Expression.Index;
import dev.nutshell.grammar.tree.Expression.Member;
import dev.nutshell.grammar.tree.Expression.NumberLiteral;
import dev.nutshell.grammar.tree.Expression.Pipe;
import dev.nutshell.grammar.tree.Expression.Reduction;
import dev.nutshell.grammar.tree.Expression.Reference;
import dev.nutshell.grammar.tree.Expression.Scan;
import dev.nutshell.grammar.tree.Expression.StringLiteral;
import dev.nutshell.grammar.tree.Expression.TupleLiteral;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Expression.UnaryOperator;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.IndexItem.ExpressionIndex;
import dev.nutshell.grammar.tree.ScanCarry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints expressions, with as few parentheses as they can be read back with. */
final class ExpressionPrinter {
  private final CommentPrinter comments;
  private final Function<Scan, Doc> scanBody;

  /**
   * @param scanBody prints the block of a scan
   */
  ExpressionPrinter(CommentPrinter comments, Function<Scan, Doc> scanBody) {
    this.comments = comments;
    this.scanBody = scanBody;
  }

  Doc print(Expression expression) {
    return comments.around(expression, withoutComments(expression));
  }

  Doc axis(AxisDeclaration axis) {
    Doc bound =
        axis.bound().map(each -> Doc.of(" < ", atLeast(each, Precedence.SUM))).orElse(Doc.NOTHING);
    return comments.around(axis, Doc.of(axis.name().text(), bound));
  }

  /** An expression where only what binds tightly enough can stand without parentheses. */
  Doc atLeast(Expression expression, Precedence least) {
    return parenthesized(expression, Precedence.of(expression).isLooserThan(least));
  }

  /** A string as it is written. */
  static String quote(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private Doc parenthesized(Expression expression, boolean needed) {
    return needed ? Lists.bracketed("(", List.of(print(expression)), ")") : print(expression);
  }

  private Doc withoutComments(Expression expression) {
    if (expression instanceof NumberLiteral number) {
      return Doc.of(number.text());
    }
    if (expression instanceof BooleanLiteral literal) {
      return Doc.of(String.valueOf(literal.value()));
    }
    if (expression instanceof StringLiteral string) {
      return Doc.of(quote(string.value()));
    }
    if (expression instanceof Reference reference) {
      return Doc.of(reference.name());
    }
    if (expression instanceof Call call) {
      return Doc.of(base(call.callee()), arguments(call));
    }
    if (expression instanceof Index index) {
      return index(index);
    }
    if (expression instanceof Member member) {
      return Doc.of(base(member.base()), ".", member.member().text());
    }
    if (expression instanceof TupleLiteral tuple) {
      return Lists.bracketed("(", tuple.elements().stream().map(this::print).toList(), ")");
    }
    return composed(expression);
  }

  private Doc composed(Expression expression) {
    if (expression instanceof Unary unary) {
      Precedence least = unary.operator() == UnaryOperator.NOT ? Precedence.NOT : Precedence.PREFIX;
      return Doc.of(unary.operator().symbol(), atLeast(unary.operand(), least));
    }
    if (expression instanceof Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Conditional conditional) {
      return conditional(conditional);
    }
    if (expression instanceof Pipe pipe) {
      return pipe(pipe);
    }
    if (expression instanceof Comprehension comprehension) {
      Doc axes = axes("[", comprehension.axes());
      Doc body = atLeast(comprehension.body(), Precedence.OPERAND);
      return Doc.group(axes, Doc.indent(Lists.INDENT, Doc.LINE, body));
    }
    if (expression instanceof Reduction reduction) {
      String word = reduction.operator().name().toLowerCase(Locale.ROOT);
      Doc body = atLeast(reduction.body(), Precedence.PRODUCT);
      Doc axes = axes(word + "[", reduction.axes());
      return Doc.group(axes, Doc.indent(Lists.INDENT, Doc.LINE, body));
    }
    return scan((Scan) expression);
  }

  private Doc base(Expression base) {
    return parenthesized(base, Precedence.needsParenthesesAsBase(base));
  }

  private Doc arguments(Call call) {
    return Lists.bracketed("(", call.arguments().stream().map(this::argument).toList(), ")");
  }

  private Doc argument(Argument argument) {
    String name = argument.name().map(each -> each.text() + ": ").orElse("");
    return comments.around(argument, Doc.of(name, print(argument.value())));
  }

  private Doc index(Index index) {
    boolean needed =
        Precedence.needsParenthesesAsBase(index.base())
            || Precedence.readsAsReduction(index.base());
    List<Doc> items = index.items().stream().map(this::indexItem).toList();
    return Doc.of(parenthesized(index.base(), needed), Lists.bracketed("[", items, "]"));
  }

  private Doc indexItem(IndexItem item) {
    return item instanceof ExpressionIndex index
        ? print(index.expression())
        : comments.around(item, Doc.of(AxisDeclaration.ELLIPSIS));
  }

  private Doc axes(String open, List<AxisDeclaration> axes) {
    return Lists.bracketed(open, axes.stream().map(this::axis).toList(), "]");
  }

  /** Operators of one precedence break together, each at the beginning of its line. */
  private Doc binary(Binary binary) {
    if (binary.operator() == BinaryOperator.POWER) {
      return power(binary.left(), binary.right());
    }
    List<Doc> parts = new ArrayList<>();
    addChain(binary, parts);
    Doc first = parts.get(0);
    List<Doc> others = parts.subList(1, parts.size());
    return Doc.group(first, Doc.indent(Lists.CONTINUATION, Doc.sequence(others)));
  }

  private Doc power(Expression base, Expression exponent) {
    return Doc.of(
        parenthesized(base, Precedence.needsParenthesesOnLeft(base, BinaryOperator.POWER)),
        BinaryOperator.POWER.symbol(),
        parenthesized(
            exponent, Precedence.needsParenthesesOnRight(exponent, BinaryOperator.POWER)));
  }

  private void addChain(Binary binary, List<Doc> parts) {
    Expression left = binary.left();
    boolean needed = Precedence.needsParenthesesOnLeft(left, binary.operator());
    if (!needed && left instanceof Binary inner && continues(inner, binary)) {
      List<Doc> innerParts = new ArrayList<>();
      addChain(inner, innerParts);
      parts.add(Doc.of(comments.leading(inner, false), innerParts.get(0)));
      parts.addAll(innerParts.subList(1, innerParts.size()));
      parts.add(comments.trailing(inner));
    } else {
      parts.add(parenthesized(left, needed));
    }
    Expression right = binary.right();
    boolean parentheses = Precedence.needsParenthesesOnRight(right, binary.operator());
    parts.add(
        Doc.of(
            Doc.LINE,
            parentheses ? Doc.NOTHING : comments.linesBeforeOperator(right),
            binary.operator().symbol(),
            " ",
            parentheses ? parenthesized(right, true) : behindOperator(right)));
  }

  private static boolean continues(Binary inner, Binary outer) {
    return Precedence.of(inner.operator()) == Precedence.of(outer.operator());
  }

  private Doc behindOperator(Expression operand) {
    return Doc.of(
        comments.leading(operand, true), withoutComments(operand), comments.trailing(operand));
  }

  /** On one line if it fits, unless it has more than two branches. */
  private Doc conditional(Conditional conditional) {
    return continuesElse(conditional)
        ? conditional(conditional, Doc.HARD_LINE)
        : new Doc.Group(conditional(conditional, Doc.LINE));
  }

  private Doc conditional(Conditional conditional, Doc line) {
    Doc condition = print(conditional.condition());
    Doc then = Doc.of("if ", condition, " ", braces(conditional.then(), line), " else ");
    return continuesElse(conditional)
        ? Doc.of(then, conditional((Conditional) conditional.otherwise(), line))
        : Doc.of(then, braces(conditional.otherwise(), line));
  }

  private boolean continuesElse(Conditional conditional) {
    return conditional.otherwise() instanceof Conditional another && !comments.has(another);
  }

  private Doc braces(Expression value, Doc line) {
    return Doc.of("{", Doc.indent(Lists.INDENT, line, print(value)), line, "}");
  }

  /**
   * A stage stays on a line of its own where it was written on one; where none was, all of them
   * break, or none.
   */
  private Doc pipe(Pipe pipe) {
    List<Pipe> stages = new ArrayList<>();
    Expression value = pipe;
    while (value instanceof Pipe inner) {
      stages.add(0, inner);
      value = inner.value();
    }
    boolean grouped = stages.stream().anyMatch(ExpressionPrinter::beginsLine);
    List<Doc> parts = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Pipe stage = stages.get(i);
      boolean last = i + 1 == stages.size();
      Doc written = stage(stage);
      Doc trailing = last ? Doc.NOTHING : comments.trailing(stage);
      if (!grouped) {
        parts.add(Doc.of(Doc.LINE, written, trailing));
      } else if (beginsLine(stage)) {
        parts.add(Doc.of(Doc.HARD_LINE, written, trailing));
      } else {
        parts.add(Doc.of(Doc.group(Doc.LINE, written), trailing));
      }
    }
    Doc first = atLeast(value, Precedence.OPERAND);
    return Doc.group(first, Doc.indent(Lists.CONTINUATION, Doc.sequence(parts)));
  }

  private Doc stage(Pipe pipe) {
    return Doc.of(
        comments.linesBeforeOperator(pipe.stage()),
        "|> ",
        pipe.label().map(each -> each.text() + ": ").orElse(""),
        behindOperator(pipe.stage()));
  }

  private static boolean beginsLine(Pipe pipe) {
    int line = pipe.label().map(each -> each.span().line()).orElse(pipe.stage().span().line());
    return line > pipe.value().span().endLine();
  }

  private Doc scan(Scan scan) {
    List<Doc> carries = scan.carries().stream().map(this::carry).toList();
    return Doc.of(
        scan.reverse() ? "scan reverse " : "scan ",
        axes("[", List.of(scan.axis())),
        " ",
        Lists.bracketed("(", carries, ")"),
        " ",
        scanBody.apply(scan));
  }

  private Doc carry(ScanCarry carry) {
    return comments.around(carry, Doc.of(carry.name().text(), " = ", print(carry.initial())));
  }
}
