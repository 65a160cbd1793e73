package dev.nutshell.benchmarks.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message under construction: fields in the order in which they are added. */
final class Message {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream fields = CodedOutputStream.newInstance(bytes);

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }

  Message integer(int field, long value) {
    return write(() -> fields.writeInt64(field, value));
  }

  Message real(int field, float value) {
    return write(() -> fields.writeFloat(field, value));
  }

  Message text(int field, String value) {
    return write(() -> fields.writeString(field, value));
  }

  Message raw(int field, ByteString value) {
    return write(() -> fields.writeBytes(field, value));
  }

  Message message(int field, Message value) {
    return write(() -> fields.writeByteArray(field, value.toBytes()));
  }

  byte[] toBytes() {
    write(fields::flush);
    return bytes.toByteArray();
  }

  private Message write(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
