package dev.nutshell.grammar.format;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.AxisDeclaration;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.Binary;
import dev.nutshell.grammar.tree.Expression.Call;
import dev.nutshell.grammar.tree.Expression.Comprehension;
import dev.nutshell.grammar.tree.Expression.Conditional;
import dev.nutshell.grammar.tree.Expression.Index;
import dev.nutshell.grammar.tree.Expression.Member;
import dev.nutshell.grammar.tree.Expression.Pipe;
import dev.nutshell.grammar.tree.Expression.Reduction;
import dev.nutshell.grammar.tree.Expression.Scan;
import dev.nutshell.grammar.tree.Expression.TupleLiteral;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.IndexItem.ExpressionIndex;
import dev.nutshell.grammar.tree.ScanCarry;
import dev.nutshell.grammar.tree.SourceUnit;
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
import dev.nutshell.grammar.tree.TypeExpression.BoundedDimension;
import dev.nutshell.grammar.tree.TypeExpression.Dimension;
import dev.nutshell.grammar.tree.TypeExpression.SizeDimension;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The nodes right below a node that comments can belong to, in the order of the text. */
final class Children {
  private Children() {}

  static List<Tree> of(Tree node) {
    if (node instanceof SourceUnit unit) {
      return list(unit.imports(), unit.declarations());
    }
    if (node instanceof Declaration declaration) {
      return list(declaration.formals(), declaration.body());
    }
    if (node instanceof Formal formal) {
      return list(formal.type(), formal.defaultValue());
    }
    if (node instanceof Argument argument) {
      return List.of(argument.value());
    }
    if (node instanceof AxisDeclaration axis) {
      return list(axis.bound());
    }
    if (node instanceof ScanCarry carry) {
      return List.of(carry.initial());
    }
    if (node instanceof TensorType type) {
      return type.dimensions().stream()
          .flatMap(List::stream)
          .flatMap(each -> size(each).stream())
          .toList();
    }
    if (node instanceof Statement statement) {
      return ofStatement(statement);
    }
    return node instanceof Expression expression ? ofExpression(expression) : List.of();
  }

  private static Optional<Tree> size(Dimension dimension) {
    if (dimension instanceof SizeDimension fixed) {
      return Optional.of(fixed.size());
    }
    return dimension instanceof BoundedDimension bounded
        ? Optional.of(bounded.bound())
        : Optional.empty();
  }

  private static List<Tree> ofStatement(Statement statement) {
    if (statement instanceof Variable variable) {
      return list(
          variable.type(),
          variable.initializer(),
          variable.regularizer(),
          variable.constraint(),
          variable.condition());
    }
    if (statement instanceof Assignment assignment) {
      return List.of(assignment.value());
    }
    if (statement instanceof Update update) {
      return List.of(update.value());
    }
    if (statement instanceof Yield yield) {
      return List.copyOf(yield.values());
    }
    if (statement instanceof Return returned) {
      return List.of(returned.value());
    }
    if (statement instanceof Repeat repeat) {
      return list(repeat.count(), repeat.body());
    }
    if (statement instanceof If branches) {
      return list(branches.condition(), branches.then(), branches.otherwise());
    }
    if (statement instanceof Require require) {
      return List.of(require.condition());
    }
    if (statement instanceof Port port) {
      return List.of(port.type());
    }
    if (statement instanceof Output output) {
      return list(output.value());
    }
    if (statement instanceof Measure measure) {
      return list(measure.value(), measure.weight());
    }
    if (statement instanceof Entry entry) {
      return List.copyOf(entry.body());
    }
    return List.of(((Shared) statement).layer());
  }

  private static List<Tree> ofExpression(Expression expression) {
    if (expression instanceof Call call) {
      return list(call.callee(), call.arguments());
    }
    if (expression instanceof Index index) {
      return list(index.base(), index.items().stream().map(Children::indexed).toList());
    }
    if (expression instanceof Member member) {
      return List.of(member.base());
    }
    if (expression instanceof Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof Conditional conditional) {
      return List.of(conditional.condition(), conditional.then(), conditional.otherwise());
    }
    if (expression instanceof Pipe pipe) {
      return List.of(pipe.value(), pipe.stage());
    }
    if (expression instanceof Comprehension comprehension) {
      return list(comprehension.axes(), comprehension.body());
    }
    if (expression instanceof Reduction reduction) {
      return list(reduction.axes(), reduction.body());
    }
    if (expression instanceof TupleLiteral tuple) {
      return List.copyOf(tuple.elements());
    }
    return expression instanceof Scan scan
        ? list(scan.axis(), scan.carries(), scan.body())
        : List.of();
  }

  private static Tree indexed(IndexItem item) {
    return item instanceof ExpressionIndex index ? index.expression() : item;
  }

  /** Nodes, optional nodes and lists of nodes, one after the other. */
  private static List<Tree> list(Object... parts) {
    List<Tree> nodes = new ArrayList<>();
    for (Object part : parts) {
      Object present = part instanceof Optional<?> optional ? optional.orElse(null) : part;
      if (present instanceof Tree node) {
        nodes.add(node);
      } else if (present instanceof Collection<?> several) {
        several.forEach(each -> nodes.add((Tree) each));
      }
    }
    return nodes;
  }
}
