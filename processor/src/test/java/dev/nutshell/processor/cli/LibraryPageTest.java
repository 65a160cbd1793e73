package dev.nutshell.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.grammar.tree.Declaration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page of the library is what the library's comments say. After a change of the library, write
 * it anew with {@code mvn -pl processor -am test -Dtest=LibraryPageTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dnutshell.update=true}.
 */
class LibraryPageTest {
  private static final Path PAGE = Path.of("..", "docs", "library.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern OPERATOR = Pattern.compile("[=+*/(|<²⌊⌈-]|^x$");

  @Test
  void thePageIsWhatTheLibrarySays() throws IOException {
    String expected = LibraryPage.text();
    if (Boolean.getBoolean("nutshell.update")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.exists(PAGE) ? Files.readString(PAGE) : "", PAGE::toString);
  }

  @Test
  void everyEntryHasAFormulaOrNamesTheEntryThatHas() {
    Set<String> names = LibraryPage.entries().keySet();
    assertEquals(
        List.of(),
        entriesWithout(
            each ->
                CODE.matcher(text(each))
                    .results()
                    .map(code -> code.group(1))
                    .anyMatch(
                        code ->
                            OPERATOR.matcher(code).find()
                                || names.contains(code) && !code.equals(each.name().text()))));
  }

  @Test
  void everyEntrySaysItsShapes() {
    assertEquals(List.of(), entriesWithout(each -> hasLine(each, LibraryPage.SHAPES)));
  }

  @Test
  void everyEntrySaysItsSource() {
    assertEquals(List.of(), entriesWithout(each -> hasLine(each, LibraryPage.SOURCE)));
  }

  @Test
  void theCommandPrintsAnEntry() {
    String printed = run(0, "library", "tanh_shrink");
    assertEquals(
        """
        ### tanh_shrink

        ```dl
        fun tanh_shrink(x: float[...])
        ```

        `x - tanh(x)`.

        Shapes: `[...]` to `[...]`.

        Source: keras.activations.tanh_shrink; torch.nn.Tanhshrink.
        """,
        printed);
  }

  @Test
  void theCommandPrintsThePage() {
    assertEquals(LibraryPage.text(), run(0, "library"));
  }

  @Test
  void theCommandNamesWhatWasMeant() {
    assertEquals(
        "the library has no 'sofmax'; did you mean 'softmax'?" + System.lineSeparator(),
        run(1, "library", "sofmax"));
  }

  private static String run(int status, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    assertEquals(status, Main.run(writer, writer, arguments));
    return out.toString();
  }

  private static List<String> entriesWithout(Predicate<Declaration> what) {
    return LibraryPage.entries().values().stream()
        .filter(what.negate())
        .map(each -> each.name().text())
        .toList();
  }

  /** The sentences of a comment, without its lines of shapes and sources. */
  private static String text(Declaration declaration) {
    return String.join(
        "\n",
        declaration
            .documentation()
            .lines()
            .takeWhile(line -> !line.startsWith(LibraryPage.SHAPES))
            .toList());
  }

  private static boolean hasLine(Declaration declaration, String mark) {
    return declaration.documentation().lines().anyMatch(line -> line.startsWith(mark));
  }
}
