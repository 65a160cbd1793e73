package dev.nutshell.report;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Axis;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.TensorSpec;
import dev.nutshell.training.TrainingModel;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The samples with the greatest losses, each evaluated alone: its picture, if an input is one, its
 * true and its predicted class, if there is a confusion matrix, and its loss.
 */
final class MistakesSection {
  private static final int MOST_EVALUATED = 10_000;
  private static final int MOST = 24;
  private static final int MOST_NUMBERS = 12;
  private static final double WHITE = 255;

  private final Markup page;
  private final TrainingModel training;
  private final Dataset data;
  private final List<String> labels;

  MistakesSection(Markup page, TrainingModel training, Dataset data, List<String> labels) {
    this.page = page;
    this.training = training;
    this.data = data;
    this.labels = labels;
  }

  void write() {
    double[] losses = new double[Math.min(MOST_EVALUATED, data.size())];
    for (int sample = 0; sample < losses.length; sample++) {
      training.load(0, data, sample);
      losses[sample] = training.evaluate(1);
    }
    page.element("h2", "Greatest losses");
    page.element("p", "The samples that the network is worst at.", "class", "note");
    page.open("div", "class", "samples");
    IntStream.range(0, losses.length)
        .boxed()
        .sorted(Comparator.comparingDouble(sample -> -losses[sample]))
        .limit(MOST)
        .forEach(sample -> sample(sample, losses[sample]));
    page.close();
  }

  private void sample(int sample, double loss) {
    Dataset alone = data.select(sample);
    page.open("figure");
    picture(alone);
    page.open("figcaption");
    classes(alone).ifPresent(text -> page.text(text).empty("br"));
    page.text("loss " + Numbers.value(loss)).empty("br").text("sample " + data.original(sample));
    page.close().close();
  }

  /** What the sample is and what it was taken for: its confusion matrix has a single count. */
  private Optional<String> classes(Dataset alone) {
    for (TensorSpec metric : training.entry().metrics()) {
      if (ConfusionSection.isConfusion(metric)) {
        double[] counts = training.evaluate(alone).array(metric.name());
        int classes = metric.axes().get(0).size();
        List<Integer> counted =
            IntStream.range(0, counts.length).filter(i -> counts[i] > 0).boxed().toList();
        if (counted.size() == 1) {
          String actual = name(counted.get(0) / classes, classes);
          String predicted = name(counted.get(0) % classes, classes);
          return Optional.of(
              actual.equals(predicted)
                  ? actual + ", recognised"
                  : actual + " taken for " + predicted);
        }
      }
    }
    return Optional.empty();
  }

  private String name(int label, int classes) {
    return labels.size() == classes ? labels.get(label) : Integer.toString(label);
  }

  private void picture(Dataset alone) {
    for (TensorSpec input : training.entry().inputs()) {
      int[] shape = input.axes().stream().mapToInt(Axis::size).toArray();
      int channels = shape.length == 3 ? shape[2] : 1;
      if ((shape.length == 2 || shape.length == 3) && (channels == 1 || channels == 3)) {
        byte[] png = Png.of(shape[0], shape[1], channels, pixels(alone.column(input.name())));
        String code = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        page.empty("img", "alt", input.name(), "src", code);
        return;
      }
    }
    TensorSpec first = training.entry().inputs().get(0);
    Column column = alone.column(first.name());
    List<String> numbers =
        IntStream.range(0, Math.min(MOST_NUMBERS, column.width()))
            .mapToObj(i -> Numbers.value(column.get(i)))
            .toList();
    String more = column.width() > MOST_NUMBERS ? ", …" : "";
    page.element("p", first.name() + ": " + String.join(", ", numbers) + more);
  }

  /** Bytes are brightness; other numbers are, from the least to the greatest of the sample. */
  private static byte[] pixels(Column column) {
    double[] values = new double[column.width()];
    Arrays.setAll(values, column::get);
    boolean isBytes = column.element() == Element.BYTE;
    double least = isBytes ? 0 : Arrays.stream(values).min().orElse(0);
    double most = isBytes ? WHITE : Arrays.stream(values).max().orElse(WHITE);
    double scale = most > least ? WHITE / (most - least) : 0;
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round((values[i] - least) * scale);
    }
    return pixels;
  }
}
