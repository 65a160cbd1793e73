package dev.nutshell.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts of wrong networks with the messages that they get. A file holds cases:
 *
 * <pre>
 * === what is wrong
 * --- main.dl
 * the text
 * --- another.dl
 * a text that the first one imports
 * --- messages
 * the messages
 * </pre>
 */
final class WrongNetworks {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "nutshell", "processor", "wrong");
  private static final String CASE = "=== ";
  private static final String PART = "--- ";
  private static final String MESSAGES = "messages";

  /**
   * @param files texts by name, the main one first
   */
  record Case(String name, Map<String, String> files, String messages) {

    Case withMessages(String others) {
      return new Case(name, files, others);
    }

    private String text() {
      StringBuilder text = new StringBuilder(CASE).append(name).append('\n');
      files.forEach((file, content) -> text.append(PART).append(file).append('\n').append(content));
      return text.append(PART).append(MESSAGES).append('\n').append(messages).toString();
    }
  }

  private WrongNetworks() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static List<Case> read(Path file) throws IOException {
    List<Case> cases = new ArrayList<>();
    String name = null;
    Map<String, String> parts = new LinkedHashMap<>();
    String part = null;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(CASE)) {
        add(cases, name, parts);
        name = line.substring(CASE.length());
        parts = new LinkedHashMap<>();
      } else if (line.startsWith(PART)) {
        part = line.substring(PART.length());
        parts.put(part, "");
      } else {
        parts.merge(part, line + "\n", String::concat);
      }
    }
    add(cases, name, parts);
    return cases;
  }

  private static void add(List<Case> cases, String name, Map<String, String> parts) {
    if (name != null) {
      String messages = parts.getOrDefault(MESSAGES, "");
      parts.remove(MESSAGES);
      cases.add(new Case(name, parts, messages));
    }
  }

  static void write(Path file, List<Case> cases) throws IOException {
    Files.writeString(file, cases.stream().map(Case::text).collect(Collectors.joining()));
  }
}
