package dev.nutshell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.grammar.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the language reference is a file, written in the one way. */
class LanguageReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "language.md");

  @ParameterizedTest
  @MethodSource("examples")
  void examplesAreRead(String example) {
    assertEquals("[]", Parser.parse("example.dl", example).problems().toString());
    assertEquals(example, Formatter.format("example.dl", example));
  }

  static Stream<String> examples() throws IOException {
    return Pattern.compile("(?ms)^```dl\\n(.*?)^```$")
        .matcher(Files.readString(REFERENCE))
        .results()
        .map(match -> match.group(1));
  }
}
