package dev.nutshell.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** HTML that is XML too: what is text is escaped, and what is opened is closed. */
final class Markup {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Markup() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("a string can be written", e);
  }

  /** Opens an element; attributes are names and values in turn. */
  Markup open(String element, Object... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(element);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  /** One more attribute of the element that was just opened. */
  Markup attribute(String name, Object value) {
    try {
      attributes(name, value);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  Markup close() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  /** An element with nothing but text in it. */
  Markup element(String element, String content, Object... attributes) {
    return open(element, attributes).text(content).close();
  }

  /** An element that has no content: one of SVG, or a void one of HTML. */
  Markup empty(String element, Object... attributes) {
    try {
      xml.writeEmptyElement(element);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  Markup text(String content) {
    try {
      xml.writeCharacters(content);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String written = value instanceof Double number ? Numbers.pixels(number) : value.toString();
      xml.writeAttribute(attributes[i].toString(), written);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
