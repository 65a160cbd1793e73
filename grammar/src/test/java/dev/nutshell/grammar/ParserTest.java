package dev.nutshell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.Binary;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.Assignment;
import dev.nutshell.grammar.tree.Statement.Variable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " is ",
      value = {
        "a + b * c - d is (a + (b * c)) - d",
        "sum[i] a*b + c is (sum[i] (a*b)) + c",
        "2 * sum[i] x[i]*y[i] is 2 * (sum[i] (x[i]*y[i]))",
        "-sum[i] a*b is -(sum[i] (a*b))",
        "sum[i] -a * sum[j] b / c is sum[i] ((-a) * (sum[j] (b / c)))",
        "-x^2 is -(x^2)",
        "a^b^c is a^(b^c)",
        "a^-b^c is a^(-(b^c))",
        "-a * b is (-a) * b",
        "not a == b and c or d is ((not (a == b)) and c) or d",
        "[i] a[i] + b |> f is ([i] (a[i] + b)) |> f",
        "[i] [j] a or b is [i] ([j] (a or b))",
        "a + b |> f(x) |> g is ((a + b) |> f(x)) |> g",
        "a.b.c(d)[e] is ((a.b).c(d))[e]",
        "if a { b } else if c { d } else { e } is if a { b } else { if c { d } else { e } }",
        "max(a, b) * max[i] x is (max(a, b)) * (max[i] x)",
      })
  void precedence(String text, String meaning) {
    assertEquals(TreeShape.of(expression(meaning)), TreeShape.of(expression(text)));
  }

  @Test
  void wordsThatBeginStatementsAreNamesElsewhere() {
    List<Statement> body =
        body(
            """
            input = weight + state
            init = input
            param b: float[3]
            init = b
            loss loss = f(input) weight weight
            weight = output
            if init { output target }
            """);
    assertEquals(
        List.of(
            "Assignment", "Assignment", "Variable", "Assignment", "Measure", "Assignment", "If"),
        body.stream().map(each -> each.getClass().getSimpleName()).toList());
  }

  @Test
  void anIfBehindAVariableIsItsConditionUnlessABlockFollows() {
    List<Statement> body = body("param a: float if c\nparam b: float\nif c { a = 1 }");
    assertTrue(((Variable) body.get(0)).condition().isPresent());
    assertTrue(((Variable) body.get(1)).condition().isEmpty());
    assertTrue(body.get(2) instanceof Statement.If);
  }

  @Test
  void aBracketThatBeginsALineBeginsSomethingNew() {
    List<Statement> body = body("a = b\n(c, d) = e\nf = g\n- h\noutput i\n(j, k) = l");
    assertEquals(5, body.size());
    assertEquals(2, ((Assignment) body.get(1)).targets().size());
    assertTrue(((Assignment) body.get(2)).value() instanceof Binary);
  }

  @Test
  void positionsAreExact() {
    SourceUnit unit =
        Parser.parse(
                "folder/a.dl",
                "\uFEFFfun f(x: float) {\r\n\ty = (x + \"ü\")  * z\r\n  return y\r}\n")
            .unit()
            .orElseThrow();
    Declaration declaration = unit.declarations().get(0);
    assertEquals(new Span("folder/a.dl", 1, 1, 4, 2), declaration.span());
    assertEquals(new Span("folder/a.dl", 1, 5, 1, 6), declaration.name().span());
    Assignment assignment = (Assignment) declaration.body().get(0);
    assertEquals(new Span("folder/a.dl", 2, 2, 2, 20), assignment.span());
    Binary product = (Binary) assignment.value();
    assertEquals(new Span("folder/a.dl", 2, 6, 2, 20), product.span());
    assertEquals(new Span("folder/a.dl", 2, 7, 2, 14), product.left().span());
    assertEquals("folder/a.dl:3:3", declaration.body().get(1).span().toString());
  }

  @Test
  void documentationBelongsToWhatFollows() {
    Declaration declaration =
        Parser.parse(
                "t.dl",
                """
                /// One.
                ///   Two.
                // not this
                layer f(
                  /// Of x.
                  x: float, /// not of y
                  y: float
                ) {
                  a = 3 /// not of W
                  ///
                  param W: float
                }
                """)
            .unit()
            .orElseThrow()
            .declarations()
            .get(0);
    assertEquals("One.\n  Two.", declaration.documentation());
    assertEquals(
        List.of("Of x.", ""), declaration.formals().stream().map(Formal::documentation).toList());
    assertEquals("", ((Variable) declaration.body().get(1)).documentation());
  }

  @Test
  void argumentsAreReadAlone() {
    ArgumentsResult result = Parser.parseArguments("A.java", "3, units: 64, padding: same");
    assertEquals(
        List.of("", "units", "padding"),
        result.arguments().orElseThrow().stream()
            .map(each -> each.name().map(Object::toString).orElse(""))
            .toList());
    assertEquals(Optional.of(List.of()), Parser.parseArguments("A.java", "").arguments());
    assertEquals(
        "A.java:1:7 expected an expression, found the end of the text",
        said(Parser.parseArguments("A.java", "units:").problems().get(0)));
    assertEquals(
        "A.java:1:3 expected the end of the text, found `b`",
        said(Parser.parseExpression("A.java", "a b").problems().get(0)));
  }

  @Test
  void literalsHaveTheirValues() {
    assertEquals("NumberLiteral(<1e-5><false><1.0E-5>)", TreeShape.of(expression("1E-5")));
    assertEquals(
        "NumberLiteral(<2147483647><true><2.147483647E9>)", TreeShape.of(expression("2147483647")));
    assertEquals("StringLiteral(<a\"b\\\n>)", TreeShape.of(expression("\"a\\\"b\\\\\\n\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "// nothing", "/* nothing */", "/// nothing", "\uFEFF"})
  void anEmptyFileIsAFile(String text) {
    assertEquals(List.of(), Parser.parse("t.dl", text).unit().orElseThrow().declarations());
  }

  private static String said(dev.nutshell.grammar.parser.SyntaxProblem problem) {
    return problem.span() + " " + problem.message();
  }

  private static Expression expression(String text) {
    ExpressionResult result = Parser.parseExpression("t.dl", text);
    assertEquals("[]", result.problems().toString(), text);
    return result.expression().orElseThrow();
  }

  private static List<Statement> body(String text) {
    ParseResult result = Parser.parse("t.dl", "layer l(x: float) {\n" + text + "\n}");
    assertEquals("[]", result.problems().toString(), text);
    return result.unit().orElseThrow().declarations().get(0).body();
  }
}
