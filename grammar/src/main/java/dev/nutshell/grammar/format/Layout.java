package dev.nutshell.grammar.format;

import dev.nutshell.grammar.format.Doc.Group;
import dev.nutshell.grammar.format.Doc.Indent;
import dev.nutshell.grammar.format.Doc.Line;
import dev.nutshell.grammar.format.Doc.Sequence;
import dev.nutshell.grammar.format.Doc.Suffix;
import dev.nutshell.grammar.format.Doc.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Chooses where the lines of a {@link Doc} end, so that as few as can be are too long. */
final class Layout {
  private record Part(int indent, boolean flat, Doc doc) {}

  private final int width;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder suffix = new StringBuilder();
  private final Deque<Part> rest = new ArrayDeque<>();
  private int column;

  private Layout(int width) {
    this.width = width;
  }

  static String render(Doc doc, int width) {
    Layout layout = new Layout(width);
    layout.rest.push(new Part(0, false, doc));
    while (!layout.rest.isEmpty()) {
      layout.place(layout.rest.pop());
    }
    layout.endLine();
    return layout.text.toString();
  }

  private void place(Part part) {
    Doc doc = part.doc;
    if (doc instanceof Text placed) {
      append(placed.text());
    } else if (doc instanceof Suffix comment) {
      suffix.append(' ').append(comment.text());
    } else if (doc instanceof Line line) {
      if (part.flat && !line.hard()) {
        append(line.flat());
      } else {
        endLine();
        append(" ".repeat(part.indent));
      }
    } else if (doc instanceof Indent indent) {
      rest.push(new Part(part.indent + indent.columns(), part.flat, indent.content()));
    } else if (doc instanceof Doc.Comment comment) {
      rest.push(new Part(part.indent, part.flat, comment.content()));
    } else if (doc instanceof Sequence sequence) {
      pushAll(rest, sequence.parts(), part);
    } else {
      Doc content = ((Group) doc).content();
      boolean flat = part.flat || (!content.breaks() && fits(content));
      rest.push(new Part(part.indent, flat, content));
    }
  }

  private void append(String placed) {
    text.append(placed);
    int lastBreak = placed.lastIndexOf('\n');
    int length = placed.codePointCount(lastBreak + 1, placed.length());
    column = lastBreak < 0 ? column + length : length;
  }

  private void endLine() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    text.append(suffix).append('\n');
    suffix.setLength(0);
    column = 0;
  }

  /** Whether a document fits on this line together with what follows up to the next line's end. */
  private boolean fits(Doc content) {
    int left = width - column;
    Deque<Part> open = new ArrayDeque<>();
    open.push(new Part(0, true, content));
    Iterator<Part> following = rest.iterator();
    while (left >= 0) {
      if (open.isEmpty()) {
        if (!following.hasNext()) {
          return true;
        }
        open.push(following.next());
      }
      Part part = open.pop();
      if (part.doc instanceof Line line) {
        if (!part.flat || line.hard()) {
          return true;
        }
        left -= line.flat().length();
      } else if (part.doc instanceof Text placed) {
        left -= placed.text().codePointCount(0, placed.text().length());
        if (placed.breaks()) {
          return left + placed.text().length() - placed.text().indexOf('\n') >= 0;
        }
      } else if (part.doc instanceof Indent indent) {
        open.push(new Part(0, part.flat, indent.content()));
      } else if (part.doc instanceof Doc.Comment comment) {
        open.push(new Part(0, part.flat, comment.content()));
      } else if (part.doc instanceof Group group) {
        open.push(new Part(0, part.flat, group.content()));
      } else if (part.doc instanceof Sequence sequence) {
        pushAll(open, sequence.parts(), part);
      }
    }
    return false;
  }

  private static void pushAll(Deque<Part> stack, List<Doc> parts, Part as) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      stack.push(new Part(as.indent, as.flat, parts.get(i)));
    }
  }
}
