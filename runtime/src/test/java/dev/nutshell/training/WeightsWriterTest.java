package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsWriterTest {

  private static final ModelSpec SPEC =
      ModelSpec.parse("model Big FLOAT\nfingerprint 1\nparameter W 300,1000 zeros\n");

  @TempDir private Path folder;

  private static Weights filledWith(float value) {
    float[] values = new float[SPEC.size()];
    Arrays.fill(values, value);
    return Weights.of(SPEC, values);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void equalWeightsGiveEqualBytes() throws IOException {
    WeightsWriter.write(filledWith(2), folder.resolve("a"));
    WeightsWriter.write(filledWith(2), folder.resolve("b"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(folder.resolve("b")));
    assertEquals(List.of("a", "b"), files());
  }

  @Test
  void pathsAreEscaped() throws IOException {
    ModelSpec odd =
        ModelSpec.parse("model Odd FLOAT\nfingerprint 1\nparameter a\"\\b\u0001é - zeros");
    Path file = folder.resolve("odd");
    WeightsWriter.write(Weights.of(odd, new float[] {4}), file);
    assertEquals(4, Weights.load(file, odd).get(0));
  }

  @Test
  void aSavedFileHasTheRightsOfAnyNewFile() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path other = Files.createFile(folder.resolve("other"));
    Path file = folder.resolve("w");
    WeightsWriter.write(filledWith(1), file);
    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));
  }

  @Test
  void aFileNeedsAFolder() throws IOException {
    Path nowhere = folder.resolve("no/such");
    assertRefused(
        "the folder " + nowhere + " does not exist", nowhere.resolve("w.safetensors"));
    Path plain = Files.createFile(folder.resolve("plain"));
    assertRefused(plain + " is no folder", plain.resolve("w.safetensors"));
    assertEquals(List.of("plain"), files());
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused("it is a folder", empty);
    assertTrue(Files.isDirectory(empty));
    assertEquals(List.of("empty"), files());
  }

  private static void assertRefused(String reason, Path file) {
    assertEquals(
        "cannot save to " + file + ": " + reason,
        assertThrows(IOException.class, () -> WeightsWriter.write(filledWith(1), file))
            .getMessage());
  }

  /** A program that saves without end, killed at any moment, leaves one of the files it saved. */
  @Test
  void aCrashLeavesTheOldFileWhole() throws Exception {
    Path file = folder.resolve("w.safetensors");
    WeightsWriter.write(filledWith(1), file);
    for (int round = 0; round < 5; round++) {
      Process saver =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xshare:auto",
                  "-cp",
                  classPath(),
                  Saver.class.getName(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      // It says so when it has saved for the first time.
      assertEquals('s', saver.getInputStream().read());
      TimeUnit.MILLISECONDS.sleep(7L * round + 1);
      saver.destroyForcibly().waitFor();
      Weights left = Weights.load(file, SPEC);
      assertEquals(filledWith((float) left.get(0)).digest(), left.digest());
      assertTrue(left.get(0) > 1, "nothing was saved");
      WeightsWriter.write(filledWith(1), file);
    }
  }

  private static String classPath() throws Exception {
    return Stream.of(Saver.class, WeightsWriter.class)
        .map(type -> type.getResource(type.getSimpleName() + ".class"))
        .map(url -> url == null ? Saver.class.getResource("WeightsWriterTest$Saver.class") : url)
        .map(url -> Path.of(url.getPath()).getParent().getParent().getParent().getParent())
        .map(Path::toString)
        .reduce((a, b) -> a + System.getProperty("path.separator") + b)
        .orElseThrow();
  }

  /** Saves weights of 2, 3, 4 and so on. */
  static final class Saver {
    public static void main(String[] arguments) throws IOException {
      for (int i = 2; true; i++) {
        WeightsWriter.write(filledWith(i), Path.of(arguments[0]));
        if (i == 2) {
          System.out.print("s");
          System.out.flush();
        }
      }
    }
  }
}
