package dev.nutshell.grammar.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with places where its lines may end, after Wadler, "A prettier printer" (2003), as {@link
 * Layout} arranges it.
 */
sealed interface Doc {

  /** Nothing. */
  Doc NOTHING = new Text("");

  /** A space, or the end of the line where the group around it does not fit. */
  Doc LINE = new Line(" ", false);

  /** Nothing, or the end of the line where the group around it does not fit. */
  Doc SOFT_LINE = new Line("", false);

  /** The end of the line, whatever fits. */
  Doc HARD_LINE = new Line("", true);

  /** Whether it holds an end of line that does not depend on what fits. */
  boolean breaks();

  /** A text; its own line ends stay as they are. */
  record Text(String text) implements Doc {
    @Override
    public boolean breaks() {
      return text.indexOf('\n') >= 0;
    }
  }

  /** Where a line may end, with what stands there if it does not. */
  record Line(String flat, boolean hard) implements Doc {
    @Override
    public boolean breaks() {
      return hard;
    }
  }

  /** A comment that waits for the end of the line it stands in. */
  record Suffix(String text) implements Doc {
    @Override
    public boolean breaks() {
      return true;
    }
  }

  /** A comment, with what ends its line. */
  record Comment(Doc content) implements Doc {
    @Override
    public boolean breaks() {
      return content.breaks();
    }
  }

  /** One after the other. */
  record Sequence(List<Doc> parts, boolean breaks) implements Doc {}

  /** Lines that begin in it begin this many columns further right. */
  record Indent(int columns, Doc content) implements Doc {
    @Override
    public boolean breaks() {
      return content.breaks();
    }
  }

  /** On one line if it fits; otherwise every line of its own level ends. */
  record Group(Doc content) implements Doc {
    @Override
    public boolean breaks() {
      return content.breaks();
    }
  }

  /**
   * Whether there is a comment in a document. (Static: with a default method, to initialize one of
   * its classes would initialize this interface, whose constants are instances of them.)
   */
  static boolean hasComment(Doc doc) {
    if (doc instanceof Sequence sequence) {
      return sequence.parts().stream().anyMatch(Doc::hasComment);
    }
    return doc instanceof Comment
        || (doc instanceof Indent indent && hasComment(indent.content()))
        || (doc instanceof Group group && hasComment(group.content()));
  }

  /** Texts and documents in a row. */
  static Doc of(Object... parts) {
    List<Doc> documents = new ArrayList<>();
    for (Object part : parts) {
      documents.add(part instanceof Doc document ? document : new Text((String) part));
    }
    return sequence(documents);
  }

  static Doc sequence(List<Doc> parts) {
    return new Sequence(List.copyOf(parts), parts.stream().anyMatch(Doc::breaks));
  }

  static Doc group(Object... parts) {
    return new Group(of(parts));
  }

  static Doc indent(int columns, Object... parts) {
    return new Indent(columns, of(parts));
  }

  /** Documents with another between each two. */
  static Doc join(Doc separator, List<Doc> parts) {
    List<Doc> joined = new ArrayList<>();
    for (Doc part : parts) {
      if (!joined.isEmpty()) {
        joined.add(separator);
      }
      joined.add(part);
    }
    return sequence(joined);
  }
}
