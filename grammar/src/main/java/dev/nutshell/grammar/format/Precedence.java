package dev.nutshell.grammar.format;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.Binary;
import dev.nutshell.grammar.tree.Expression.BinaryOperator;
import dev.nutshell.grammar.tree.Expression.Comprehension;
import dev.nutshell.grammar.tree.Expression.Conditional;
import dev.nutshell.grammar.tree.Expression.Member;
import dev.nutshell.grammar.tree.Expression.NumberLiteral;
import dev.nutshell.grammar.tree.Expression.Pipe;
import dev.nutshell.grammar.tree.Expression.Reduction;
import dev.nutshell.grammar.tree.Expression.ReductionOperator;
import dev.nutshell.grammar.tree.Expression.Reference;
import dev.nutshell.grammar.tree.Expression.Scan;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Expression.UnaryOperator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How tightly expressions bind as they are written: which of them need parentheses where. */
enum Precedence {
  PIPE,
  /** Index notation, and what ends in a brace: the operands of a pipe. */
  OPERAND,
  OR,
  AND,
  NOT,
  COMPARISON,
  SUM,
  PRODUCT,
  /** Signs and reductions. */
  PREFIX,
  POWER,
  POSTFIX;

  private static final Set<String> REDUCTION_WORDS =
      Arrays.stream(ReductionOperator.values())
          .map(each -> each.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  static Precedence of(Expression expression) {
    if (expression instanceof Pipe) {
      return PIPE;
    }
    if (expression instanceof Comprehension
        || expression instanceof Conditional
        || expression instanceof Scan) {
      return OPERAND;
    }
    if (expression instanceof Unary unary) {
      return unary.operator() == UnaryOperator.NOT ? NOT : PREFIX;
    }
    if (expression instanceof Reduction) {
      return PREFIX;
    }
    return expression instanceof Binary binary ? of(binary.operator()) : POSTFIX;
  }

  static Precedence of(BinaryOperator operator) {
    return switch (operator) {
      case OR -> OR;
      case AND -> AND;
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> COMPARISON;
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
      case POWER -> POWER;
    };
  }

  boolean isLooserThan(Precedence other) {
    return compareTo(other) < 0;
  }

  /** Whether the left operand of an operator needs parentheses. */
  static boolean needsParenthesesOnLeft(Expression left, BinaryOperator operator) {
    Precedence level = of(operator);
    boolean takesOperatorToo = level == PRODUCT && endsInReduction(left);
    boolean associatesLeft = level != COMPARISON && level != POWER;
    return takesOperatorToo
        || of(left).isLooserThan(level)
        || (of(left) == level && !associatesLeft);
  }

  /** Whether the right operand of an operator needs parentheses. */
  static boolean needsParenthesesOnRight(Expression right, BinaryOperator operator) {
    if (operator == BinaryOperator.POWER) {
      return needsParenthesesAsExponent(right);
    }
    Precedence level = of(operator);
    return of(right).isLooserThan(level) || of(right) == level;
  }

  /** Whether what is indexed, called or asked for a member needs parentheses. */
  static boolean needsParenthesesAsBase(Expression base) {
    return base instanceof NumberLiteral || of(base).isLooserThan(POSTFIX);
  }

  /** {@code mean[} would begin a reduction. */
  static boolean readsAsReduction(Expression indexed) {
    if (indexed instanceof Member member) {
      return REDUCTION_WORDS.contains(member.member().text());
    }
    return indexed instanceof Reference reference && REDUCTION_WORDS.contains(reference.name());
  }

  private static boolean needsParenthesesAsExponent(Expression exponent) {
    if (exponent instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
      return needsParenthesesAsExponent(unary.operand());
    }
    return of(exponent).isLooserThan(POWER);
  }

  /** A reduction takes the operators of products that follow it. */
  private static boolean endsInReduction(Expression factor) {
    if (factor instanceof Unary unary) {
      return unary.operator() == UnaryOperator.NEGATE && endsInReduction(unary.operand());
    }
    if (factor instanceof Binary binary && of(binary.operator()) == PRODUCT) {
      return !needsParenthesesOnRight(binary.right(), binary.operator())
          && endsInReduction(binary.right());
    }
    return factor instanceof Reduction;
  }
}
