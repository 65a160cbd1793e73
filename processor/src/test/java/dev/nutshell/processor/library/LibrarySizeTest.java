package dev.nutshell.processor.library;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.processor.frontend.Library;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Layers are short: the 30 largest of the library have fewer than 15 lines on average. Counted is
 * what computes, the lines between the braces without empty ones and comments; the head of a layer
 * lists its arguments and their defaults, a line for each.
 */
class LibrarySizeTest {
  private static final int LARGEST = 30;
  private static final double LIMIT = 15;

  private record Size(String name, long lines) {}

  @Test
  void theLargestLayersAreShort() {
    List<Size> largest =
        Library.declarations().values().stream()
            .map(each -> new Size(each.name().text(), bodyLines(each)))
            .sorted(Comparator.comparingLong(Size::lines).reversed())
            .limit(LARGEST)
            .toList();
    double average = largest.stream().mapToLong(Size::lines).average().orElseThrow();
    assertTrue(average < LIMIT, () -> average + " lines on average: " + largest);
  }

  private static long bodyLines(Declaration declaration) {
    String file = declaration.span().file().substring(Library.PREFIX.length());
    int first = declaration.body().get(0).span().line();
    int brace = declaration.span().endLine();
    return Library.read(file)
        .lines()
        .skip(first - 1L)
        .limit(brace - first)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .count();
  }
}
