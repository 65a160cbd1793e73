package dev.nutshell.grammar.format;

import dev.nutshell.grammar.format.Comments.Place;
import dev.nutshell.grammar.parser.Comment;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on lines of its own, one below the other: where the text had blank lines between two,
 * there is one; around declarations there always is.
 */
final class Lines {
  private final CommentPrinter comments;
  private final List<Doc> printed = new ArrayList<>();
  private int lastLine;
  private Tree lastNode;

  Lines(CommentPrinter comments) {
    this.comments = comments;
  }

  /**
   * Adds a node with the comments around it.
   *
   * @param documentationLines how many lines above the node belong to it
   */
  void add(Tree node, int documentationLines, Doc doc) {
    addComments(node, Place.BEFORE);
    int first = node.span().line() - documentationLines;
    add(first, node.span().endLine(), node, Doc.of(doc, comments.trailing(node)));
    addComments(node, Place.AFTER);
  }

  void addComments(Tree node, Place place) {
    for (Comment comment : comments.comments().of(node, place)) {
      add(comment.span().line(), comment.span().endLine(), null, Doc.of(comments.text(comment)));
    }
  }

  boolean isEmpty() {
    return printed.isEmpty();
  }

  Doc join() {
    return Doc.sequence(printed);
  }

  private void add(int first, int last, Tree node, Doc doc) {
    if (!printed.isEmpty()) {
      boolean apart =
          lastNode instanceof Declaration
              || (lastNode instanceof Import && node instanceof Declaration);
      boolean blank = apart || first > lastLine + 1;
      printed.add(blank ? Doc.of(Doc.HARD_LINE, Doc.HARD_LINE) : Doc.HARD_LINE);
    }
    printed.add(doc);
    lastLine = Math.max(lastLine, last);
    lastNode = node;
  }
}
