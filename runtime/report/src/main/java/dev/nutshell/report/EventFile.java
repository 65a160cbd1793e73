package dev.nutshell.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of events for TensorBoard: records of a length, its checksum, an event and its checksum.
 * An event has {@code wall_time} (1), {@code step} (2), and {@code file_version} (3) or {@code
 * summary} (5); a summary has values (1), each with {@code tag} (1) and {@code simple_value} (2).
 */
final class EventFile {

  private static final String VERSION = "brain.Event:2";
  private static final int CHECKSUM_MASK = 0xa282ead8;
  private static final double MILLIS = 1e3;

  private final Path file;
  private boolean begun;

  /**
   * Writes nothing before the first number.
   *
   * @param folder where the file is to be
   * @param millis the time in its name
   */
  EventFile(Path folder, long millis) {
    file = folder.resolve("events.out.tfevents." + millis + ".nutshell");
  }

  /** Appends a number. */
  void scalar(String tag, double number, long step) throws IOException {
    if (!begun) {
      Files.createDirectories(file.getParent());
      append(event().text(3, VERSION));
      begun = true;
    }
    ProtocolMessage value = new ProtocolMessage().text(1, tag).number(2, (float) number);
    append(event().integer(2, step).message(5, new ProtocolMessage().message(1, value)));
  }

  private static ProtocolMessage event() {
    return new ProtocolMessage().number(1, System.currentTimeMillis() / MILLIS);
  }

  private void append(ProtocolMessage event) throws IOException {
    byte[] data = event.toBytes();
    ByteBuffer record =
        ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(masked(record.array(), Long.BYTES));
    record.put(data).putInt(masked(data, data.length));
    Files.write(file, record.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** A checksum of bytes that may themselves hold checksums, as TensorFlow makes it. */
  private static int masked(byte[] bytes, int count) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, count);
    return Integer.rotateRight((int) checksum.getValue(), 15) + CHECKSUM_MASK;
  }
}
