package dev.nutshell.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.emit.GoldenFiles;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures of networks: which boxes there are, and what the arrows connect. */
class GraphCommandTest {
  private static final String BLOCKS =
      """
      model Blocks {
        input a: float[4]
        target t: int
        x = (a - 0.5) |> first: dense(8)
        blocks: repeat 3 {
          x = x + (x |> norm: layer_norm |> fc: dense(8) |> gelu)
        }
        logits = x |> scores: dense(3)
        output probabilities = softmax(logits)
        loss cross_entropy(logits, t)
        metric accuracy(logits, t)
      }
      """;

  /** Blocks that are not equal, inside of equal ones; an LSTM whose second result is read too. */
  private static final String NESTED =
      """
      model Nested {
        input a: float[5, 4]
        input b: float[16]
        h = a |> rnn: lstm(16)
        outer: repeat 2 {
          inner: repeat k < 2 { h = h |> wide: dense(16 * (k + 1)) |> narrow: dense(16) }
          h = h + b
        }
        entry first { output y = h |> head: dense(3) }
        entry second { output z = h |> score: dense(1) }
      }
      """;

  private static final String SECOND_RESULT =
      """
      layer pair(x: float[n]) {
        param W: float[n] init ones
        y = [i] x[i] * W[i]
        z = [i] y[i] + 1.0
        return (y, z)
      }
      model Second {
        input a: float[4]
        (p, q) = a |> both: pair
        output s = p |> one: dense(2)
        output r = q |> two: dense(2)
      }
      """;

  @TempDir private Path folder;

  private String svg(String network) throws Exception {
    Path file = Files.writeString(folder.resolve("network.dl"), network);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), "graph", file.toString());
    assertEquals("", err.toString());
    assertEquals(0, status);
    return out.toString();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document document, String name, String type) {
    List<Element> found = new ArrayList<>();
    NodeList all = document.getElementsByTagName(name);
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.getAttribute("class").matches(type)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The titles of the boxes. */
  private static List<String> titles(Document document) {
    return elements(document, "text", "title").stream().map(Element::getTextContent).toList();
  }

  /** Each arrow by the titles of what it connects; a repeat is its own title, a port a dot. */
  private static Set<String> arrows(Document document) {
    Set<String> arrows = new HashSet<>();
    for (Element arrow : elements(document, "path", "arrow")) {
      String from = title(document, arrow.getAttribute("data-from"));
      assertTrue(arrows.add(from + " > " + title(document, arrow.getAttribute("data-to"))), from);
    }
    return arrows;
  }

  private static String title(Document document, String id) {
    for (String name : List.of("g", "circle")) {
      for (Element element : elements(document, name, "box .*|repeat|port")) {
        if (element.getAttribute("id").equals(id)) {
          NodeList texts = element.getElementsByTagName("text");
          return texts.getLength() == 0 ? "." : texts.item(0).getTextContent();
        }
      }
    }
    throw new AssertionError("an arrow leads to " + id + ", which is not there");
  }

  @Test
  void equalBlocksAreDrawnOnce() throws Exception {
    Document document = parse(svg(BLOCKS));
    assertEquals(
        List.of(
            "a",
            "a − 0.5",
            "first",
            "norm",
            "fc",
            "gelu",
            "x",
            "scores",
            "softmax",
            "probabilities"),
        titles(document).stream().toList());
    assertEquals(
        Set.of(
            "a > a − 0.5",
            "a − 0.5 > first",
            "first > blocks × 3: 264 parameters",
            ". > norm",
            ". > x",
            "norm > fc",
            "fc > gelu",
            "gelu > x",
            "x > .",
            "blocks × 3: 264 parameters > scores",
            "scores > softmax",
            "softmax > probabilities"),
        arrows(document));
  }

  @Test
  void blocksThatDifferAreAllDrawn() throws Exception {
    Document document = parse(svg(NESTED));
    List<String> titles = titles(document);
    assertEquals(
        List.of("inner.0.wide", "inner.0.narrow", "inner.1.wide", "inner.1.narrow"),
        titles.stream().filter(title -> title.startsWith("inner")).limit(4).toList());
    assertEquals(2, titles.stream().filter("rnn"::equals).count(), "one in each entry");
    assertEquals(1, titles.stream().filter("head"::equals).count());
    assertEquals(1, titles.stream().filter("score"::equals).count());
    elements(document, "path", "arrow")
        .forEach(
            arrow -> {
              title(document, arrow.getAttribute("data-from"));
              title(document, arrow.getAttribute("data-to"));
            });
  }

  @Test
  void allResultsOfALayerLeaveItsBox() throws Exception {
    assertEquals(
        Set.of("a > both", "both > one", "both > two", "one > s", "two > r"),
        arrows(parse(svg(SECOND_RESULT))));
  }

  @Test
  void boxesDoNotOverlap() throws Exception {
    Document document = parse(svg(BLOCKS));
    List<Element> frames = new ArrayList<>();
    for (Element box : elements(document, "g", "box .*|repeat")) {
      if (box.getParentNode() == elements(document, "g", "box input").get(0).getParentNode()) {
        frames.add((Element) box.getElementsByTagName("rect").item(0));
      }
    }
    frames.sort((a, b) -> Double.compare(number(a, "y"), number(b, "y")));
    for (int i = 1; i < frames.size(); i++) {
      Element above = frames.get(i - 1);
      assertTrue(number(above, "y") + number(above, "height") < number(frames.get(i), "y"));
    }
    assertEquals(7, frames.size());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void theSameNetworkGivesTheSamePicture() throws Exception {
    assertEquals(svg(NESTED), svg(NESTED));
    GoldenFiles.assertGolden("Blocks.svg", svg(BLOCKS));
  }

  @Test
  void writesTheFileThatIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("network.dl"), BLOCKS);
    Path picture = folder.resolve("network.svg");
    StringWriter out = new StringWriter();
    PrintWriter err = new PrintWriter(new StringWriter());
    assertEquals(
        0, Main.run(new PrintWriter(out), err, "graph", file.toString(), "-o", picture.toString()));
    assertEquals("", out.toString());
    assertEquals(svg(BLOCKS), Files.readString(picture));
  }

  @Test
  void aFileWithoutAModelHasNoPicture() throws Exception {
    Path file =
        Files.writeString(folder.resolve("half.dl"), "fun half(x: float) { return x / 2.0 }");
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    assertEquals(1, Main.run(out, new PrintWriter(err), "graph", file.toString()));
    assertEquals(file + ": there is no model in it", err.toString().strip());
  }

  @Test
  void aWrongNetworkIsReported() throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.dl"), "model W { output y = 1 + x }");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertEquals(1, Main.run(new PrintWriter(out), new PrintWriter(err), "graph", file.toString()));
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("wrong.dl:1:26: error"), err::toString);
  }
}
