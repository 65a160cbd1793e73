package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Box;
import dev.nutshell.processor.diagram.Diagram.Repeat;
import dev.nutshell.processor.diagram.Drawing.Place;
import dev.nutshell.processor.diagram.Drawing.Point;
import dev.nutshell.processor.diagram.Drawing.Route;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes drawings below each other as one SVG, which goes by the reader's preference of light or
 * dark.
 */
final class SvgWriter {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final int MARGIN = 20;
  private static final int HEADING = 46;

  private static final String STYLE =
      """

      text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: #1f2328; }
      .heading { font-size: 17px; font-weight: 600; }
      .note, .detail { fill: #59636e; }
      .detail { font-size: 12px; }
      .title { font-weight: 600; }
      .paper { fill: #ffffff; }
      .box text { text-anchor: middle; }
      .box rect { stroke-width: 1.2; }
      .input rect, .output rect { fill: #ddf4ff; stroke: #0969da; }
      .layer rect { fill: #f6f8fa; stroke: #818b98; }
      .value rect { fill: #fff8c5; stroke: #9a6700; }
      .repeat rect { fill: none; stroke: #8250df; stroke-dasharray: 5 4; }
      .port { fill: #8250df; }
      .arrow { fill: none; stroke: #59636e; stroke-width: 1.3; }
      .head { fill: #59636e; }
      @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc; }
        .note, .detail { fill: #9198a1; }
        .paper { fill: #0d1117; }
        .input rect, .output rect { fill: #121d2f; stroke: #4493f8; }
        .layer rect { fill: #151b23; stroke: #656c76; }
        .value rect { fill: #272115; stroke: #d29922; }
        .repeat rect { stroke: #ab7df8; }
        .port { fill: #ab7df8; }
        .arrow { stroke: #9198a1; }
        .head { fill: #9198a1; }
      }
      """;

  /** A drawing with what stands above it. */
  record Panel(String heading, String note, Drawing drawing) {
    double width() {
      double text = Math.max(BoxText.width(heading) * 1.3, BoxText.width(note));
      return Math.max(text, drawing.width());
    }
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private SvgWriter() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  static String write(List<Panel> panels) {
    try {
      SvgWriter writer = new SvgWriter();
      writer.document(panels);
      return writer.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can be written", e);
    }
  }

  private void document(List<Panel> panels) throws XMLStreamException {
    double width = panels.stream().mapToDouble(Panel::width).max().orElse(0) + 2 * MARGIN;
    double height =
        panels.stream().mapToDouble(each -> each.drawing().height() + HEADING + MARGIN).sum()
            + MARGIN;
    start("svg", "width", number(width), "height", number(height), "role", "img");
    xml.writeAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
    xml.writeDefaultNamespace(NAMESPACE);
    line("title", String.join(", ", panels.stream().map(Panel::heading).toList()));
    line("style", STYLE);
    arrowHead();
    empty("rect", "class", "paper", "width", number(width), "height", number(height));
    double y = MARGIN;
    for (Panel panel : panels) {
      line("text", panel.heading(), "class", "heading", "x", number(MARGIN), "y", number(y + 14));
      line("text", panel.note(), "class", "note", "x", number(MARGIN), "y", number(y + 33));
      y += HEADING;
      drawing(panel.drawing(), (width - panel.drawing().width()) / 2, y);
      y += panel.drawing().height() + MARGIN;
    }
    end();
  }

  private void arrowHead() throws XMLStreamException {
    start("defs");
    start("marker", "id", "head", "viewBox", "0 0 8 8", "refX", "7", "refY", "4");
    attributes("markerWidth", "8", "markerHeight", "8", "orient", "auto");
    empty("path", "class", "head", "d", "M0 0 8 4 0 8z");
    end();
    end();
  }

  private void drawing(Drawing drawing, double x, double y) throws XMLStreamException {
    start("g", "transform", "translate(" + number(x) + " " + number(y) + ")");
    for (Route route : drawing.routes()) {
      empty("path", "class", "arrow", "marker-end", "url(#head)", "d", path(route.points()));
      attributes("data-from", route.arrow().from().id(), "data-to", route.arrow().to().id());
    }
    for (Place place : drawing.places()) {
      if (place.item() instanceof Box box) {
        box(box, place);
      } else if (place.item() instanceof Repeat repeat) {
        repeat(repeat, place);
      } else {
        empty("circle", "id", place.item().id(), "class", "port", "r", number(place.width() / 2));
        attributes("cx", number(place.x() + place.width() / 2));
        attributes("cy", number(place.y() + place.height() / 2));
      }
    }
    end();
  }

  private void box(Box box, Place place) throws XMLStreamException {
    String kind = box.kind().name().toLowerCase(Locale.ROOT);
    start("g", "id", box.id(), "class", "box " + kind);
    frame(place, box.kind() == Diagram.Kind.LAYER ? 5 : 14);
    double center = place.x() + place.width() / 2;
    double y = place.y() + BoxText.LINE_HEIGHT + 2;
    String style = "title";
    for (String line : BoxText.of(box)) {
      line("text", line, "class", style, "x", number(center), "y", number(y));
      y += BoxText.LINE_HEIGHT;
      style = "detail";
    }
    end();
  }

  private void repeat(Repeat repeat, Place place) throws XMLStreamException {
    start("g", "id", repeat.id(), "class", "repeat");
    frame(place, 8);
    double left = place.x() + Layout.FRAME / 2.0;
    double top = place.y() + BoxText.LINE_HEIGHT;
    line("text", BoxText.of(repeat), "class", "note", "x", number(left), "y", number(top));
    end();
    Drawing body = place.body().orElseThrow();
    drawing(body, place.x() + (place.width() - body.width()) / 2, place.y() + Layout.FRAME_TITLE);
  }

  private void frame(Place place, int radius) throws XMLStreamException {
    empty("rect", "rx", number(radius), "x", number(place.x()), "y", number(place.y()));
    attributes("width", number(place.width()), "height", number(place.height()));
  }

  /** Straight down where an arrow passes a row, and curved between rows. */
  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Point to = points.get(i);
      if (i == 0) {
        path.append('M').append(pair(to.x(), to.y()));
        continue;
      }
      Point from = points.get(i - 1);
      if (i % 2 == 0) {
        path.append(" L").append(pair(to.x(), to.y()));
        continue;
      }
      double middle = (from.y() + to.y()) / 2;
      path.append(" C").append(pair(from.x(), middle));
      path.append(' ').append(pair(to.x(), middle));
      path.append(' ').append(pair(to.x(), to.y()));
    }
    return path.toString();
  }

  private static String pair(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** With one decimal at most. */
  private static String number(double value) {
    double rounded = Math.rint(value * 10) / 10;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  private void line(String element, String content, String... attributes)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    start(element, attributes);
    xml.writeCharacters(content);
    end();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
