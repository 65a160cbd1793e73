package dev.nutshell.processor.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.DiagnosticKind.Severity;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every line of the table of names compiles, under the heading that says where it may stand. */
class KerasNamesTest {
  private static final Path TABLE = Path.of("..", "docs", "keras-names.md");
  private static final Pattern CALL = Pattern.compile("`([a-z_0-9]+\\(.*?\\))`");

  @TestFactory
  Stream<DynamicTest> names() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String heading = "";
    for (String line : Files.readAllLines(TABLE)) {
      if (line.startsWith("## ")) {
        heading = line;
      }
      String[] columns = line.split(" *\\| *", -1);
      if (columns.length == 4 && columns[1].startsWith("`")) {
        String place = heading;
        Matcher calls = CALL.matcher(columns[2]);
        assertTrue(calls.find(), "nothing stands for " + columns[1]);
        do {
          String call = calls.group(1);
          tests.add(DynamicTest.dynamicTest(call, () -> compiles(call, place)));
        } while (calls.find());
      }
    }
    return tests.stream();
  }

  private static void compiles(String call, String heading) {
    boolean output = heading.equals("## Activations");
    boolean metric = heading.equals("## Metrics");
    String text =
        """
        model Names {
          input x: float[4, 6]
          target y: float[4]
          target k: int
          target labels: int[3]
          target classes: int[4]
          p = [i] sum[j] x[i, j]
          embeddings = x
          logits = transpose(x)
          output z = %s
          loss %s
          metric shown = %s
        }
        """
            .formatted(
                output ? call : "x",
                output || metric ? "mean_squared_error(p, y)" : call,
                metric ? call : "p");
    Diagnostics diagnostics = new Diagnostics();
    Frontend.models(new Source("names.dl", text), SourceResolver.NONE, diagnostics);
    List<String> errors =
        diagnostics.all().stream()
            .filter(each -> each.kind().severity() == Severity.ERROR)
            .map(Diagnostic::toString)
            .toList();
    assertEquals(List.of(), errors);
  }
}
