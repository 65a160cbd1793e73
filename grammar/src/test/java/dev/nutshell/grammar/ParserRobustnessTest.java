package dev.nutshell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.nutshell.grammar.format.Formatter;
import dev.nutshell.grammar.parser.SyntaxProblem;
import dev.nutshell.grammar.tree.Span;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the text, there is either a tree or a list of problems that lie in it, and no exception.
 */
class ParserRobustnessTest {
  private static final int SMALL_STACK = 512 * 1024;

  private static final List<String> PIECES =
      List.of(
          "(", ")", "[", "]", "{", "}", ",", ":", "=", "|>", "...", "<", "-", "\"", "/*", "//",
          "if", "else", "scan", "sum[", "param", "return", "model", "\n", "\0", "$", "1.2.3", "x");

  @Test
  void damagedTextsAreExplained() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(Formatter.format(new RandomTrees(seed).unit()));
      for (int damage = 0; damage < 3; damage++) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(6));
        text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
      }
      check(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[i] ",
        "f(",
        "x[",
        "-",
        "not ",
        "sum[i] ",
        "if a { ",
        "2 ^ ",
        "2 + ",
        "a |> f |> ",
        "scan [t] (h = ",
        "if a { b } else ",
        "2 * sum[i] "
      })
  void nothingIsTooDeep(String piece) throws InterruptedException {
    AtomicReference<ParseResult> result = new AtomicReference<>();
    for (String text : List.of(piece.repeat(90) + "x", piece.repeat(20_000))) {
      Thread thread =
          new Thread(
              null,
              () -> result.set(Parser.parse("t.dl", "fun f(x: int) {\n  y = " + text + "\n}\n")),
              "small stack",
              SMALL_STACK);
      thread.start();
      thread.join();
      assertNotNull(result.getAndSet(null), piece);
    }
  }

  @Test
  void nestedBlocksAreRefused() {
    String text = "fun f(x: int) {\n" + "if x {\n".repeat(300) + "}\n".repeat(300) + "}\n";
    assertEquals("NUT1010", Parser.parse("t.dl", text).problems().get(0).id());
  }

  private static void check(String text) {
    ParseResult result = Parser.parse("t.dl", text);
    assertEquals(result.problems().isEmpty(), result.unit().isPresent(), text);
    int lines = text.split("\n", -1).length;
    for (SyntaxProblem problem : result.problems()) {
      Span span = problem.span();
      assertEquals(true, span.line() >= 1 && span.line() <= lines && span.column() >= 1, text);
    }
  }
}
