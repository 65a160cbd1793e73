package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCheckTest {

  private static final ModelSpec SPEC =
      ModelSpec.parse(
          """
          model Digits FLOAT
          fingerprint 1
          source nets/digits.dl=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
          source layers.dl=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
          """);

  @TempDir private Path root;

  @Test
  void unchangedSourcesPass() throws IOException {
    write("nets/digits.dl", "abc");
    write("layers.dl", "");
    SourceCheck.assertUpToDate(SPEC, root);
  }

  @Test
  void changedAndMissingSourcesAreNamed() throws IOException {
    write("nets/digits.dl", "abcd");
    AssertionError e =
        assertThrows(AssertionError.class, () -> SourceCheck.assertUpToDate(SPEC, root));
    assertEquals(
        "model Digits was compiled from other sources: nets/digits.dl has changed; layers.dl is not"
            + " in "
            + root
            + ". Compile anew, for example with mvn clean compile",
        e.getMessage());
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
