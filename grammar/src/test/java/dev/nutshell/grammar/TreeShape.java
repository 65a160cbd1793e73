package dev.nutshell.grammar;

import dev.nutshell.grammar.tree.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/** A tree as text without its positions, to compare trees by. */
public final class TreeShape {
  private TreeShape() {}

  public static String of(Object node) {
    StringBuilder shape = new StringBuilder();
    add(node, shape);
    return shape.toString();
  }

  private static void add(Object node, StringBuilder shape) {
    if (node instanceof Optional<?> optional) {
      add(optional.orElse(null), shape);
    } else if (node instanceof Collection<?> nodes) {
      shape.append('[');
      nodes.forEach(each -> add(each, shape));
      shape.append(']');
    } else if (node instanceof Record record) {
      shape.append(record.getClass().getSimpleName()).append('(');
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (component.getType() != Span.class) {
          add(value(record, component), shape);
        }
      }
      shape.append(')');
    } else {
      shape.append('<').append(node).append('>');
    }
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
