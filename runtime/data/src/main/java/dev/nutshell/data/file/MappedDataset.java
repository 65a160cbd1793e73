package dev.nutshell.data.file;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import dev.nutshell.data.SampleReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Samples in a mapped file: the operating system keeps in memory what is in use, none of it in the
 * heap.
 *
 * <p>One mapping reaches 2 GiB at most, so a file is mapped in pieces of whole rows.
 */
final class MappedDataset implements Dataset {

  private static final long LARGEST_PIECE = 1L << 30;

  private final RowLayout layout;
  private final int size;
  private final int rowBytes;
  private final int rowsOfPiece;
  private final MappedByteBuffer[] pieces;

  /**
   * Maps a file.
   *
   * @param start bytes before the first row
   * @param size the number of rows
   */
  MappedDataset(Path file, long start, int size, RowLayout layout) throws IOException {
    if (layout.rowBytes() > LARGEST_PIECE) {
      throw new DataFileException(
          file.getFileName() + ": a row of " + layout.rowBytes() + " bytes");
    }
    this.layout = layout;
    this.size = size;
    this.rowBytes = (int) layout.rowBytes();
    this.rowsOfPiece = (int) (LARGEST_PIECE / rowBytes);
    this.pieces = new MappedByteBuffer[(int) (((long) size + rowsOfPiece - 1) / rowsOfPiece)];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int i = 0; i < pieces.length; i++) {
        long from = (long) i * rowsOfPiece;
        long bytes = Math.min(rowsOfPiece, size - from) * rowBytes;
        pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, start + from * rowBytes, bytes);
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<Field> fields() {
    return layout.fields();
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    batch.keySet().forEach(this::field);
    List<PartReader> parts = new ArrayList<>();
    for (RowLayout.Part part : layout.parts()) {
      Column target = batch.get(part.field().name());
      if (target != null) {
        parts.add(new PartReader(part, target));
      }
    }
    return new Reader(List.copyOf(parts));
  }

  /** Reads one field; its scratch memory is one row. */
  private final class PartReader {

    private final RowLayout.Part part;
    private final Column target;
    private final ByteBuffer raw;
    private final Column decoded;

    PartReader(RowLayout.Part part, Column target) {
      this.part = part;
      this.target = target;
      this.raw = ByteBuffer.allocate((int) part.bytes()).order(layout.order());
      this.decoded = part.encoding().allocate(part.field().width(), 1);
    }

    void read(int sample, int row) {
      int at = sample % rowsOfPiece * rowBytes + (int) part.offset();
      pieces[sample / rowsOfPiece].get(at, raw.array(), 0, raw.capacity());
      part.encoding().decode(raw, decoded);
      decoded.copyRow(0, target, row);
    }
  }

  /** Reads row by row. */
  private static final class Reader extends SampleReader {

    private final List<PartReader> parts;

    Reader(List<PartReader> parts) {
      this.parts = parts;
    }

    @Override
    protected void readSample(int sample, int row) {
      for (int p = 0; p < parts.size(); p++) {
        parts.get(p).read(sample, row);
      }
    }
  }
}
