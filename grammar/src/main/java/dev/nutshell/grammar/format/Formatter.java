package dev.nutshell.grammar.format;

import dev.nutshell.grammar.format.Comments.Place;
import dev.nutshell.grammar.parser.Reading;
import dev.nutshell.grammar.parser.SourceReader;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one way to write a file. What is formatted means what it meant, keeps its comments and its
 * blank lines between statements (one each), and is not changed by formatting it again.
 */
public final class Formatter {

  /** How long lines are, where they can be broken. */
  public static final int WIDTH = 100;

  private final CommentPrinter comments;
  private final StatementPrinter statements;

  private Formatter(Comments attached) {
    comments = new CommentPrinter(attached);
    statements = new StatementPrinter(comments);
  }

  /**
   * Formats a file.
   *
   * @throws IllegalArgumentException if the text is not of the language; parse it first to report
   *     why
   */
  public static String format(String fileName, String text) {
    Reading<SourceUnit> reading = SourceReader.readFile(fileName, text);
    SourceUnit unit =
        reading
            .tree()
            .orElseThrow(() -> new IllegalArgumentException(reading.problems().toString()));
    return new Formatter(Comments.attach(unit, reading.comments())).render(unit);
  }

  /** The text of a tree. */
  public static String format(SourceUnit unit) {
    return new Formatter(Comments.attach(unit, List.of())).render(unit);
  }

  private String render(SourceUnit unit) {
    Lines lines = new Lines(comments);
    for (Import each : unit.imports()) {
      lines.add(each, 0, Doc.of("import ", ExpressionPrinter.quote(each.path())));
    }
    for (Declaration each : unit.declarations()) {
      lines.add(each, CommentPrinter.lineCount(each.documentation()), declaration(each));
    }
    lines.addComments(unit, Place.INSIDE);
    return lines.isEmpty() ? "" : Layout.render(lines.join(), WIDTH);
  }

  private Doc declaration(Declaration declaration) {
    List<Object> parts = new ArrayList<>();
    parts.add(CommentPrinter.documentation(declaration.documentation()));
    parts.add(word(declaration.kind()) + " " + declaration.name().text());
    boolean hasFormals = !declaration.formals().isEmpty();
    if (hasFormals || declaration.kind() != Declaration.Kind.MODEL) {
      List<Doc> formals = declaration.formals().stream().map(this::formal).toList();
      parts.add(Lists.bracketed("(", formals, ")"));
    }
    boolean isDouble = declaration.precision() == Declaration.Precision.DOUBLE;
    parts.add(isDouble ? ": double " : " ");
    parts.add(statements.block(declaration, declaration.body()));
    return Doc.of(parts.toArray());
  }

  private Doc formal(Formal formal) {
    Doc value =
        formal
            .defaultValue()
            .map(each -> Doc.of(" = ", statements.expressions().print(each)))
            .orElse(Doc.NOTHING);
    Doc above =
        formal.documentation().isEmpty()
            ? comments.leading(formal, false)
            : Doc.of(comments.lines(formal), CommentPrinter.documentation(formal.documentation()));
    return Doc.of(
        above,
        formal.name().text(),
        ": ",
        statements.types().print(formal.type()),
        value,
        comments.trailing(formal));
  }

  private static String word(Declaration.Kind kind) {
    return kind == Declaration.Kind.FUNCTION ? "fun" : kind.name().toLowerCase(Locale.ROOT);
  }
}
