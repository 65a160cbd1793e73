package dev.nutshell.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.grammar.ParseResult;
import dev.nutshell.grammar.Parser;
import dev.nutshell.grammar.RandomTrees;
import dev.nutshell.grammar.TreeShape;
import dev.nutshell.grammar.tree.SourceUnit;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must hold of every text, tried on random ones; a failure names the seed. */
class FormatterRandomTest {
  private static final int TREES = 300;

  /** Strings, documentation, words and marks: what a comment can stand between. */
  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|///.*|[a-z]+\\[|[\\d.]+e-\\d+|[\\w.]+|\\|>|[<>=!]=|\\S");

  @Test
  void whatIsPrintedIsReadBack() {
    for (int seed = 0; seed < TREES; seed++) {
      SourceUnit unit = new RandomTrees(seed).unit();
      String text = Formatter.format(unit);
      assertEquals(TreeShape.of(unit), shape(text, seed), text);
      assertEquals(text, Formatter.format("random.dl", text), "seed " + seed);
    }
  }

  @Test
  void commentsAreKeptWhereverTheyStand() {
    for (int seed = 0; seed < TREES; seed++) {
      String plain = Formatter.format(new RandomTrees(seed).unit());
      String commented = withComments(plain, new Random(seed));
      String formatted = Formatter.format("random.dl", commented);
      assertEquals(shape(plain, seed), shape(formatted, seed), commented);
      assertEquals(numbers(commented), numbers(formatted), "seed " + seed + "\n" + commented);
      assertEquals(
          formatted, Formatter.format("random.dl", formatted), "seed " + seed + "\n" + commented);
    }
  }

  private static String shape(String text, int seed) {
    ParseResult result = Parser.parse("random.dl", text);
    assertEquals("[]", result.problems().toString(), "seed " + seed + "\n" + text);
    return TreeShape.of(result.unit().orElseThrow());
  }

  /** Numbered comments at some places, none of them where a line end would change the meaning. */
  private static String withComments(String text, Random random) {
    Matcher words = WORD.matcher(text);
    StringBuilder commented = new StringBuilder();
    int end = 0;
    int count = 0;
    while (words.find()) {
      commented.append(text, end, words.start());
      end = words.end();
      String word = words.group();
      boolean mayEndLine = !word.equals("(") && !word.equals("[") && !word.startsWith("///");
      if (mayEndLine && random.nextInt(25) == 0) {
        String comment = "c" + count++ + "c";
        commented.append(
            switch (random.nextInt(4)) {
              case 0 -> " // " + comment + "\n";
              case 1 -> "\n// " + comment + "\n";
              case 2 -> " /* " + comment + " */ ";
              default -> "\n/* " + comment + "\n*/\n";
            });
      }
      commented.append(word);
    }
    return commented + text.substring(end);
  }

  /** How often each comment occurs. */
  private static String numbers(String text) {
    return Pattern.compile("c\\d+c")
        .matcher(text)
        .results()
        .map(each -> each.group())
        .sorted()
        .toList()
        .toString();
  }
}
