package dev.nutshell.data.file;

import dev.nutshell.data.Column;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX files, the format of MNIST, plain or compressed by gzip.
 *
 * <p>An IDX file is a header of two zero bytes, a type, a number of axes and the extent of each as
 * a big-endian int, then the elements, big-endian and row-major.
 */
public final class Idx {

  private static final int GZIP_MAGIC = 0x1f8b;

  /** What gzip can at most make of a byte. */
  private static final long LARGEST_EXPANSION = 1032;

  /** Some Java machines allocate no array of the very largest lengths. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private Idx() {}

  /**
   * Reads a file; whether it is compressed is seen from its first bytes.
   *
   * @return a row for each index of the first axis, as wide as all other axes together; unsigned
   *     bytes as a byte column, signed integers of any size as an int column, floating-point
   *     numbers as they are
   * @throws DataFileException if the file is malformed, truncated, too long, or announces more than
   *     it can hold, which is found before memory is taken for it
   * @throws IOException if reading fails
   */
  public static Column read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    long size = Files.size(file);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      int magic = raw.read() << 8 | raw.read();
      raw.reset();
      if (magic != GZIP_MAGIC) {
        return read(new DataInputStream(raw), name, size);
      }
      try (InputStream unzipped = new BufferedInputStream(new GZIPInputStream(raw))) {
        return read(new DataInputStream(unzipped), name, size * LARGEST_EXPANSION);
      }
    } catch (EOFException e) {
      throw new DataFileException(name + ": truncated");
    } catch (ZipException e) {
      throw new DataFileException(name + ": damaged gzip data: " + e.getMessage());
    }
  }

  private static Column read(DataInputStream in, String file, long largestSize) throws IOException {
    if (in.readShort() != 0) {
      throw new DataFileException(file + ": no IDX file: it begins with no two zero bytes");
    }
    int type = in.readUnsignedByte();
    int elementBytes = elementBytes(type);
    if (elementBytes == 0) {
      throw new DataFileException(file + ": unknown element type " + type);
    }
    int axes = in.readUnsignedByte();
    if (axes == 0) {
      throw new DataFileException(file + ": no axis");
    }
    int rows = extent(in, file);
    long width = 1;
    for (int axis = 1; axis < axes; axis++) {
      width *= extent(in, file);
      if (width > Integer.MAX_VALUE) {
        throw tooLong(file);
      }
    }
    long largest = Math.min(largestSize, LARGEST_ARRAY) / elementBytes;
    if (width * rows > largest) {
      throw tooLong(file);
    }
    byte[] data = new byte[(int) width * rows * elementBytes];
    in.readFully(data);
    if (in.read() >= 0) {
      throw new DataFileException(file + ": more bytes than the header announces");
    }
    return column(type, (int) width, data);
  }

  private static DataFileException tooLong(String file) {
    return new DataFileException(file + ": the header announces more elements than can be there");
  }

  private static int extent(DataInputStream in, String file) throws IOException {
    int extent = in.readInt();
    if (extent < 1) {
      throw new DataFileException(file + ": an axis of extent " + Integer.toUnsignedString(extent));
    }
    return extent;
  }

  private static int elementBytes(int type) {
    return switch (type) {
      case 0x08, 0x09 -> Byte.BYTES;
      case 0x0b -> Short.BYTES;
      case 0x0c -> Integer.BYTES;
      case 0x0d -> Float.BYTES;
      case 0x0e -> Double.BYTES;
      default -> 0;
    };
  }

  private static Column column(int type, int width, byte[] data) {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    int length = data.length / elementBytes(type);
    switch (type) {
      case 0x08 -> {
        return Column.of(width, data);
      }
      case 0x0d -> {
        float[] floats = new float[length];
        buffer.asFloatBuffer().get(floats);
        return Column.of(width, floats);
      }
      case 0x0e -> {
        double[] doubles = new double[length];
        buffer.asDoubleBuffer().get(doubles);
        return Column.of(width, doubles);
      }
      default -> {
        int[] ints = new int[length];
        for (int i = 0; i < length; i++) {
          ints[i] =
              switch (type) {
                case 0x09 -> data[i];
                case 0x0b -> buffer.getShort();
                default -> buffer.getInt();
              };
        }
        return Column.of(width, ints);
      }
    }
  }
}
