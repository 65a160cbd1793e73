package dev.nutshell.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs commands as they stand in the documentation, one block after the other, each in the folder
 * in which the one before it ended. Java and Maven are those of this build.
 */
final class Shell {
  /** Maven resets the colour even where it is told to use none. */
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private final Path bin;
  private final Path errors;
  private Path folder;

  /**
   * A shell.
   *
   * @param folder where the first block is run
   * @param bin an empty folder for its commands
   * @param maven the home of Maven
   * @param options of every call of Maven
   */
  Shell(Path folder, Path bin, Path maven, String options) throws IOException {
    this.folder = folder;
    this.bin = bin;
    this.errors = bin.resolve("errors.txt");
    Path mvn = bin.resolve("mvn");
    String script =
        "#!/bin/sh\nexec '%s' %s \"$@\"\n".formatted(maven.resolve("bin").resolve("mvn"), options);
    Files.writeString(mvn, script);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Where the next block is run. */
  Path folder() {
    return folder;
  }

  /** Runs a block, which has to succeed, and gives what it prints on standard output. */
  String run(String commands) throws IOException, InterruptedException {
    Path where = bin.resolve("folder.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands + "pwd >'" + where + "'")
            .directory(folder.toFile())
            .redirectError(errors.toFile());
    Map<String, String> environment = builder.environment();
    Path java = Path.of(System.getProperty("java.home"));
    environment.put("JAVA_HOME", java.toString());
    // Each run of Maven is over before optimized code would pay.
    environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.merge(
        "PATH",
        bin + File.pathSeparator + java.resolve("bin"),
        (rest, ours) -> ours + File.pathSeparator + rest);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertEquals(0, status, () -> commands + output + lines(errors));
    folder = Path.of(lines(where).strip());
    return COLOUR.matcher(output).replaceAll("");
  }

  private static String lines(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
