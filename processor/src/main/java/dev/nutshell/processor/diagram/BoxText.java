package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Box;
import dev.nutshell.processor.diagram.Diagram.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a box, and the room they take: fonts differ, so it is the room of wide ones. */
final class BoxText {
  static final int LINE_HEIGHT = 17;

  private static final int LONGEST = 40;
  private static final double CHARACTER_WIDTH = 7.4;

  private BoxText() {}

  /** The title first. */
  static List<String> of(Box box) {
    List<String> lines = new ArrayList<>();
    lines.add(cut(box.title()));
    boolean isNamed = !box.layer().isEmpty() && !box.layer().equals(box.title());
    String shape = box.shape().equals("[]") ? "scalar" : box.shape();
    lines.add(cut(isNamed ? box.layer() + "  " + shape : shape));
    if (box.parameters() > 0) {
      lines.add(parameters(box.parameters()));
    }
    return lines;
  }

  static String of(Repeat repeat) {
    String times = cut(repeat.title()) + " × " + repeat.times();
    return repeat.parameters() > 0 ? times + ": " + parameters(repeat.parameters()) : times;
  }

  static String parameters(long count) {
    return String.format(Locale.ROOT, "%,d parameter%s", count, count == 1 ? "" : "s");
  }

  static double width(String line) {
    return line.codePointCount(0, line.length()) * CHARACTER_WIDTH;
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
