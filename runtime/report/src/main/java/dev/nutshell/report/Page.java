package dev.nutshell.report;

import dev.nutshell.data.Dataset;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.TensorSpec;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.TrainingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report as text: its head, and its sections one after the other. */
final class Page {
  private static final int FINGERPRINT = 12;

  private final Markup page = new Markup();
  private final TrainingModel training;
  private final ModelSpec spec;
  private final List<EpochResult> epochs;
  private final List<String> labels;
  private final Optional<byte[]> picture;
  private final Optional<Dataset> samples;

  /**
   * A report to be written.
   *
   * @param labels of classes, or none
   * @param picture the network as SVG, in UTF-8
   * @param samples of which the greatest losses are shown
   */
  Page(
      TrainingModel training,
      List<EpochResult> epochs,
      List<String> labels,
      Optional<byte[]> picture,
      Optional<Dataset> samples) {
    this.training = training;
    this.spec = training.spec();
    this.epochs = epochs;
    this.labels = labels;
    this.picture = picture;
    this.samples = samples;
  }

  /** Everything; to be called once. */
  String html() {
    String title = "Training of " + spec.name();
    page.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element("title", title).element("style", style()).close();
    page.open("body").element("h1", title).element("p", subtitle(), "class", "note");
    tiles();
    new CurvesSection(page, epochs).write();
    new ConfusionSection(page, training.entry(), epochs, labels).write();
    samples.ifPresent(data -> new MistakesSection(page, training, data, labels).write());
    new WeightsSection(page, training).write();
    network();
    picture.ifPresent(this::picture);
    page.close().close();
    return "<!DOCTYPE html>" + page + "\n";
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String subtitle() {
    String fingerprint = spec.fingerprint();
    return String.join(
        " · ",
        Numbers.count(spec.parameterSize()) + " parameters",
        spec.precision().name().toLowerCase(Locale.ROOT),
        "entry " + training.entry().name(),
        training.optimization().optimizer().toString(),
        "network " + fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length())));
  }

  private void tiles() {
    EpochResult last = epochs.get(epochs.size() - 1);
    EpochResult best =
        epochs.stream().min(Comparator.comparingDouble(each -> each.judged().loss())).orElse(last);
    String of = last.validation().isPresent() ? "validation " : "training ";
    page.open("dl", "class", "tiles");
    tile("epochs", Numbers.count(last.epoch()));
    tile("steps", Numbers.count(training.steps()));
    tile("time", Numbers.seconds(epochs.stream().mapToDouble(EpochResult::seconds).sum()));
    tile(of + "loss", Numbers.value(last.judged().loss()));
    tile(
        "lowest " + of + "loss", Numbers.value(best.judged().loss()) + " in epoch " + best.epoch());
    last.judged()
        .measures()
        .forEach(
            (name, value) -> {
              if (!training.entry().losses().contains(name)) {
                tile(of + name, Numbers.value(value));
              }
            });
    page.close();
  }

  private void tile(String name, String value) {
    page.open("div").element("dt", name).element("dd", value).close();
  }

  private void network() {
    EntrySpec entry = training.entry();
    page.element("h2", "Inputs and outputs");
    page.open("div", "class", "scroll").open("table");
    page.open("tr").element("th", "", "class", "name").element("th", "name", "class", "name");
    page.element("th", "type", "class", "name").element("th", "shape", "class", "name").close();
    ports("input", entry.inputs());
    ports("target", entry.targets());
    ports("output", entry.outputs());
    ports("metric", entry.metrics());
    page.close().close();
  }

  private void ports(String kind, List<TensorSpec> tensors) {
    for (TensorSpec tensor : tensors) {
      String type = tensor.element().name().toLowerCase(Locale.ROOT);
      page.open("tr").element("td", kind, "class", "name");
      page.element("td", tensor.name(), "class", "name").element("td", type, "class", "name");
      String shape = tensor.axes().isEmpty() ? "scalar" : tensor.axes().toString();
      page.element("td", shape, "class", "name").close();
    }
  }

  private void picture(byte[] svg) {
    String data = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    page.element("h2", "Network").empty("img", "alt", "The network " + spec.name(), "src", data);
  }
}
