package dev.nutshell.processor.cli;

import dev.nutshell.grammar.format.Formatter;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.processor.frontend.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documentation of the standard library, in Markdown: its declarations as their own comments
 * describe them. What has no comment is of use to the library alone and is left out.
 */
final class LibraryPage {
  /** Begins the line of a comment that says the shapes of what goes in and comes out. */
  static final String SHAPES = "Shapes: ";

  /** Begins the line of a comment that says where the formula comes from. */
  static final String SOURCE = "Source: ";

  private static final String FOLDER =
      "../processor/src/main/resources/dev/nutshell/processor/library/";
  private static final String INTRODUCTION =
      """
      # The library

      Every layer and function of the standard library, as its own comment describes it: its formula, its shapes, and where it comes from. The head of each says what it
      takes; what has a default there may be left out. Shapes leave the batch out, and `...` stands for any dimensions. Where the defaults of Keras and PyTorch differ, they are Keras'.

      What the language itself knows (`exp`, `reshape`, `argmax`, …) is [in its reference](language.md#builtin-functions), initializers are [with the parameters](language.md#parameters).
      What Keras calls it: [layers](keras-layers.md), [the rest](keras-names.md). The command `nutshell library` prints this page, and `nutshell library conv` an entry of it.

      """;

  private LibraryPage() {}

  /** What users may name, in the order of the files and of the text. */
  static Map<String, Declaration> entries() {
    Map<String, Declaration> entries = new LinkedHashMap<>();
    Library.declarations().values().stream()
        .filter(each -> !each.documentation().isBlank())
        .forEach(each -> entries.put(each.name().text(), each));
    return entries;
  }

  /** The whole page: the contents, then the entries by file. */
  static String text() {
    Map<String, List<Declaration>> files =
        entries().values().stream()
            .collect(
                Collectors.groupingBy(LibraryPage::file, LinkedHashMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("| file | |\n| --- | --- |\n");
    files.forEach((file, entries) -> page.append(contents(file, entries)));
    files.forEach(
        (file, entries) -> {
          page.append("\n## ").append(file).append("\n\n");
          page.append("[Its text](").append(FOLDER).append(file).append(").\n");
          entries.forEach(entry -> page.append('\n').append(entry(entry)));
        });
    return page.toString();
  }

  /** An entry: its head and what its comment says. */
  static String entry(Declaration declaration) {
    return "### "
        + declaration.name().text()
        + "\n\n```dl\n"
        + head(declaration)
        + "\n```\n\n"
        + description(declaration.documentation())
        + "\n";
  }

  private static String file(Declaration declaration) {
    return declaration.span().file().substring(Library.PREFIX.length());
  }

  private static String contents(String file, List<Declaration> entries) {
    String links =
        entries.stream()
            .map(each -> each.name().text())
            .map(name -> "[" + name + "](#" + name + ")")
            .collect(Collectors.joining(", "));
    return "| [" + file + "](#" + file.replace(".", "") + ") | " + links + " |\n";
  }

  /** The declaration as the formatter writes it, up to its body. */
  private static String head(Declaration declaration) {
    Declaration bodiless =
        new Declaration(
            declaration.span(),
            declaration.kind(),
            "",
            declaration.name(),
            declaration.precision(),
            declaration.formals(),
            List.of());
    String text =
        Formatter.format(new SourceUnit(declaration.span(), List.of(), List.of(bodiless)));
    return text.substring(0, text.lastIndexOf('{')).strip();
  }

  /**
   * The comment's sentences as one paragraph; its lines of shapes and sources stand alone. A
   * paragraph is one line, since an operator that began a line would begin a list in Markdown.
   */
  private static String description(String documentation) {
    List<String> paragraphs = new ArrayList<>();
    for (String line : documentation.lines().toList()) {
      boolean begins = paragraphs.isEmpty() || line.startsWith(SHAPES) || line.startsWith(SOURCE);
      if (begins) {
        paragraphs.add(line);
      } else {
        paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + line);
      }
    }
    return String.join("\n\n", paragraphs);
  }
}
