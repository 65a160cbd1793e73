package dev.nutshell.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Writes what a training achieved as a file to look at: a service, which nutshell-report has. */
public interface ReportWriter {

  /**
   * Writes a file, in the place of one that is there.
   *
   * @param labels names of the classes, or none
   * @throws IOException if it cannot be written
   */
  void write(FitRun run, Path file, String... labels) throws IOException;

  /**
   * The first that the loader of a class finds.
   *
   * @throws IllegalStateException if there is none
   */
  static ReportWriter of(Class<?> user) {
    return ServiceLoader.load(ReportWriter.class, user.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no writer of reports: add dev.nutshell:nutshell-report to the class path or"
                        + " module path"));
  }
}
