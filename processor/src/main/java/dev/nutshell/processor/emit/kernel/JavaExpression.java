package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.CodeBlock;

/**
 * Java code of an expression with the precedence of its outermost operator, so that parentheses
 * stand only where the tree would be read differently without them.
 */
record JavaExpression(CodeBlock code, Precedence precedence) {

  /** Precedences of Java, from the loosest to the tightest. */
  enum Precedence {
    CONDITIONAL,
    OR,
    AND,
    BITS,
    EQUALITY,
    RELATIONAL,
    SUM,
    PRODUCT,
    PREFIX,
    ATOM
  }

  /** A name, a literal without sign, an element of an array, or a call. */
  static JavaExpression atom(String format, Object... arguments) {
    return new JavaExpression(CodeBlock.of(format, arguments), Precedence.ATOM);
  }

  /** A literal, which may have a sign. */
  static JavaExpression literal(String text) {
    return new JavaExpression(
        CodeBlock.of("$L", text), text.startsWith("-") ? Precedence.PREFIX : Precedence.ATOM);
  }

  /** {@code method(arguments…)}; the format names the method. */
  static JavaExpression call(CodeBlock method, JavaExpression... arguments) {
    CodeBlock.Builder code = CodeBlock.builder().add(method).add("(");
    for (int i = 0; i < arguments.length; i++) {
      code.add(i == 0 ? "$L" : ",$W$L", arguments[i].code());
    }
    return new JavaExpression(code.add(")").build(), Precedence.ATOM);
  }

  /** A prefix operator or a cast before {@code operand}. */
  static JavaExpression prefix(String operator, JavaExpression operand) {
    boolean runsTogether = operator.equals("-") && operand.code().toString().startsWith("-");
    CodeBlock inner =
        runsTogether ? CodeBlock.of("($L)", operand.code()) : operand.within(Precedence.PREFIX);
    return new JavaExpression(CodeBlock.of("$L$L", operator, inner), Precedence.PREFIX);
  }

  /**
   * A left-associative operator; its right operand stands in parentheses unless it binds tighter.
   */
  static JavaExpression infix(
      JavaExpression left, String operator, JavaExpression right, Precedence precedence) {
    return new JavaExpression(
        CodeBlock.of(
            "$L$W$L $L", left.within(precedence), operator, right.within(tighter(precedence))),
        precedence);
  }

  /** An operator whose operands may be regrouped at will. */
  static JavaExpression associative(
      JavaExpression left, String operator, JavaExpression right, Precedence precedence) {
    return new JavaExpression(
        CodeBlock.of("$L$W$L $L", left.within(precedence), operator, right.within(precedence)),
        precedence);
  }

  static JavaExpression conditional(
      JavaExpression condition, JavaExpression then, JavaExpression otherwise) {
    return new JavaExpression(
        CodeBlock.of(
            "$L$W? $L$W: $L",
            condition.within(Precedence.OR),
            then.within(Precedence.OR),
            otherwise.within(Precedence.CONDITIONAL)),
        Precedence.CONDITIONAL);
  }

  @SuppressWarnings("EnumOrdinal") // the order of the constants is what they mean
  private static Precedence tighter(Precedence precedence) {
    return Precedence.values()[precedence.ordinal() + 1];
  }

  /** The code, in parentheses if it binds looser than {@code place} asks. */
  private CodeBlock within(Precedence place) {
    return precedence.compareTo(place) < 0 ? CodeBlock.of("($L)", code) : code;
  }
}
