package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected texts, kept beside the tests. They are written anew by {@code mvn test -pl processor -am
 * -Dtest=GoldenSourceTest -Dsurefire.failIfNoSpecifiedTests=false -Dnutshell.update=true}; the
 * difference is for the review.
 */
public final class GoldenFiles {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private GoldenFiles() {}

  /** Compares a text with the file of that name. */
  public static void assertGolden(String name, String text) {
    Path file = ROOT.resolve(name);
    try {
      if (Boolean.getBoolean("nutshell.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
      } else if (!Files.exists(file)) {
        throw new AssertionError(
            "no golden file processor/"
                + file.toString().replace('\\', '/')
                + "; write it with -Dnutshell.update=true. The text is:\n"
                + text);
      }
      assertEquals(Files.readString(file, StandardCharsets.UTF_8), text, file::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
