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

  /** In tokens. */
  private static final int LONGEST_WALK = 500;

  /** A rule entered at a token. */
  private record Invocation(int rule, int index, boolean named) {}

  /** A state reached in an invocation. */
  private record Point(Invocation invocation, ATNState state, int index) {}

  private final ATN atn;
  private final List<Token> tokens;
  private final Map<Invocation, Set<Integer>> ends = new HashMap<>();
  private final Map<Invocation, Set<Point>> callers = new HashMap<>();
  private final Set<Point> visited = new HashSet<>();
  private final Deque<Point> open = new ArrayDeque<>();
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
   * have read there; of a very long one only the part around the failure. What precedes a failure
   * between statements may have failed itself, so that there the walk begins at the failure.
   */
  private void walkFrom(RecognitionException failure) {
    Token failed = failure.getOffendingToken();
    int end = tokens.indexOf(failed);
    ATNState start = atn.states.get(failure.getOffendingState());
    int index = end;
    for (RuleContext context = failure.getCtx(); context != null; context = context.parent) {
      ATNState ruleStart = atn.ruleToStartState[context.getRuleIndex()];
      if (isBetweenStatements(context, failed)) {
        walk(afterFirstToken(ruleStart), end);
        return;
      }
      int begin = tokens.indexOf(((ParserRuleContext) context).getStart());
      if (context.getRuleIndex() != NutshellParser.RULE_file && end - begin <= LONGEST_WALK) {
        start = ruleStart;
        index = begin;
      } else if (context.getRuleIndex() == NutshellParser.RULE_file && index == end) {
        start = ruleStart;
      }
      if (UNITS.contains(context.getRuleIndex())) {
        break;
      }
    }
    walk(start, index);
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
   * Walks to the end of the rule that a state belongs to. Rules that are called are walked once for
   * each token they are called at, whoever calls; without recursion, however deep they nest.
   */
  private void walk(ATNState from, int index) {
    open.add(new Point(new Invocation(from.ruleIndex, index, false), from, index));
    while (!open.isEmpty()) {
      Point point = open.remove();
      if (visited.add(point)) {
        follow(point);
      }
    }
  }

  private void follow(Point point) {
    if (point.state instanceof RuleStopState) {
      ends.computeIfAbsent(point.invocation, each -> new HashSet<>()).add(point.index);
      for (Point caller : callers.getOrDefault(point.invocation, Set.of())) {
        open.add(new Point(caller.invocation, caller.state, point.index));
      }
      return;
    }
    for (Transition transition : point.state.getTransitions()) {
      if (transition instanceof RuleTransition call) {
        call(call, point);
      } else if (transition.isEpsilon()) {
        open.add(new Point(point.invocation, transition.target, point.index));
      } else {
        match(transition, point);
      }
    }
  }

  private void match(Transition transition, Point point) {
    int type = tokens.get(point.index).getType();
    if (transition.matches(type, Token.MIN_USER_TOKEN_TYPE, atn.maxTokenType)) {
      int next = Math.min(point.index + 1, tokens.size() - 1);
      open.add(new Point(point.invocation, transition.target, next));
    } else if (!isSaid(point)) {
      transition.label().toList().forEach(each -> expect(point.index, describe(each)));
    }
  }

  private void call(RuleTransition call, Point point) {
    String name = NAMES.get(call.ruleIndex);
    if (name != null && !isSaid(point)) {
      expect(point.index, name);
    }
    Invocation called = new Invocation(call.ruleIndex, point.index, name != null || isSaid(point));
    callers
        .computeIfAbsent(called, each -> new LinkedHashSet<>())
        .add(new Point(point.invocation, call.followState, point.index));
    for (int end : ends.getOrDefault(called, Set.of())) {
      open.add(new Point(point.invocation, call.followState, end));
    }
    open.add(new Point(called, call.target, point.index));
  }

  /** Whether what can stand at a point is the beginning of something that has a name. */
  private static boolean isSaid(Point point) {
    return point.invocation.named && point.invocation.index == point.index;
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
