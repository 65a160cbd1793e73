package dev.nutshell.data.file;

import dev.nutshell.data.Field;
import dev.nutshell.inference.Element;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a record file.
 *
 * @param size the number of samples
 * @param fields what each has
 */
record RecordHeader(int size, List<Field> fields) {

  /** {@code NUTREC} and the version. */
  private static final long MARK = 0x4e55545245430001L;

  /** The number of an element is its place here. */
  private static final List<Element> KINDS =
      List.of(Element.REAL, Element.INT, Element.BOOL, Element.BYTE);

  private static final int MOST_FIELDS = 1 << 16;

  RecordHeader {
    fields = List.copyOf(fields);
  }

  /** As it is written. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(MARK);
    out.writeInt(size);
    out.writeInt(fields.size());
    for (Field field : fields) {
      out.writeUTF(field.name());
      out.writeByte(KINDS.indexOf(field.element()));
      out.writeInt(field.width());
    }
    return bytes.toByteArray();
  }

  /**
   * Reads it.
   *
   * @param file the name for messages
   * @throws DataFileException if it is none
   */
  static RecordHeader read(DataInputStream in, String file) throws IOException {
    if (in.readLong() != MARK) {
      throw new DataFileException(file + ": no record file");
    }
    int size = in.readInt();
    int count = in.readInt();
    if (size < 0 || count < 1 || count > MOST_FIELDS) {
      throw damaged(file);
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int kind = in.readUnsignedByte();
      int width = in.readInt();
      if (kind >= KINDS.size() || width < 1) {
        throw damaged(file);
      }
      fields.add(new Field(name, KINDS.get(kind), width));
    }
    return new RecordHeader(size, fields);
  }

  private static DataFileException damaged(String file) {
    return new DataFileException(file + ": damaged header");
  }
}
