package dev.nutshell.grammar.parser;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Recognises mistakes that are easily made and better named than by what was expected. */
final class KnownMistakes {
  private static final SyntaxError RESERVED_NAME =
      new SyntaxError(
          "NUT1011", "`%s` is a word of the language and cannot be a name", "choose another name");

  private static final SyntaxError CHAINED_COMPARISON =
      new SyntaxError("NUT1012", "comparisons do not chain", "write `a %s b and b %s c`");

  private static final SyntaxError ASSIGNMENT_IN_EXPRESSION =
      new SyntaxError(
          "NUT1013",
          "`=` cannot stand in an expression",
          "arguments are named like `units: 3`; equality is written `==`");

  private static final SyntaxError REDUCTION_WITHOUT_OPERAND =
      new SyntaxError(
          "NUT1014",
          "`%s[` begins a reduction, but nothing follows that could be reduced",
          "to index a value of that name write `(%1$s)[…]`, or give it another name");

  private static final SyntaxError EXPRESSION_AS_STATEMENT =
      new SyntaxError(
          "NUT1015",
          "an expression is not a statement",
          "name its value, `name = …`, or give it back, `return …`");

  private static final SyntaxError NO_STATEMENT =
      new SyntaxError(
          "NUT1016",
          "`%s` does not begin a statement",
          "statements begin with a word of the language, or like `name =`");

  private static final SyntaxError COMPREHENSION_AS_OPERAND =
      new SyntaxError(
          "NUT1017",
          "index notation cannot be an operand as it stands",
          "put it in parentheses: `([i] …)`");

  private static final SyntaxError BRACKET_ON_NEW_LINE =
      new SyntaxError(
          "NUT1018",
          "a `%s` that begins a line does not belong to the line before",
          "to call or to index, write it right behind `%2$s`");

  private static final SyntaxError CONDITIONAL_WITHOUT_ELSE =
      new SyntaxError(
          "NUT1019", "expected `else`, found %s", "an `if` that gives a value needs both branches");

  private static final SyntaxError MISPLACED_CLAUSE =
      new SyntaxError(
          "NUT1021",
          "`%s` cannot stand here",
          "`init`, `regularizer`, `constraint` and `if` follow a variable once each, in this"
              + " order; `weight` follows a loss or metric");

  private static final SyntaxError VARIABLE_WITH_VALUE =
      new SyntaxError(
          "NUT1022",
          "a variable is not given its value with `=`",
          "write `init` and an initializer, like `init zeros`");

  private static final SyntaxError LABEL_OUTSIDE_PIPE =
      new SyntaxError(
          "NUT1023",
          "a label can only stand in a pipe",
          "write `x |> %s: …`; elsewhere the layer is labelled by the name of its value");

  private static final Set<Integer> RESERVED =
      Set.of(
          NutshellParser.IMPORT,
          NutshellParser.MODEL,
          NutshellParser.LAYER,
          NutshellParser.FUN,
          NutshellParser.IF,
          NutshellParser.ELSE,
          NutshellParser.REPEAT,
          NutshellParser.RETURN,
          NutshellParser.UPDATE,
          NutshellParser.YIELD,
          NutshellParser.REQUIRE,
          NutshellParser.SCAN,
          NutshellParser.AND,
          NutshellParser.OR,
          NutshellParser.NOT,
          NutshellParser.TRUE,
          NutshellParser.FALSE,
          NutshellParser.FLOAT,
          NutshellParser.DOUBLE,
          NutshellParser.INT,
          NutshellParser.BOOL,
          NutshellParser.BYTE);

  private static final Set<Integer> VARIABLES =
      Set.of(NutshellParser.PARAM, NutshellParser.STATE, NutshellParser.CARRY);

  private static final Set<Integer> CLAUSES =
      Set.of(
          NutshellParser.INIT,
          NutshellParser.REGULARIZER,
          NutshellParser.CONSTRAINT,
          NutshellParser.WEIGHT);

  private static final Set<Integer> COMPARISONS =
      Set.of(
          NutshellParser.EQUAL,
          NutshellParser.NOT_EQUAL,
          NutshellParser.LESS,
          NutshellParser.LESS_EQUAL,
          NutshellParser.GREATER,
          NutshellParser.GREATER_EQUAL);

