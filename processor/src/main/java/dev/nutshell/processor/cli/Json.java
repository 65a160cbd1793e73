package dev.nutshell.processor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, strings, doubles, booleans and null. Names that occur twice, numbers
 * that are none and nesting that is too deep are refused.
 */
final class Json {
  private static final int DEEPEST = 100;

  private final String text;
  private int position;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * The value of a whole text.
   *
   * @throws CommandFailure that names the line and column of what is wrong
   */
  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipSpace();
    if (json.position < text.length()) {
      throw json.error("nothing more expected");
    }
    return value;
  }

  private Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    open();
    while (!closes('}', members.isEmpty())) {
      skipSpace();
      String name = string();
      skipSpace();
      expect(':');
      if (members.containsKey(name)) {
        throw error("\"" + name + "\" occurs twice");
      }
      members.put(name, value());
    }
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    open();
    while (!closes(']', elements.isEmpty())) {
      elements.add(value());
    }
    return elements;
  }

  private void open() {
    position++;
    if (++depth > DEEPEST) {
      throw error("nested too deeply");
    }
  }

  /** Passes the end, or the comma before the next element. */
  private boolean closes(char end, boolean first) {
    skipSpace();
    if (peek() == end) {
      position++;
      depth--;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private String string() {
    expect('"');
    StringBuilder content = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(position++);
      if (c < ' ') {
        throw error("a string ends on its line");
      }
      content.append(c == '\\' ? escaped() : c);
    }
    position++;
    return content.toString();
  }

  private char escaped() {
    char c = peek();
    position++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("no such escape");
    };
  }

  private char unicode() {
    int end = position + 4;
    if (end > text.length() || !text.substring(position, end).matches("[0-9a-fA-F]{4}")) {
      throw error("four hexadecimal digits expected");
    }
    char c = (char) Integer.parseInt(text, position, end, 16);
    position = end;
    return c;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, position)) {
      throw error("a value expected");
    }
    position += word.length();
    return value;
  }

  private Double number() {
    int begin = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    String number = text.substring(begin, position);
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      position = begin;
      throw error("a value expected");
    }
    return Double.valueOf(number);
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw error("'" + c + "' expected");
    }
    position++;
  }

  private char peek() {
    if (position >= text.length()) {
      throw error("the text ends too early");
    }
    return text.charAt(position);
  }

  private CommandFailure error(String message) {
    String before = text.substring(0, position);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = position - before.lastIndexOf('\n');
    return new CommandFailure("JSON, line " + line + ", column " + column + ": " + message);
  }
}
