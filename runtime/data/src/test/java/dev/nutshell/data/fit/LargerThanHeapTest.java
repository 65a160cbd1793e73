package dev.nutshell.data.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargerThanHeapTest {

  /** The heap in megabytes; the file has a little more than ten times as many. */
  private static final int HEAP = 16;

  private static final int SAMPLES = 20_480;

  @Test
  void trainsOnDataTenTimesLargerThanTheHeap(@TempDir Path folder)
      throws IOException, InterruptedException, URISyntaxException {
    Path file = folder.resolve("large.rec");
    LargeFile.write(file, SAMPLES);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                LargeFile.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    assertEquals("10 times the heap, loss 0.0", output);
  }

  /** The modules this test runs with, and the folder of its classes. */
  private static String classPath() throws URISyntaxException {
    String name = LargeFile.class.getSimpleName() + ".class";
    URI own = LargeFile.class.getResource(name).toURI();
    Path folder = Path.of(own);
    for (int depth = LargeFile.class.getName().split("\\.").length; depth > 0; depth--) {
      folder = folder.getParent();
    }
    return System.getProperty("jdk.module.path")
        + File.pathSeparator
        + System.getProperty("java.class.path")
        + File.pathSeparator
        + folder;
  }
}
