package dev.nutshell.report;

import dev.nutshell.training.FitRun;
import dev.nutshell.training.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What {@code training.report(file)} finds. */
public final class ReportService implements ReportWriter {
  /** For the loader of services. */
  public ReportService() {}

  @Override
  public void write(FitRun run, Path file, String... labels) throws IOException {
    try {
      Report.to(file).labels(labels).write(run);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
