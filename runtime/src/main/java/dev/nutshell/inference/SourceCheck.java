package dev.nutshell.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds generated classes that are older than their sources, for a test of your own.
 *
 * <p>An incremental build does not see that a {@code .dl} file changed, and compiles nothing; the
 * network then stays what it was, in silence. Such a build does run the tests:
 *
 * <pre>{@code
 * @Test
 * void networksAreUpToDate() throws IOException {
 *   SourceCheck.assertUpToDate(DigitsNet.SPEC, Path.of("src/main/java"));
 * }
 * }</pre>
 */
public final class SourceCheck {

  private SourceCheck() {}

  /**
   * Checks that every source file of a network is still what it was compiled from.
   *
   * @param spec the network
   * @param sourceRoot the folder that the names of its sources are relative to
   * @throws AssertionError naming every file that changed or is gone
   * @throws IOException if a file is there but cannot be read
   */
  public static void assertUpToDate(ModelSpec spec, Path sourceRoot) throws IOException {
    List<String> stale = new ArrayList<>();
    for (String source : spec.sources().keySet()) {
      Path file = sourceRoot.resolve(source);
      if (!Files.isRegularFile(file)) {
        stale.add(source + " is not in " + sourceRoot);
      } else if (!digest(file).equals(spec.sources().get(source))) {
        stale.add(source + " has changed");
      }
    }
    if (!stale.isEmpty()) {
      throw new AssertionError(
          "model "
              + spec.name()
              + " was compiled from other sources: "
              + String.join("; ", stale)
              + ". Compile anew, for example with mvn clean compile");
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    digest.update(Files.readAllBytes(file));
    return Sha256.hex(digest);
  }
}
