package dev.nutshell.data.file;

import dev.nutshell.data.Column;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.Precision;
import java.nio.ByteBuffer;

/** How a number is written in a file. */
enum Encoding {
  UNSIGNED_BYTE(Element.BYTE, Byte.BYTES),
  SIGNED_BYTE(Element.INT, Byte.BYTES),
  BOOLEAN(Element.BOOL, Byte.BYTES),
  SHORT(Element.INT, Short.BYTES),
  INT(Element.INT, Integer.BYTES),
  FLOAT(Element.REAL, Float.BYTES),
  DOUBLE(Element.REAL, Double.BYTES);

  private final Element element;
  private final int bytes;

  Encoding(Element element, int bytes) {
    this.element = element;
    this.bytes = bytes;
  }

  /** What the numbers are in memory. */
  Element element() {
    return element;
  }

  /** Bytes of a number. */
  int bytes() {
    return bytes;
  }

  /** A column of zeros that holds these numbers exactly. */
  Column allocate(int width, int rows) {
    Precision precision = this == DOUBLE ? Precision.DOUBLE : Precision.FLOAT;
    return Column.allocate(element, precision, width, rows);
  }

  /** Fills a column of {@link #allocate} with the first numbers of a buffer, in its byte order. */
  void decode(ByteBuffer from, Column to) {
    int length = to.width() * to.rows();
    switch (this) {
      case UNSIGNED_BYTE -> from.get(0, to.bytes(), 0, length);
      case SIGNED_BYTE -> {
        for (int i = 0; i < length; i++) {
          to.ints()[i] = from.get(i);
        }
      }
      case BOOLEAN -> {
        for (int i = 0; i < length; i++) {
          to.booleans()[i] = from.get(i) != 0;
        }
      }
      case SHORT -> {
        for (int i = 0; i < length; i++) {
          to.ints()[i] = from.getShort(i * Short.BYTES);
        }
      }
      case INT -> {
        for (int i = 0; i < length; i++) {
          to.ints()[i] = from.getInt(i * Integer.BYTES);
        }
      }
      case FLOAT -> {
        for (int i = 0; i < length; i++) {
          to.floats()[i] = from.getFloat(i * Float.BYTES);
        }
      }
      case DOUBLE -> {
        for (int i = 0; i < length; i++) {
          to.doubles()[i] = from.getDouble(i * Double.BYTES);
        }
      }
    }
  }

  /** Writes the numbers of a column of {@link #allocate} at the beginning of a buffer. */
  void encode(Column from, ByteBuffer to) {
    int length = from.width() * from.rows();
    for (int i = 0; i < length; i++) {
      double value = from.get(i);
      switch (this) {
        case UNSIGNED_BYTE, SIGNED_BYTE, BOOLEAN -> to.put(i, (byte) (int) value);
        case SHORT -> to.putShort(i * Short.BYTES, (short) (int) value);
        case INT -> to.putInt(i * Integer.BYTES, (int) value);
        case FLOAT -> to.putFloat(i * Float.BYTES, (float) value);
        case DOUBLE -> to.putDouble(i * Double.BYTES, value);
      }
    }
  }

  /** What a record file writes an element as. */
  static Encoding of(Element element) {
    return switch (element) {
      case REAL -> FLOAT;
      case INT -> INT;
      case BYTE -> UNSIGNED_BYTE;
      case BOOL -> BOOLEAN;
    };
  }
}
