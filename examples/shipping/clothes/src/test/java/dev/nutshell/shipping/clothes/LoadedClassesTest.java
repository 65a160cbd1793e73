package dev.nutshell.shipping.clothes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Model;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which classes of this project {@link Predictions} loads, as its virtual machine logs. */
class LoadedClassesTest {
  private static final String VECTORS = LeNetNet.class.getName() + "Vectors";

  /** Lambdas are no class files. */
  private static final Pattern LOADED =
      Pattern.compile("(dev\\.nutshell\\.(?:(?!\\$\\$Lambda)\\S)+) source: ");

  private static final int LONGEST_RUN_MILLIS = 120_000;

  private static Run withModule;

  @BeforeAll
  static void runWithTheModule() throws IOException {
    withModule = run(LONGEST_RUN_MILLIS, "--add-modules", "jdk.incubator.vector");
  }

  @Test
  void vectorsAreLoadedAfterTheFirstPredictionAndAllElseIsOfTheClosure() {
    List<String> loaded = withModule.loaded();
    assertTrue(loaded.contains(VECTORS), loaded.toString());
    assertTrue(loaded.indexOf(VECTORS) > loaded.indexOf(Predictions.DONE), loaded.toString());
    Set<String> others = new TreeSet<>(loaded);
    others.removeAll(
        Closure.of(LeNetNet.class).classes().stream()
            .map(name -> name.replace('/', '.'))
            .collect(Collectors.toSet()));
    assertEquals(
        Set.of(Clothes.class.getName(), Predictions.class.getName(), Predictions.DONE), others);
  }

  /** It goes on for twice as long as vectors took where they are loaded. */
  @Test
  void withoutTheModuleVectorsAreNotLoaded() throws IOException {
    List<String> loaded = run(2 * withModule.millis()).loaded();
    assertTrue(loaded.contains(LeNetNet.class.getName()), loaded.toString());
    assertFalse(loaded.contains(VECTORS), loaded.toString());
  }

  /**
   * A run of {@link Predictions}.
   *
   * @param loaded classes, in order, until it ended or vectors were loaded; and {@link
   *     Predictions#DONE}
   * @param millis how long it took until then
   */
  private record Run(List<String> loaded, long millis) {}

  private static Run run(long millis, String... options) throws IOException {
    long start = System.nanoTime();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-Xlog:class+load:stdout");
    command.add("-cp");
    command.add(
        String.join(File.pathSeparator, "target/classes", "target/test-classes", runtime()));
    command.add(Predictions.class.getName());
    command.add(String.valueOf(millis));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> loaded = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && !loaded.contains(VECTORS)) {
        Matcher matcher = LOADED.matcher(line);
        if (matcher.find()) {
          loaded.add(matcher.group(1));
        } else if (line.equals(Predictions.DONE)) {
          loaded.add(line);
        }
        line = lines.readLine();
      }
      return new Run(loaded, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String runtime() {
    return Path.of(
            URI.create(Model.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
