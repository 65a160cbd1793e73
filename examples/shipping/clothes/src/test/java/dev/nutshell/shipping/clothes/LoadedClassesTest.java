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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which classes of this project {@link Predictions} loads, as its virtual machine logs. */
class LoadedClassesTest {
  private static final String VECTORS = LeNetNet.class.getName() + "Vectors";

  /** Lambdas are no class files. */
  private static final Pattern LOADED =
      Pattern.compile("(dev\\.nutshell\\.(?:(?!\\$\\$Lambda)\\S)+) source: ");

  private static final int LONGEST_RUN_MILLIS = 120_000;

  @Test
  void vectorsAreLoadedAfterTheFirstPredictionAndAllElseIsOfTheClosure() throws IOException {
    List<String> loaded = run(LONGEST_RUN_MILLIS, "--add-modules", "jdk.incubator.vector");
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

  @Test
  void withoutTheModuleVectorsAreNotLoaded() throws IOException {
    List<String> loaded = run(500);
    assertTrue(loaded.contains(LeNetNet.class.getName()), loaded.toString());
    assertFalse(loaded.contains(VECTORS), loaded.toString());
  }

  /**
   * What is loaded, in order, until it ends or vectors are loaded; and {@link Predictions#DONE}.
   */
  private static List<String> run(int millis, String... options) throws IOException {
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
      return loaded;
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
