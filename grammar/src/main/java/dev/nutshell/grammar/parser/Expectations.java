package dev.nutshell.grammar.parser;

import static java.util.Map.entry;

import dev.nutshell.grammar.parser.NutshellParser.BlockContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * Finds the furthest token that any reading of the text reaches, and what could stand there, by
 * walking the parser's automaton from the point of failure over the tokens.
 */
final class Expectations {

  /** What carries an expression or a variable on; worth saying only if nothing else is. */
  static final String CONTINUATION = "an operator";

  static final String EXPRESSION = "an expression";
  static final String STAGE = "a layer or function";
  static final String NAME = "a name";
  static final String FORMAL = "a formal parameter";
  static final String STATEMENT = "a statement";
  static final String AXIS = "an axis";

  /** What rules are called in messages; what is inside of them is then left out. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          entry(NutshellParser.RULE_declaration, "a declaration"),
          entry(NutshellParser.RULE_importFile, "an import"),
          entry(NutshellParser.RULE_formal, FORMAL),
          entry(NutshellParser.RULE_type, "a type"),
          entry(NutshellParser.RULE_precision, "`float` or `double`"),
          entry(NutshellParser.RULE_dimension, "a size"),
          entry(NutshellParser.RULE_statement, STATEMENT),
          entry(NutshellParser.RULE_identifier, NAME),
          entry(NutshellParser.RULE_stage, STAGE),
          entry(NutshellParser.RULE_axis, AXIS),
          entry(NutshellParser.RULE_argument, "an argument"),
          entry(NutshellParser.RULE_indexItem, "an index"),
          entry(NutshellParser.RULE_openParen, "`(`"),
          entry(NutshellParser.RULE_openBracket, "`[`"),
          entry(NutshellParser.RULE_expression, EXPRESSION),
          entry(NutshellParser.RULE_disjunction, EXPRESSION),
          entry(NutshellParser.RULE_conjunction, EXPRESSION),
          entry(NutshellParser.RULE_negation, EXPRESSION),
          entry(NutshellParser.RULE_sum, EXPRESSION),
          entry(NutshellParser.RULE_product, EXPRESSION),
          entry(NutshellParser.RULE_factor, EXPRESSION),
          entry(NutshellParser.RULE_prefix, EXPRESSION),
          entry(NutshellParser.RULE_power, EXPRESSION),
          entry(NutshellParser.RULE_exponent, EXPRESSION),
          entry(NutshellParser.RULE_postfix, EXPRESSION),
          entry(NutshellParser.RULE_pipeStage, CONTINUATION),
          entry(NutshellParser.RULE_comparisonOperator, CONTINUATION),
          entry(NutshellParser.RULE_sumOperator, CONTINUATION),
          entry(NutshellParser.RULE_productOperator, CONTINUATION),
          entry(NutshellParser.RULE_postfixPart, CONTINUATION),
          entry(NutshellParser.RULE_initializer, CONTINUATION),
          entry(NutshellParser.RULE_regularizer, CONTINUATION),
          entry(NutshellParser.RULE_constraint, CONTINUATION),
          entry(NutshellParser.RULE_condition, CONTINUATION),
          entry(NutshellParser.RULE_weight, CONTINUATION));

  private static final Set<Integer> OPERATORS =
      Set.of(NutshellParser.OR, NutshellParser.AND, NutshellParser.CARET);

  /** What is walked from its beginning. */
  private static final Set<Integer> UNITS =
      Set.of(
          NutshellParser.RULE_statement,
          NutshellParser.RULE_declaration,
          NutshellParser.RULE_importFile);

  private record Invocation(int rule, int index, boolean named) {}

  private record Point(ATNState state, int index) {}

  private final ATN atn;
  private final List<Token> tokens;
  private final Map<Invocation, Set<Integer>> ends = new HashMap<>();
  private final Set<String> expected = new LinkedHashSet<>();
  private int furthest = -1;

  private Expectations(ATN atn, List<Token> tokens) {
    this.atn = atn;
    this.tokens = tokens;
  }

  /**
   * @param tokens those that the parser sees, the end of the file last
   */
  static Expectations of(RecognitionException failure, List<Token> tokens) {
    Expectations expectations = new Expectations(failure.getRecognizer().getATN(), tokens);
    expectations.walkFrom(failure);
    return expectations;
  }

