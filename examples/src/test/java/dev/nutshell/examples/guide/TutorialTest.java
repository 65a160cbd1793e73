package dev.nutshell.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial, done as it says: its files are written, its commands run, and what they print is
 * what stands in the block behind them. The files for Gradle are written, but no build takes them.
 */
class TutorialTest {
  private static final Path MAVEN = Path.of(System.getProperty("maven.home"));
  private static final Path DOWNLOADED = Path.of(System.getProperty("localRepository"));
  private static final boolean OFFLINE = Boolean.getBoolean("offline");

  @TempDir private Path folder;

  @Test
  void everyStepDoesWhatItSays() throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("nutshell").resolve("examples/data"));
    Files.copy(Path.of("data", "iris.csv"), data.resolve("iris.csv"));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    try (LocalRepository installed =
        LocalRepository.create(folder.resolve("repository"), DOWNLOADED)) {
      // A daemon of Kotlin's would live on, and hold the output of the commands open.
      String options = "-B -Dkotlin.compiler.daemon=false " + installed.option();
      follow("tutorial.md", new Shell(folder, bin, MAVEN, options + (OFFLINE ? " -o" : "")));
    }
  }

  private static void follow(String page, Shell shell) throws IOException, InterruptedException {
    String output = "";
    int outputs = 0;
    for (Page.Block block : Page.blocks(page)) {
      if (block.file().isPresent()) {
        Path file = shell.folder().resolve(block.file().get());
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
      } else if (block.language().equals("sh")) {
        output = shell.run(block.text());
      } else {
        assertEquals("text", block.language(), "line " + block.line());
        assertEquals(block.text(), output, "line " + block.line());
        outputs++;
      }
    }
    assertTrue(outputs >= 5, outputs + " outputs compared");
  }
}
