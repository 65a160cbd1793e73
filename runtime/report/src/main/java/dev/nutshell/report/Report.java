package dev.nutshell.report;

import dev.nutshell.data.Dataset;
import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.History;
import dev.nutshell.training.TrainingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a training achieved as one HTML file that needs no other file and no network: curves
 * of losses and metrics, confusion matrices, the samples with the greatest losses, a histogram of
 * the weights of each parameter and of its last gradient, and what the network consists of, with
 * its picture. It goes by the reader's preference of light or dark.
 *
 * <p>{@code training.report(file)} writes it after a training; as a callback it is there while the
 * training goes on:
 *
 * <pre>{@code
 * training.fit(data, FitOptions.epochs(20).callback(Report.to(Path.of("report.html"))));
 * }</pre>
 *
 * <p>While the training goes on, the file is written at the end of an epoch, but at most every ten
 * seconds; and once more in the end. Whatever changes weights in the end, such as {@code
 * EarlyStopping}, is to be called before. Immutable: each method gives a changed report.
 */
public final class Report implements Callback {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double SECONDS_BETWEEN = 10;

  private final Path file;
  private final List<String> labels;
  private final Optional<Path> graph;
  private final Optional<Dataset> samples;

  /** When the file was last written, or the training began. */
  private long written;

  private Report(Path file, List<String> labels, Optional<Path> graph, Optional<Dataset> samples) {
    this.file = file;
    this.labels = labels;
    this.graph = graph;
    this.samples = samples;
  }

  /** A report in that file, which is made anew. */
  public static Report to(Path file) {
    return new Report(file, List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * Names the classes of confusion matrices, in the order of their numbers.
   *
   * @param names as many as there are classes; matrices of another size are numbered
   */
  public Report labels(String... names) {
    return new Report(file, List.of(names), graph, samples);
  }

  /**
   * Shows another picture of the network than that which the compiler has drawn.
   *
   * @param svg the picture, which is copied into the report
   */
  public Report graph(Path svg) {
    return new Report(file, labels, Optional.of(svg), samples);
  }

  /**
   * Shows those of some samples that have the greatest losses, in the place of validation data. Of
   * the first 10,000 each is evaluated alone, at the end of the training. An input of the shape
   * {@code [height, width]}, or with one or three channels last, is shown as a picture.
   *
   * @param data with all inputs and targets, such as the test data
   */
  public Report mistakes(Dataset data) {
    return new Report(file, labels, graph, Optional.of(data));
  }

  @Override
  public void onStart(FitRun run) {
    written = System.nanoTime();
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    if ((System.nanoTime() - written) / NANOS_PER_SECOND >= SECONDS_BETWEEN) {
      write(run.model(), run.results(), Optional.empty());
      written = System.nanoTime();
    }
  }

  @Override
  public void onEnd(FitRun run, History history) {
    write(run);
  }

  /** Writes the file, with mistakes of the validation data unless there are others. */
  void write(FitRun run) {
    write(run.model(), run.results(), samples.or(run::validationData));
  }

  /**
   * Writes the file now.
   *
   * @param training what was trained, for its weights
   * @param epochs what it achieved, such as {@code history.epochs()}; at least one
   * @throws IllegalArgumentException if there is no epoch
   * @throws UncheckedIOException if the file cannot be written, or the picture not be read
   */
  public void write(TrainingModel training, List<EpochResult> epochs) {
    write(training, epochs, samples);
  }

  private void write(TrainingModel training, List<EpochResult> epochs, Optional<Dataset> shown) {
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("epochs: at least one expected, none found");
    }
    try {
      Optional<byte[]> picture =
          graph.isPresent()
              ? Optional.of(Files.readAllBytes(graph.get()))
              : NetworkPicture.of(training.getClass());
      Files.writeString(file, new Page(training, epochs, labels, picture, shown).html());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
