package dev.nutshell.data.file;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.Field;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of samples, for data that is larger than memory or slow to make: written once, sample by
 * sample, then mapped and read in any order.
 *
 * <p>A file is a header, then rows of equal size: the fields in their order, numbers little-endian
 * and row-major, floating-point numbers in single precision. The header is, big-endian: a mark of 8
 * bytes, the number of samples as an int, that of fields as an int, and for each field its name in
 * modified UTF-8 after its length, its kind as a byte (0 floating-point, 1 int, 2 truth, 3 byte)
 * and its width as an int.
 */
public final class RecordFile {

  private RecordFile() {}

  /**
   * Opens a file. It stays mapped as long as the data set is in use.
   *
   * @throws DataFileException if it is no record file, or has another length than it announces
   * @throws IOException if it cannot be read
   */
  public static Dataset open(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      RecordHeader header = RecordHeader.read(in, name);
      RowLayout layout = RowLayout.of(header.fields());
      int start = header.bytes().length;
      long expected = start + header.size() * layout.rowBytes();
      if (Files.size(file) != expected) {
        throw new DataFileException(
            name + ": " + expected + " bytes announced, " + Files.size(file) + " found");
      }
      return new MappedDataset(file, start, header.size(), layout);
    } catch (EOFException e) {
      throw new DataFileException(name + ": truncated");
    } catch (UTFDataFormatException e) {
      throw new DataFileException(name + ": damaged header");
    }
  }

  /**
   * Begins a file.
   *
   * @param fields what each sample will have, one field or more
   * @throws IllegalArgumentException if there is no field, or two have the same name
   * @throws IOException if it cannot be written
   */
  public static RecordWriter writer(Path file, List<Field> fields) throws IOException {
    return new RecordWriter(file, fields);
  }

  /**
   * Writes a data set as it is read in evaluations.
   *
   * @throws IOException if the file cannot be written; the one that was there before stays
   */
  public static void write(Path file, Dataset data) throws IOException {
    try (RecordWriter writer = writer(file, data.fields())) {
      Map<String, Column> row = new LinkedHashMap<>();
      data.fields().forEach(field -> row.put(field.name(), writer.row(field.name())));
      int[] order = new int[data.size()];
      Arrays.setAll(order, i -> i);
      try (BatchReader reader = data.reader(row)) {
        reader.begin(Epoch.EVALUATION, order, 0);
        for (int i = 0; i < order.length; i++) {
          reader.read(0, 1);
          writer.add();
        }
      }
      writer.finish();
    }
  }
}
