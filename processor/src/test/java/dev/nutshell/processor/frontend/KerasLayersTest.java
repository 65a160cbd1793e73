package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Every row of the table of Keras' layers has an example that compiles. */
class KerasLayersTest {
  private static final Path TABLE = Path.of("..", "docs", "keras-layers.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (`[^|]+) \\| ([^|]+) \\| `([^|]+)` \\| `((?:[^|]|\\\\\\|)+)` \\|$");
  private static final int LAYERS = 90;

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    Matcher row = ROW.matcher(Files.readString(TABLE));
    List<DynamicTest> tests = new ArrayList<>();
    while (row.find()) {
      String model =
          "model M {\n  input %s\n  output y = %s\n}\n"
              .formatted(row.group(3), row.group(4).replace("\\|", "|"));
      tests.add(DynamicTest.dynamicTest(row.group(1), () -> Elaborated.model(model)));
    }
    assertTrue(tests.size() >= LAYERS, "rows: " + tests.size());
    return tests.stream();
  }
}
