package dev.nutshell.processor.emit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What limits apply to in a class file (Java Virtual Machine Specification, chapter 4).
 *
 * @param constants entries of the constant pool
 * @param bytecodes the length of the code of each method, by name; the longest of methods of one
 *     name
 */
record ClassFile(int constants, Map<String, Integer> bytecodes) {
  private static final int MAGIC = 0xcafebabe;

  static ClassFile parse(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassFile parse(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.skipNBytes(4);
    int constants = in.readUnsignedShort();
    String[] texts = constants(in, constants);
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    members(in, texts, new TreeMap<>());
    Map<String, Integer> bytecodes = new TreeMap<>();
    members(in, texts, bytecodes);
    return new ClassFile(constants, bytecodes);
  }

  private static String[] constants(DataInputStream in, int count) throws IOException {
    String[] texts = new String[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of kind " + tag);
      }
    }
    return texts;
  }

  private static void members(DataInputStream in, String[] texts, Map<String, Integer> bytecodes)
      throws IOException {
    int members = in.readUnsignedShort();
    for (int member = 0; member < members; member++) {
      in.skipNBytes(2);
      String name = texts[in.readUnsignedShort()];
      in.skipNBytes(2);
      int attributes = in.readUnsignedShort();
      for (int attribute = 0; attribute < attributes; attribute++) {
        String kind = texts[in.readUnsignedShort()];
        int length = in.readInt();
        if (kind.equals("Code")) {
          in.skipNBytes(4);
          bytecodes.merge(name, in.readInt(), Math::max);
          in.skipNBytes(length - 8L);
        } else {
          in.skipNBytes(length);
        }
      }
    }
  }
}
