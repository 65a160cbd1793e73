package dev.nutshell.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.History;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.storage.Storage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page that a training leaves: what stands on it, and that it needs nothing else. */
class ReportTest {
  private static final int EPOCHS = 3;

  @TempDir private Path folder;

  private static Dataset samples() {
    return Dataset.of("x", Column.of(1, new float[] {-2, -1, -0.5f, 0.25f, 1, 2}))
        .with("y", Column.of(1, new int[] {0, 0, 1, 1, 1, 1}));
  }

  private String report(FitOptions options) throws Exception {
    Path file = folder.resolve("report.html");
    try (Classifier training = new Classifier(TrainingOptions.defaults().withCapacity(6))) {
      training.fit(samples(), options.quiet().callback(Report.to(file).labels("a<b", "b&c")));
    }
    return Files.readString(file);
  }

  private static Document parse(String html) throws Exception {
    assertTrue(html.startsWith("<!DOCTYPE html>"));
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document document, String name, String type) {
    List<Element> found = new ArrayList<>();
    NodeList all = document.getElementsByTagName(name);
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.getAttribute("class").equals(type)) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<String> texts(Document document, String name, String type) {
    return elements(document, name, type).stream().map(Element::getTextContent).toList();
  }

  @Test
  void curvesHaveAPointForEachEpoch() throws Exception {
    Document document = parse(report(FitOptions.epochs(EPOCHS).validation(samples())));
    assertEquals(List.of("loss", "accuracy"), texts(document, "figcaption", "").subList(0, 2));
    for (String of : List.of("training", "validation")) {
      List<Element> curves = elements(document, "path", "curve " + of);
      assertEquals(2, curves.size());
      assertEquals(EPOCHS, curves.get(0).getAttribute("d").split("[ML]").length - 1);
      assertEquals(2 * EPOCHS, elements(document, "circle", "dot " + of).size());
    }
  }

  @Test
  void withoutValidationThereAreCurvesOfTrainingAlone() throws Exception {
    Document document = parse(report(FitOptions.epochs(1)));
    assertEquals(2, elements(document, "path", "curve training").size());
    assertEquals(0, elements(document, "path", "curve validation").size());
  }

  @Test
  void confusionMatrixIsThatOfTheMetric() throws Exception {
    Document document = parse(report(FitOptions.epochs(1).validation(samples())));
    assertEquals(List.of("2", "3"), texts(document, "td", "hit"));
    assertEquals(List.of("", "1"), texts(document, "td", "miss"));
    assertTrue(texts(document, "td", "name").contains("b&c taken for a<b"));
  }

  @Test
  void otherSquareMetricsAreNoConfusionMatrices() throws Exception {
    Document document = parse(report(FitOptions.epochs(1)));
    assertEquals(1, elements(document, "table", "matrix").size());
  }

  @Test
  void aTrainingWritesItsReport() throws Exception {
    Path file = folder.resolve("report.html");
    try (Classifier training = new Classifier(TrainingOptions.defaults())) {
      training.fit(samples(), FitOptions.epochs(2).quiet().validation(samples().range(2, 5)));
      training.report(file, "low", "high");
    }
    String html = Files.readString(file);
    assertTrue(html.contains("high taken for low"), "labels, and mistakes of validation data");
    assertTrue(html.contains("sample 2"), "numbered as in all data");
    assertTrue(html.contains("src=\"data:image/svg+xml;base64,"), "the compiler's picture");
  }

  @Test
  void everyVariableHasItsHistogram() throws Exception {
    Document document = parse(report(FitOptions.epochs(1)));
    assertTrue(texts(document, "td", "name").containsAll(List.of("bias", "seen", "[3] state")));
    assertEquals(2, elements(document, "svg", "bars weights").size());
    assertEquals(1, elements(document, "svg", "bars gradients").size(), "states have none");
  }

  @Test
  void thePageNeedsNothingElse() throws Exception {
    String html = report(FitOptions.epochs(1));
    assertFalse(Pattern.compile("https?:|<script|<link|@import|url\\(").matcher(html).find());
    assertTrue(html.contains("prefers-color-scheme: dark"));
  }

  @Test
  void aPictureOfTheNetworkIsCopied() throws Exception {
    Path svg = Files.writeString(folder.resolve("network.svg"), "<svg/>");
    Path file = folder.resolve("report.html");
    try (Classifier training = new Classifier(TrainingOptions.defaults())) {
      History history = training.fit(samples(), FitOptions.epochs(1).quiet());
      Report.to(file).graph(svg).write(training, history.epochs());
      assertTrue(Files.readString(file).contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\""));
      List<EpochResult> none = List.of();
      IllegalArgumentException problem =
          assertThrows(IllegalArgumentException.class, () -> Report.to(file).write(training, none));
      assertEquals("epochs: at least one expected, none found", problem.getMessage());
    }
  }

  @Test
  void theGreatestLossesComeFirst() throws Exception {
    Path file = folder.resolve("report.html");
    try (Classifier training = new Classifier(TrainingOptions.defaults())) {
      Report report = Report.to(file).mistakes(samples());
      training.fit(samples(), FitOptions.epochs(1).quiet().callback(report));
    }
    List<String> shown =
        elements(parse(Files.readString(file)), "figure", "").stream()
            .map(Element::getTextContent)
            .filter(text -> text.contains("sample "))
            .map(text -> text.replaceAll("\\s+", " ").strip())
            .toList();
    assertEquals(6, shown.size());
    assertTrue(shown.get(0).matches("x: -2 0, recognisedloss 3\\.9.*sample 0"), shown.get(0));
    assertTrue(
        shown.get(1).matches("x: -0\\.5000 1 taken for 0loss 2\\.2.*sample 2"), shown.get(1));
  }

  @Test
  void picturesAreReadBack() throws Exception {
    byte[] pixels = {0, 10, 20, 30, 40, (byte) 250};
    byte[] grey = Png.of(2, 3, 1, pixels);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(grey));
    assertEquals(3, image.getWidth());
    assertEquals(250, image.getRaster().getSample(2, 1, 0));
    BufferedImage coloured = ImageIO.read(new ByteArrayInputStream(Png.of(1, 2, 3, pixels)));
    assertEquals(0xff1e28fa, coloured.getRGB(1, 0));
  }

  @Test
  void histogramsCountEveryNumber() {
    Storage numbers = Storage.allocate(Precision.FLOAT, 5);
    numbers.set(1, 1);
    numbers.set(2, -1);
    numbers.set(3, Double.NaN);
    numbers.set(4, 1);
    Histogram histogram = Histogram.of(numbers);
    assertEquals(1, histogram.notFinite());
    assertEquals(1, histogram.counts().get(0));
    assertEquals(2, histogram.counts().get(histogram.counts().size() - 1));
    assertEquals(0.25, histogram.mean());
    assertEquals(Math.sqrt(0.6875), histogram.deviation(), 1e-12);
  }

  @Test
  void scalesHaveRoundNumbers() {
    Scale scale = Scale.of(0.123, 0.98);
    assertEquals(
        List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"),
        scale.ticks().stream().map(scale::label).toList());
    Scale single = Scale.of(3, 3);
    assertTrue(single.place(3) >= 0 && single.place(3) < 1 && single.ticks().size() > 1);
  }
}