  private static final Set<Integer> OPERATORS =
      Set.of(
          NutshellParser.PLUS,
          NutshellParser.MINUS,
          NutshellParser.STAR,
          NutshellParser.SLASH,
          NutshellParser.PERCENT,
          NutshellParser.CARET,
          NutshellParser.AND,
          NutshellParser.OR,
          NutshellParser.NOT);

  /** What can only stand behind a value. */
  private static final Set<Integer> AFTER_VALUE =
      Set.of(
          NutshellParser.LPAREN, NutshellParser.LBRACKET, NutshellParser.DOT, NutshellParser.PIPE);

  /** What begins an expression and nothing else. */
  private static final Set<Integer> VALUES =
      Set.of(
          NutshellParser.INTEGER,
          NutshellParser.DECIMAL,
          NutshellParser.STRING,
          NutshellParser.TRUE,
          NutshellParser.FALSE,
          NutshellParser.NOT,
          NutshellParser.MINUS,
          NutshellParser.SCAN,
          NutshellParser.REDUCTION,
          NutshellParser.LINE_BRACKET);

  private static final List<Function<KnownMistakes, Optional<SyntaxProblem>>> MISTAKES =
      List.of(
          KnownMistakes::reservedName,
          KnownMistakes::chainedComparison,
          KnownMistakes::assignmentInExpression,
          KnownMistakes::comprehensionAsOperand,
          KnownMistakes::bracketOnNewLine,
          KnownMistakes::reductionWithoutOperand,
          KnownMistakes::conditionalWithoutElse,
          KnownMistakes::labelOutsidePipe,
          KnownMistakes::expressionAsStatement,
          KnownMistakes::noStatement);

  private final Failure failure;
  private final int index;
  private final int found;

  private KnownMistakes(Failure failure) {
    this.failure = failure;
    this.index = failure.index();
    this.found = failure.foundType();
  }

  static Optional<SyntaxProblem> recognise(Failure failure) {
    KnownMistakes mistakes = new KnownMistakes(failure);
    return MISTAKES.stream().flatMap(mistake -> mistake.apply(mistakes).stream()).findFirst();
  }

  private Optional<SyntaxProblem> reservedName() {
    boolean nameExpected =
        failure.expects(Expectations.NAME)
            || failure.expects(Expectations.FORMAL)
            || failure.expects(Expectations.AXIS);
    return nameExpected && RESERVED.contains(found) && !failure.startsLine(index)
        ? problem(RESERVED_NAME, index, text(index))
        : Optional.empty();
  }

  private Optional<SyntaxProblem> chainedComparison() {
    if (!COMPARISONS.contains(found)) {
      return Optional.empty();
    }
    int depth = 0;
    for (int i = index - 1; i >= failure.statement().orElse(0) && depth >= 0; i--) {
      int type = failure.type(i);
      depth += Failure.closes(type) ? 1 : Failure.opens(type) ? -1 : 0;
      if (depth == 0 && COMPARISONS.contains(type)) {
        return problem(CHAINED_COMPARISON, index, text(i), text(index));
      }
    }
    return Optional.empty();
  }

  private Optional<SyntaxProblem> assignmentInExpression() {
    if (found != NutshellParser.ASSIGN || (failure.statement().isEmpty() && !inBlock())) {
      return Optional.empty();
    }
    int first = failure.type(lineStart());
    if (VARIABLES.contains(first)) {
      return problem(VARIABLE_WITH_VALUE, index);
    }
    return first == NutshellParser.INPUT || first == NutshellParser.TARGET
        ? Optional.empty()
        : problem(ASSIGNMENT_IN_EXPRESSION, index);
  }

  private Optional<SyntaxProblem> comprehensionAsOperand() {
    int previous = failure.previousType();
    boolean operator =
        OPERATORS.contains(previous) || COMPARISONS.contains(previous) || closesReduction();
    return startsBracket() && operator
        ? problem(COMPREHENSION_AS_OPERAND, index)
        : Optional.empty();
  }

  /** At the bracket itself, or further on if {@code (} was taken for the targets of a statement. */
  private Optional<SyntaxProblem> bracketOnNewLine() {
    int bracket = index;
    if (failure.statement().isPresent()
        && failure.type(failure.statement().getAsInt()) == NutshellParser.LINE_PAREN
        && !isAssigned(failure.statement().getAsInt())) {
      bracket = failure.statement().getAsInt();
    }
    int type = failure.type(bracket);
    boolean begins = type == NutshellParser.LINE_PAREN || type == NutshellParser.LINE_BRACKET;
    return begins && bracket > 0 && endsValue(bracket - 1)
        ? problem(BRACKET_ON_NEW_LINE, bracket, text(bracket), text(bracket - 1))
        : Optional.empty();
  }