  /** The index of the furthest token. */
  int furthest() {
    return furthest;
  }

  /** What could stand there instead: phrases, and words in backquotes. */
  Set<String> expected() {
    return expected;
  }

  /**
   * Reads the innermost statement or declaration again, since the parser forgets what else it could
   * have read there. What precedes a failure between statements may have failed itself, so that
   * there the walk begins at the failure.
   */
  private void walkFrom(RecognitionException failure) {
    Token failed = failure.getOffendingToken();
    RuleContext context = failure.getCtx();
    while (context.parent != null
        && !UNITS.contains(context.getRuleIndex())
        && !isBetweenStatements(context, failed)) {
      context = context.parent;
    }
    ATNState start = atn.ruleToStartState[context.getRuleIndex()];
    if (isBetweenStatements(context, failed)) {
      walk(afterFirstToken(start), tokens.indexOf(failed), -1);
    } else if (context.getRuleIndex() == NutshellParser.RULE_file) {
      walk(start, tokens.indexOf(failed), -1);
    } else {
      walk(start, tokens.indexOf(((ParserRuleContext) context).getStart()), -1);
    }
  }

  private static boolean isBetweenStatements(RuleContext context, Token failed) {
    return context instanceof BlockContext block && block.getStart() != failed;
  }

  private static ATNState afterFirstToken(ATNState ruleStart) {
    ATNState state = ruleStart;
    while (state.transition(0).isEpsilon()) {
      state = state.transition(0).target;
    }
    return state.transition(0).target;
  }

  /**
   * Walks to the end of the rule that a state belongs to.
   *
   * @param unsaid a token index at which expectations are already named
   * @return the indices at which the rule can end
   */
  private Set<Integer> walk(ATNState from, int start, int unsaid) {
    Set<Integer> stops = new LinkedHashSet<>();
    Set<Point> visited = new HashSet<>();
    Deque<Point> open = new ArrayDeque<>();
    open.add(new Point(from, start));
    while (!open.isEmpty()) {
      Point point = open.remove();
      if (!visited.add(point)) {
        continue;
      }
      if (point.state instanceof RuleStopState) {
        stops.add(point.index);
        continue;
      }
      for (Transition transition : point.state.getTransitions()) {
        open.addAll(follow(transition, point.index, unsaid));
      }
    }
    return stops;
  }

  private List<Point> follow(Transition transition, int index, int unsaid) {
    if (transition instanceof RuleTransition call) {
      return call(call, index, unsaid).stream()
          .map(end -> new Point(call.followState, end))
          .toList();
    }
    if (transition.isEpsilon()) {
      return List.of(new Point(transition.target, index));
    }
    int type = tokens.get(index).getType();
    if (transition.matches(type, Token.MIN_USER_TOKEN_TYPE, atn.maxTokenType)) {
      return List.of(new Point(transition.target, Math.min(index + 1, tokens.size() - 1)));
    }
    if (index != unsaid) {
      transition.label().toList().forEach(each -> expect(index, describe(each)));
    }
    return List.of();
  }

  private Set<Integer> call(RuleTransition call, int index, int unsaid) {
    boolean silent = index == unsaid;
    String name = NAMES.get(call.ruleIndex);
    if (name != null && !silent) {
      expect(index, name);
    }
    boolean named = silent || name != null;
    Invocation invocation = new Invocation(call.ruleIndex, index, named);
    Set<Integer> known = ends.get(invocation);
    if (known == null) {
      known = walk(call.target, index, named ? index : -1);
      ends.put(invocation, known);
    }
    return known;
  }

  private void expect(int index, String what) {
    if (index > furthest) {
      furthest = index;
      expected.clear();
    }
    if (index == furthest) {
      expected.add(what);
    }
  }

  private static String describe(int type) {
    if (OPERATORS.contains(type)) {
      return CONTINUATION;
    }
    if (type == NutshellParser.MINUS || type == NutshellParser.NOT) {
      return EXPRESSION;
    }
    if (type == Token.EOF) {
      return "the end of the text";
    }
    if (type == NutshellParser.LINE_PAREN) {
      return "`(`";
    }
    if (type == NutshellParser.STRING) {
      return "a string";
    }
    return NutshellParser.VOCABULARY.getLiteralName(type).replace('\'', '`');
  }
}
