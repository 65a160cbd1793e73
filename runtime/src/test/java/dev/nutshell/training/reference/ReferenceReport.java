package dev.nutshell.training.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of each case of the reference fixtures in this run of the tests: {@code
 * target/reference-cases.csv}.
 */
public final class ReferenceReport {

  private static final Map<String, String> ROWS = new TreeMap<>();

  private ReferenceReport() {}

  /** A case that was compared. */
  public static void compared(
      String file, String id, boolean passed, double error, String tolerance) {
    add(file, id, (passed ? "passed," : "failed,") + (float) error + "," + tolerance + ",");
  }

  /** A case whose numbers are not those of its formula. */
  public static void inapplicable(
      String file, String id, double error, String tolerance, String reason) {
    add(file, id, "inapplicable," + (float) error + "," + tolerance + ",\"" + reason + "\"");
  }

  private static synchronized void add(String file, String id, String rest) {
    ROWS.put(file + "," + id, rest);
    StringBuilder csv = new StringBuilder("file,case,status,max_error,tolerance,reason\n");
    ROWS.forEach((key, value) -> csv.append(key).append(',').append(value).append('\n'));
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", "reference-cases.csv"), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
