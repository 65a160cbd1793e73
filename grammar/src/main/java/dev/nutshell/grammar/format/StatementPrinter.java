package dev.nutshell.grammar.format;

import dev.nutshell.grammar.format.Comments.Place;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.Assignment;
import dev.nutshell.grammar.tree.Statement.Entry;
import dev.nutshell.grammar.tree.Statement.If;
import dev.nutshell.grammar.tree.Statement.Measure;
import dev.nutshell.grammar.tree.Statement.Output;
import dev.nutshell.grammar.tree.Statement.Port;
import dev.nutshell.grammar.tree.Statement.Repeat;
import dev.nutshell.grammar.tree.Statement.Require;
import dev.nutshell.grammar.tree.Statement.Return;
import dev.nutshell.grammar.tree.Statement.Shared;
import dev.nutshell.grammar.tree.Statement.Update;
import dev.nutshell.grammar.tree.Statement.Variable;
import dev.nutshell.grammar.tree.Statement.Yield;
import dev.nutshell.grammar.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints statements and blocks of them. */
final class StatementPrinter {
  private final CommentPrinter comments;
  private final ExpressionPrinter expressions;
  private final TypePrinter types;

  StatementPrinter(CommentPrinter comments) {
    this.comments = comments;
    this.expressions = new ExpressionPrinter(comments, scan -> block(scan, scan.body()));
    this.types = new TypePrinter(comments, expressions);
  }

  ExpressionPrinter expressions() {
    return expressions;
  }

  TypePrinter types() {
    return types;
  }

  /**
   * A block in its braces.
   *
   * @param owner whose comments stand in the block if there is nothing else
   */
  Doc block(Tree owner, List<Statement> body) {
    Lines lines = new Lines(comments);
    for (Statement statement : body) {
      lines.add(statement, documentationLines(statement), print(statement));
    }
    if (body.isEmpty()) {
      lines.addComments(owner, Place.INSIDE);
    }
    return lines.isEmpty()
        ? Doc.of("{}")
        : Doc.of("{", Doc.indent(Lists.INDENT, Doc.HARD_LINE, lines.join()), Doc.HARD_LINE, "}");
  }

  private Doc print(Statement statement) {
    if (statement instanceof Variable variable) {
      return variable(variable);
    }
    if (statement instanceof Port port) {
      return Doc.of(
          CommentPrinter.documentation(port.documentation()),
          keyword(port.kind()),
          port.name().text(),
          ": ",
          types.print(port.type()));
    }
    if (statement instanceof Output output) {
      Doc value = clause(" = ", output.value());
      return Doc.of(
          CommentPrinter.documentation(output.documentation()),
          "output ",
          output.name().text(),
          value);
    }
    if (statement instanceof Measure measure) {
      String name = measure.name().map(each -> each.text() + " = ").orElse("");
      return Doc.group(
          keyword(measure.kind()),
          name,
          expressions.print(measure.value()),
          Doc.indent(Lists.CONTINUATION, brokenClause("weight ", measure.weight())));
    }
    if (statement instanceof Assignment assignment) {
      return Doc.of(targets(assignment), " = ", expressions.print(assignment.value()));
    }
    if (statement instanceof Update update) {
      return Doc.of("update ", update.target().text(), " = ", expressions.print(update.value()));
    }
    if (statement instanceof Shared shared) {
      return Doc.of("shared ", shared.name().text(), " = ", expressions.print(shared.layer()));
    }
    if (statement instanceof Return returned) {
      return Doc.of("return ", expressions.print(returned.value()));
    }
    if (statement instanceof Yield yield) {
      List<Doc> values = yield.values().stream().map(expressions::print).toList();
      return Doc.group(
          "yield ", Doc.indent(Lists.CONTINUATION, Doc.join(Doc.of(",", Doc.LINE), values)));
    }
    if (statement instanceof Require require) {
      return Doc.group(
          "require ",
          expressions.print(require.condition()),
          ",",
          Doc.indent(Lists.CONTINUATION, Doc.LINE, ExpressionPrinter.quote(require.message())));
    }
    return withBlock(statement);
  }

  private Doc withBlock(Statement statement) {
    if (statement instanceof Repeat repeat) {
      return Doc.of(
          repeat.label().map(each -> each.text() + ": ").orElse(""),
          "repeat ",
          repeat.counter().map(each -> each.text() + " < ").orElse(""),
          expressions.atLeast(repeat.count(), Precedence.SUM),
          " ",
          block(repeat, repeat.body()));
    }
    if (statement instanceof Entry entry) {
      return Doc.of(
          CommentPrinter.documentation(entry.documentation()),
          "entry ",
          entry.name().text(),
          " ",
          block(entry, entry.body()));
    }
    return branches((If) statement);
  }

  private Doc branches(If written) {
    Doc then =
        Doc.of("if ", expressions.print(written.condition()), " ", block(written, written.then()));
    List<Statement> otherwise = written.otherwise();
    if (otherwise.isEmpty()) {
      return then;
    }
    if (otherwise.size() == 1
        && otherwise.get(0) instanceof If another
        && !comments.comments().standsApart(another)) {
      return Doc.of(then, " else ", branches(another));
    }
    return Doc.of(then, " else ", block(written, otherwise));
  }

  private Doc variable(Variable variable) {
    List<Doc> clauses =
        Stream.of(
                clause("init ", variable.initializer()),
                clause("regularizer ", variable.regularizer()),
                clause("constraint ", variable.constraint()),
                clause("if ", variable.condition()))
            .filter(clause -> clause != Doc.NOTHING)
            .toList();
    // A comment may end its line, and with it those of all clauses.
    boolean apart = clauses.stream().anyMatch(Doc::hasComment);
    return Doc.group(
        CommentPrinter.documentation(variable.documentation()),
        Doc.group(
            keyword(variable.kind()),
            variable.name().text(),
            ": ",
            types.print(variable.type()),
            Doc.indent(
                Lists.CONTINUATION,
                Doc.sequence(
                    clauses.stream()
                        .map(clause -> Doc.of(Doc.LINE, clause))
                        .map(clause -> apart ? clause : Doc.group(clause))
                        .toList()))));
  }

  private Doc brokenClause(String word, Optional<Expression> value) {
    return value.isEmpty() ? Doc.NOTHING : Doc.of(Doc.LINE, clause(word, value));
  }

  private Doc clause(String word, Optional<Expression> value) {
    return value.map(each -> Doc.of(word, expressions.print(each))).orElse(Doc.NOTHING);
  }

  private static String targets(Assignment assignment) {
    List<String> names = assignment.targets().stream().map(Name::text).toList();
    return names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
  }

  private static String keyword(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT) + " ";
  }

  private static int documentationLines(Statement statement) {
    String documentation = "";
    if (statement instanceof Variable variable) {
      documentation = variable.documentation();
    } else if (statement instanceof Port port) {
      documentation = port.documentation();
    } else if (statement instanceof Output output) {
      documentation = output.documentation();
    } else if (statement instanceof Entry entry) {
      documentation = entry.documentation();
    }
    return CommentPrinter.lineCount(documentation);
  }
}
