package dev.nutshell.grammar.format;

import dev.nutshell.grammar.parser.Comment;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.BinaryOperator;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which node each comment is printed with. Statements, declarations and imports stand on lines of
 * their own, and so do the comments before and after them; what stands inside of lines carries its
 * comments along.
 */
final class Comments {

  /** Where a comment is printed, seen from its node. */
  enum Place {
    /** On lines of its own above. */
    BEFORE,
    /** Right before the node, in its line. */
    LEADING,
    /** Right behind the node, in its line. */
    TRAILING,
    /** On lines of its own below. */
    AFTER,
    /** In a block of the node that holds nothing else. */
    INSIDE
  }

  private final Map<Place, IdentityHashMap<Tree, List<Comment>>> places =
      new EnumMap<>(Place.class);

  private Comments() {
    for (Place place : Place.values()) {
      places.put(place, new IdentityHashMap<>());
    }
  }

  static Comments attach(SourceUnit unit, List<Comment> written) {
    Comments comments = new Comments();
    written.forEach(comment -> comments.attach(comment, unit, unit, unit, null));
    return comments;
  }

  List<Comment> of(Tree node, Place place) {
    return places.get(place).getOrDefault(node, List.of());
  }

  /** Whether a node has comments on lines of their own. */
  boolean standsApart(Tree node) {
    return !of(node, Place.BEFORE).isEmpty()
        || !of(node, Place.AFTER).isEmpty()
        || !of(node, Place.TRAILING).isEmpty();
  }

  private void put(Comment comment, Tree node, Place place) {
    places.get(place).computeIfAbsent(node, each -> new ArrayList<>()).add(comment);
  }

  /**
   * @param around the innermost node known to be around the comment
   * @param head the outermost node that begins with {@code around}
   * @param line the innermost such node that stands on lines of its own
   * @param behind the node that follows {@code around}, or null
   */
  private void attach(Comment comment, Tree around, Tree head, Tree line, Tree behind) {
    Tree previous = null;
    Tree enclosing = null;
    Tree next = null;
    List<Tree> children = Children.of(around);
    for (Tree child : children) {
      if (endsBefore(child.span(), comment.span())) {
        previous = child;
      } else if (!endsBefore(comment.span(), child.span())) {
        enclosing = child;
      } else if (next == null) {
        next = child;
      }
    }
    if (enclosing != null) {
      Tree innerLine = hasOwnLines(enclosing) ? enclosing : line;
      Tree innerHead = begins(enclosing, around) ? head : enclosing;
      attach(comment, enclosing, innerHead, innerLine, next == null ? behind : next);
    } else if (children.isEmpty() && hasBlock(around)) {
      put(comment, around, Place.INSIDE);
    } else if (children.isEmpty()) {
      put(comment, head, above(head));
    } else if (previous != null && !continuesInLine(around) && belongsBehind(comment, previous)) {
      put(comment, previous, Place.TRAILING);
    } else if (comment.follows("{") && comment.precedes("}") && hasBlock(around)) {
      put(comment, around, Place.INSIDE);
    } else if (previous != null && hasOwnLines(previous) && comment.precedes("}")) {
      put(comment, previous, Place.AFTER);
    } else if (next != null && begins(next, around)) {
      put(comment, head, Place.LEADING);
    } else if (next != null) {
      put(comment, next, above(next));
    } else if (previous != null && hasOwnLines(previous)) {
      put(comment, previous, Place.AFTER);
    } else if (!hasBlock(line)) {
      put(comment, line, Place.AFTER);
    } else if (behind != null) {
      put(comment, behind, above(behind));
    } else {
      put(comment, line, Place.INSIDE);
    }
  }

  /** Whether a node is the first thing in another: its comments stand before the whole. */
  private static boolean begins(Tree child, Tree around) {
    boolean beginsWithOperand =
        around instanceof Expression.Binary
            || around instanceof Expression.Pipe
            || around instanceof Expression.Call
            || around instanceof Expression.Index
            || around instanceof Expression.Member;
    return beginsWithOperand && Children.of(around).get(0) == child;
  }

  /** Whether no line ends between the children of a node. */
  private static boolean continuesInLine(Tree node) {
    return node instanceof Formal
        || node instanceof Expression.Member
        || (node instanceof Expression.Binary binary && binary.operator() == BinaryOperator.POWER);
  }

  /** A line comment behind a comma is about what stands before the comma. */
  private static boolean belongsBehind(Comment comment, Tree node) {
    if (comment.beginsLine() || comment.previous().isEmpty()) {
      return false;
    }
    Span word = comment.previous().get().span();
    boolean adjacent =
        word.endLine() == node.span().endLine() && word.endColumn() == node.span().endColumn();
    return comment.reachesLineEnd()
        ? (adjacent || comment.follows(",")) && !comment.precedes("{")
        : adjacent;
  }

  private static Place above(Tree node) {
    return hasOwnLines(node) ? Place.BEFORE : Place.LEADING;
  }

  private static boolean hasOwnLines(Tree node) {
    return node instanceof Statement || node instanceof Declaration || node instanceof Import;
  }

  private static boolean hasBlock(Tree node) {
    return node instanceof SourceUnit
        || node instanceof Declaration
        || node instanceof Statement.If
        || node instanceof Statement.Repeat
        || node instanceof Statement.Entry
        || node instanceof Expression.Scan;
  }

  private static boolean endsBefore(Span first, Span second) {
    return first.endLine() < second.line()
        || (first.endLine() == second.line() && first.endColumn() <= second.column());
  }
}
