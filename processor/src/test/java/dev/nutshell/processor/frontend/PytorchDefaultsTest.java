package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the page for those who come from PyTorch says of layers' defaults compiles. */
class PytorchDefaultsTest {
  private static final Path PAGE = Path.of("..", "docs", "from-pytorch.md");
  private static final Pattern LAYER =
      Pattern.compile("(?m)^\\|[^|]+\\|[^|]+\\| `(([a-z_0-9]+)\\(.*?\\))`[^|`]*");
  private static final Map<String, String> INPUTS =
      Map.of("embedding", "int[5]", "lstm", "float[5, 3]");

  @TestFactory
  Stream<DynamicTest> layers() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String page = Files.readString(PAGE);
    int begin = page.indexOf("## Defaults that differ");
    Matcher layer = LAYER.matcher(page.substring(begin, page.indexOf("\n## ", begin)));
    while (layer.find()) {
      String input = INPUTS.getOrDefault(layer.group(2), "float[8, 8, 3]");
      String text =
          "model M {\n  input x: %s\n  output y = x |> %s\n}\n".formatted(input, layer.group(1));
      tests.add(DynamicTest.dynamicTest(layer.group(1), () -> Elaborated.model(text)));
    }
    assertTrue(tests.size() >= 9, "rows: " + tests.size());
    return tests.stream();
  }
}