  private Optional<SyntaxProblem> reductionWithoutOperand() {
    if (!closesReduction() || !failure.expects(Expectations.EXPRESSION)) {
      return Optional.empty();
    }
    int reduction = failure.openBefore(index - 1).getAsInt();
    String word = text(reduction);
    return problem(REDUCTION_WITHOUT_OPERAND, reduction, word.substring(0, word.length() - 1));
  }

  private Optional<SyntaxProblem> conditionalWithoutElse() {
    return failure.expected().equals(Set.of("`else`"))
        ? problem(CONDITIONAL_WITHOUT_ELSE, index, Explanation.quote(failure.found()))
        : Optional.empty();
  }

  private Optional<SyntaxProblem> labelOutsidePipe() {
    boolean labels =
        found == NutshellParser.COLON
            && failure.previousType() == NutshellParser.IDENTIFIER
            && failure.type(index - 2) == NutshellParser.ASSIGN;
    return labels ? problem(LABEL_OUTSIDE_PIPE, index - 1, text(index - 1)) : Optional.empty();
  }

  private Optional<SyntaxProblem> expressionAsStatement() {
    if (VALUES.contains(found) && failure.expects(Expectations.STATEMENT)) {
      return problem(EXPRESSION_AS_STATEMENT, index);
    }
    if (isSecondOfStatement() && (AFTER_VALUE.contains(found) || OPERATORS.contains(found))) {
      return problem(EXPRESSION_AS_STATEMENT, index - 1);
    }
    boolean begun =
        failure.statement().isPresent()
            && failure.type(failure.statement().getAsInt()) == NutshellParser.LINE_PAREN
            && !isAssigned(failure.statement().getAsInt());
    return begun
        ? problem(EXPRESSION_AS_STATEMENT, failure.statement().getAsInt())
        : Optional.empty();
  }

  private Optional<SyntaxProblem> noStatement() {
    if (!isSecondOfStatement()) {
      return Optional.empty();
    }
    int first = failure.type(index - 1);
    if (CLAUSES.contains(first)) {
      return problem(MISPLACED_CLAUSE, index - 1, text(index - 1));
    }
    return first == NutshellParser.IDENTIFIER
        ? problem(NO_STATEMENT, index - 1, text(index - 1))
        : Optional.empty();
  }

  private boolean isSecondOfStatement() {
    return failure.statement().isPresent() && failure.statement().getAsInt() == index - 1;
  }

  private boolean inBlock() {
    return failure.expects("`}`");
  }

  private boolean startsBracket() {
    return found == NutshellParser.LBRACKET || found == NutshellParser.LINE_BRACKET;
  }

  private boolean closesReduction() {
    if (failure.previousType() != NutshellParser.RBRACKET) {
      return false;
    }
    OptionalInt open = failure.openBefore(index - 1);
    return open.isPresent() && failure.type(open.getAsInt()) == NutshellParser.REDUCTION;
  }

  /** Whether a token can be what is called or indexed. */
  private boolean endsValue(int at) {
    int type = failure.type(at);
    return type == NutshellParser.IDENTIFIER
        || type == NutshellParser.RPAREN
        || type == NutshellParser.RBRACKET;
  }

  /** Whether {@code =} follows the parenthesis that closes one. */
  private boolean isAssigned(int open) {
    int depth = 1;
    int i = open + 1;
    while (depth > 0 && i < failure.tokens().size()) {
      int type = failure.type(i);
      depth += Failure.opens(type) ? 1 : Failure.closes(type) ? -1 : 0;
      i++;
    }
    return failure.type(i) == NutshellParser.ASSIGN;
  }

  private int lineStart() {
    int at = index;
    while (!failure.startsLine(at)) {
      at--;
    }
    return at;
  }

  private String text(int at) {
    return failure.tokens().get(at).getText();
  }

  private Optional<SyntaxProblem> problem(SyntaxError error, int at, Object... details) {
    return Optional.of(error.at(failure.span(at), details));
  }
}
