package dev.nutshell.grammar.format;

import dev.nutshell.grammar.format.Comments.Place;
import dev.nutshell.grammar.parser.Comment;
import dev.nutshell.grammar.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** Prints nodes together with the comments in their lines. */
record CommentPrinter(Comments comments) {
  private static final String DOCUMENTATION_MARK = "///";

  /** A node with the comments before and behind it. */
  Doc around(Tree node, Doc printed) {
    return Doc.of(leading(node, false), printed, trailing(node));
  }

  /**
   * The comments right before a node.
   *
   * @param inLineOnly without those on lines of their own, which stand before an operator
   */
  Doc leading(Tree node, boolean inLineOnly) {
    return before(
        comments.of(node, Place.LEADING).stream()
            .dropWhile(comment -> inLineOnly && standsAlone(comment))
            .toList());
  }

  /** The comments right before a node, each on a line of its own. */
  Doc lines(Tree node) {
    return Doc.sequence(
        comments.of(node, Place.LEADING).stream()
            .<Doc>map(comment -> new Doc.Comment(Doc.of(text(comment), Doc.HARD_LINE)))
            .toList());
  }

  /** The comments on lines of their own before a node, for the place before its operator. */
  Doc linesBeforeOperator(Tree node) {
    return before(
        comments.of(node, Place.LEADING).stream().takeWhile(CommentPrinter::standsAlone).toList());
  }

  private Doc before(List<Comment> written) {
    List<Doc> parts = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Comment comment = written.get(i);
      boolean last = i + 1 == written.size();
      boolean endsLine =
          last ? comment.endsLine() : written.get(i + 1).span().line() > comment.span().endLine();
      parts.add(new Doc.Comment(Doc.of(text(comment), endsLine ? Doc.HARD_LINE : " ")));
    }
    return Doc.sequence(parts);
  }

  /** The comments right behind a node. */
  Doc trailing(Tree node) {
    List<Doc> parts = new ArrayList<>();
    for (Comment comment : comments.of(node, Place.TRAILING)) {
      parts.add(
          new Doc.Comment(
              comment.reachesLineEnd()
                  ? new Doc.Suffix(text(comment))
                  : Doc.of(" ", text(comment))));
    }
    return Doc.sequence(parts);
  }

  private static boolean standsAlone(Comment comment) {
    return comment.beginsLine() && comment.endsLine();
  }

  /** Whether a node has comments in its line. */
  boolean has(Tree node) {
    return !comments.of(node, Place.LEADING).isEmpty()
        || !comments.of(node, Place.TRAILING).isEmpty();
  }

  /** A documentation comment that documents nothing is an ordinary one. */
  String text(Comment comment) {
    return comment.text().startsWith(DOCUMENTATION_MARK)
        ? comment.text().replaceFirst("^/+", "//")
        : comment.text();
  }

  /** A documentation, a line for each of its lines; nothing if it is empty. */
  static Doc documentation(String documentation) {
    if (documentation.isEmpty()) {
      return Doc.NOTHING;
    }
    List<Doc> lines = new ArrayList<>();
    for (String line : documentation.split("\n", -1)) {
      lines.add(Doc.of((DOCUMENTATION_MARK + " " + line).stripTrailing(), Doc.HARD_LINE));
    }
    return Doc.sequence(lines);
  }

  /** How many lines a documentation takes. */
  static int lineCount(String documentation) {
    return documentation.isEmpty() ? 0 : documentation.split("\n", -1).length;
  }
}
