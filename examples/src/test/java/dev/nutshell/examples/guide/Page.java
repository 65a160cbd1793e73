package dev.nutshell.examples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of code of a page of the documentation. */
final class Page {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(?<language>[a-z]+)\\n(?<text>.*?)^```$");
  private static final Pattern FILE = Pattern.compile("`([^`\\s]+\\.[a-z]+)`:\\n\\n$");

  private Page() {}

  /**
   * One block.
   *
   * @param line where it begins
   * @param language what stands behind the backquotes
   * @param file the file that it is the text of, if the line before it ends in a file's name, a
   *     backquote and a colon
   */
  record Block(int line, String language, Optional<Path> file, String text) {}

  /** The whole page. */
  static String text(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }

  /** All blocks that name a language, in their order. */
  static List<Block> blocks(String name) throws IOException {
    String page = text(name);
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      String before = page.substring(0, block.start());
      Matcher file = FILE.matcher(before);
      blocks.add(
          new Block(
              (int) before.lines().count() + 1,
              block.group("language"),
              file.find() ? Optional.of(Path.of(file.group(1))) : Optional.empty(),
              block.group("text")));
    }
    return blocks;
  }
}
