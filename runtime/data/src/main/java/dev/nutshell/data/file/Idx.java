package dev.nutshell.data.file;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX files, the format of MNIST, plain or compressed by gzip, and maps plain ones.
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

  /**
   * Maps a file that is not compressed, for data that is larger than memory.
   *
   * @param field what the data set calls the numbers
   * @throws DataFileException if the file is malformed or has another length than it announces
   * @throws IOException if reading fails
   */
  public static Dataset map(Path file, String field) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Header header = Header.read(in, name);
      long expected = header.bytes + (long) header.rows * header.width * header.encoding.bytes();
      if (Files.size(file) != expected) {
        throw new DataFileException(
            name + ": " + expected + " bytes announced, " + Files.size(file) + " found");
      }
      RowLayout layout = RowLayout.of(field, header.encoding, header.width, ByteOrder.BIG_ENDIAN);
      return new MappedDataset(file, header.bytes, header.rows, layout);
    } catch (EOFException e) {
      throw new DataFileException(name + ": truncated");
    }
  }

  private static Column read(DataInputStream in, String file, long largestSize) throws IOException {
    Header header = Header.read(in, file);
    int elementBytes = header.encoding.bytes();
    long largest = Math.min(largestSize, LARGEST_ARRAY) / elementBytes;
    if ((long) header.width * header.rows > largest) {
      throw tooLong(file);
    }
    byte[] data = new byte[header.width * header.rows * elementBytes];
    in.readFully(data);
    if (in.read() >= 0) {
      throw new DataFileException(file + ": more bytes than the header announces");
    }
    if (header.encoding == Encoding.UNSIGNED_BYTE) {
      return Column.of(header.width, data);
    }
    Column column = header.encoding.allocate(header.width, header.rows);
    header.encoding.decode(ByteBuffer.wrap(data), column);
    return column;
  }

  /**
   * The beginning of a file.
   *
   * @param rows the extent of the first axis
   * @param width elements of all other axes together
   * @param bytes how long it is
   */
  private record Header(Encoding encoding, int rows, int width, int bytes) {

    static Header read(DataInputStream in, String file) throws IOException {
      if (in.readShort() != 0) {
        throw new DataFileException(file + ": no IDX file: it begins with no two zero bytes");
      }
      int type = in.readUnsignedByte();
      Encoding encoding = encodingOf(type);
      if (encoding == null) {
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
      return new Header(encoding, rows, (int) width, Integer.BYTES * (1 + axes));
    }
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

  /** The encoding of a type's number; null if there is none. */
  private static Encoding encodingOf(int type) {
    return switch (type) {
      case 0x08 -> Encoding.UNSIGNED_BYTE;
      case 0x09 -> Encoding.SIGNED_BYTE;
      case 0x0b -> Encoding.SHORT;
      case 0x0c -> Encoding.INT;
      case 0x0d -> Encoding.FLOAT;
      case 0x0e -> Encoding.DOUBLE;
      default -> null;
    };
  }
}
