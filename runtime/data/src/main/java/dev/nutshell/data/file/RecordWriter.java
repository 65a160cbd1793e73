package dev.nutshell.data.file;

import dev.nutshell.data.Column;
import dev.nutshell.data.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@link RecordFile} sample by sample.
 *
 * <pre>{@code
 * try (RecordWriter writer = RecordFile.writer(file, fields)) {
 *   for (float[] x : stream) {
 *     System.arraycopy(x, 0, writer.row("x").floats(), 0, x.length);
 *     writer.add();
 *   }
 *   writer.finish();
 * }
 * }</pre>
 *
 * <p>It writes beside the file, which is replaced by {@link #finish}: whole or not at all.
 */
public final class RecordWriter implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;
  private final RowLayout layout;
  private final List<Column> rows = new ArrayList<>();
  private final ByteBuffer buffer;
  private int size;

  RecordWriter(Path file, List<Field> fields) throws IOException {
    if (fields.isEmpty() || fields.stream().map(Field::name).distinct().count() < fields.size()) {
      throw new IllegalArgumentException(
          "fields: one or more of different names expected, "
              + fields.stream().map(Field::name).toList()
              + " found");
    }
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    this.layout = RowLayout.of(fields);
    for (RowLayout.Part part : layout.parts()) {
      rows.add(part.encoding().allocate(part.field().width(), 1));
    }
    int capacity = Math.max(BUFFER, Math.toIntExact(layout.rowBytes()));
    this.buffer = ByteBuffer.allocate(capacity).order(layout.order());
    this.channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    writeHeader();
  }

  private void writeHeader() throws IOException {
    ByteBuffer header = ByteBuffer.wrap(new RecordHeader(size, layout.fields()).bytes());
    channel.position(0);
    while (header.hasRemaining()) {
      channel.write(header);
    }
  }

  /**
   * The row of a field in the next sample, to be filled; it keeps its numbers from one sample to
   * the next.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  public Column row(String field) {
    for (int i = 0; i < rows.size(); i++) {
      if (layout.parts().get(i).field().name().equals(field)) {
        return rows.get(i);
      }
    }
    throw new IllegalArgumentException("no field " + field);
  }

  /**
   * Adds the sample that is in the rows.
   *
   * @throws IOException if it cannot be written
   */
  public void add() throws IOException {
    if (buffer.remaining() < layout.rowBytes()) {
      flush();
    }
    for (int i = 0; i < rows.size(); i++) {
      RowLayout.Part part = layout.parts().get(i);
      ByteBuffer place = buffer.slice(buffer.position(), (int) part.bytes()).order(layout.order());
      part.encoding().encode(rows.get(i), place);
      buffer.position(buffer.position() + (int) part.bytes());
    }
    size = Math.incrementExact(size);
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /**
   * Puts the finished file in its place.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    flush();
    writeHeader();
    channel.force(true);
    channel.close();
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Gives the file up unless it is finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
