package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.DiagnosticKind.Severity;
import dev.nutshell.processor.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of the language's pages is a file that compiles against the library. */
class LanguageReferenceTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final List<String> PAGES =
      List.of("preprocessing.md", "tutorial.md", "from-keras.md", "from-pytorch.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```dl\\n(.*?)^```$");

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    List<DynamicTest> tests = examples("language.md");
    assertTrue(tests.size() > 20, "the reference has examples");
    for (String page : PAGES) {
      tests.addAll(examples(page));
    }
    return tests.stream();
  }

  private static List<DynamicTest> examples(String name) throws IOException {
    String page = Files.readString(DOCS.resolve(name));
    Matcher matcher = BLOCK.matcher(page);
    List<DynamicTest> tests = new ArrayList<>();
    while (matcher.find()) {
      long line = page.substring(0, matcher.start()).lines().count() + 1;
      String text = matcher.group(1);
      tests.add(DynamicTest.dynamicTest(name + ":" + line, () -> compiles(text)));
    }
    return tests;
  }

  private static void compiles(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SourceResolver imported =
        name ->
            Optional.of(
                new Source(
                    name,
                    "fun f"
                        + Integer.toHexString(name.hashCode())
                        + "(x: float[...]) {\n  return x\n}\n"));
    Frontend.models(new Source("example.dl", text), imported, diagnostics);
    List<String> errors =
        diagnostics.all().stream()
            .filter(each -> each.kind().severity() == Severity.ERROR)
            .map(Diagnostic::toString)
            .toList();
    assertEquals(List.of(), errors);
  }
}
