package dev.nutshell.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.History;
import dev.nutshell.training.TrainingOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files, read back by a reader of their own. */
class TensorBoardTest {

  @TempDir Path folder;

  private static Path onlyFile(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  /** CRC-32C bit by bit, masked. */
  private static int checksum(byte... bytes) {
    int crc = -1;
    for (byte each : bytes) {
      crc ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
      }
    }
    crc = ~crc;
    return (crc >>> 15 | crc << 17) + 0xa282ead8;
  }

  /** The events of a file, their checksums compared. */
  private static List<ByteBuffer> events(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<ByteBuffer> events = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertEquals(checksum(length), in.getInt());
      byte[] data = new byte[(int) ByteBuffer.wrap(length).order(in.order()).getLong()];
      in.get(data);
      assertEquals(checksum(data), in.getInt());
      events.add(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN));
    }
    return events;
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.get()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** An event as {@code step tag value}. */
  private static String scalar(ByteBuffer event) {
    assertEquals(1 << 3 | 1, event.get());
    assertTrue(event.getDouble() > 1.7e9);
    assertEquals(2 << 3, event.get());
    int step = event.get();
    assertEquals(5 << 3 | 2, event.get());
    assertEquals(event.remaining() - 1, event.get());
    assertEquals(1 << 3 | 2, event.get());
    assertEquals(event.remaining() - 1, event.get());
    assertEquals(1 << 3 | 2, event.get());
    String tag = text(event);
    assertEquals(2 << 3 | 5, event.get());
    float value = event.getFloat();
    assertEquals(0, event.remaining());
    return step + " " + tag + " " + value;
  }

  @Test
  void eventsOfEveryEpoch() throws IOException {
    Dataset data =
        Dataset.of("x", Column.of(1, new float[] {-1, 1}))
            .with("y", Column.of(1, new int[] {0, 1}));
    History history;
    try (Classifier model = new Classifier(TrainingOptions.defaults())) {
      history =
          model.fit(
              data,
              FitOptions.epochs(2)
                  .quiet()
                  .validation(data)
                  .callback(new TensorBoard(folder.resolve("logs"))));
    }
    List<ByteBuffer> train = events(onlyFile(folder.resolve("logs/train")));
    assertEquals(9, train.size());
    ByteBuffer first = train.get(0);
    first.position(9);
    assertEquals(3 << 3 | 2, first.get());
    assertEquals("brain.Event:2", text(first));
    List<String> expected = new ArrayList<>();
    for (int epoch = 0; epoch < 2; epoch++) {
      var result = history.epochs().get(epoch).training();
      expected.add(epoch + " epoch_loss " + (float) result.loss());
      expected.add(epoch + " epoch_squared_error " + (float) result.get("squared_error"));
      expected.add(epoch + " epoch_accuracy " + (float) result.get("accuracy"));
      expected.add(epoch + " epoch_learning_rate 0.001");
    }
    assertEquals(
        expected, train.subList(1, train.size()).stream().map(TensorBoardTest::scalar).toList());
    List<ByteBuffer> validation = events(onlyFile(folder.resolve("logs/validation")));
    assertEquals(
        "1 epoch_loss " + (float) history.last().judged().loss(), scalar(validation.get(4)));
  }

  @Test
  void integersOfAnyLength() {
    byte[] bytes = new ProtocolMessage().integer(2, 300).integer(2, -1).toBytes();
    assertEquals(1 + 2 + 1 + 10, bytes.length);
    assertEquals((byte) 0xac, bytes[1]);
    assertEquals(2, bytes[2]);
    assertEquals(1, bytes[13]);
  }
}
