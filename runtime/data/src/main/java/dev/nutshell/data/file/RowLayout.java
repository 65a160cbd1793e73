package dev.nutshell.data.file;

import dev.nutshell.data.Field;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a file lie in it: rows of equal size one after the other, in each the fields one
 * after the other.
 *
 * @param parts the fields in their order
 * @param order the order of the bytes of a number
 */
record RowLayout(List<Part> parts, ByteOrder order) {

  /**
   * A field in a row.
   *
   * @param offset bytes of the row before it
   */
  record Part(Field field, Encoding encoding, long offset) {
    long bytes() {
      return (long) field.width() * encoding.bytes();
    }
  }

  /** The layout of a file of one field. */
  static RowLayout of(String name, Encoding encoding, int width, ByteOrder order) {
    Field field = new Field(name, encoding.element(), width);
    return new RowLayout(List.of(new Part(field, encoding, 0)), order);
  }

  /** The layout of a record file. */
  static RowLayout of(List<Field> fields) {
    List<Part> parts = new ArrayList<>();
    long offset = 0;
    for (Field field : fields) {
      Part part = new Part(field, Encoding.of(field.element()), offset);
      parts.add(part);
      offset += part.bytes();
    }
    return new RowLayout(List.copyOf(parts), ByteOrder.LITTLE_ENDIAN);
  }

  List<Field> fields() {
    return parts.stream().map(Part::field).toList();
  }

  /** Bytes of a row. */
  long rowBytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }
}
