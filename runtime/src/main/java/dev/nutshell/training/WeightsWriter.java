package dev.nutshell.training;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.inference.WeightFormat;
import dev.nutshell.inference.Weights;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes weights as a safetensors file: equal weights give equal bytes.
 *
 * <p>The variables come in the order of their storage, and the metadata name the model, its
 * fingerprint and the form of the file.
 */
public final class WeightsWriter {

  private static final int HEADER_ALIGNMENT = 8;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final System.Logger LOG = System.getLogger(WeightsWriter.class.getPackageName());

  private WeightsWriter() {}

  /**
   * Writes a file, whole or not at all: if the program or the machine stops before the end, the
   * file is what it was.
   *
   * @throws IOException if there is no such folder, the name is a folder's, or writing fails; the
   *     file is unchanged then
   */
  public static void write(Weights weights, Path file) throws IOException {
    AtomicFile.write(file, channel -> write(weights, channel));
    LOG.log(Level.DEBUG, "saved {0} to {1}", weights.spec(), file);
  }

  private static void write(Weights weights, WritableByteChannel channel) throws IOException {
    byte[] header = header(weights.spec()).getBytes(StandardCharsets.UTF_8);
    int padding = -header.length & (HEADER_ALIGNMENT - 1);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(header.length + padding);
    drain(buffer, channel);
    drain(ByteBuffer.wrap(header).position(header.length), channel);
    for (int i = 0; i < padding; i++) {
      buffer.put((byte) ' ');
    }
    boolean single = weights.spec().precision() == Precision.FLOAT;
    for (int i = 0; i < weights.spec().size(); i++) {
      if (buffer.remaining() < Double.BYTES) {
        drain(buffer, channel);
      }
      if (single) {
        buffer.putFloat(weights.floats()[i]);
      } else {
        buffer.putDouble(weights.doubles()[i]);
      }
    }
    drain(buffer, channel);
  }

  private static void drain(ByteBuffer buffer, WritableByteChannel channel) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private static String header(ModelSpec spec) {
    StringBuilder json = new StringBuilder();
    json.append("{\"__metadata__\":{");
    json.append(member(WeightFormat.FORMAT_KEY, WeightFormat.FORMAT)).append(',');
    json.append(member(WeightFormat.MODEL_KEY, spec.name())).append(',');
    json.append(member(WeightFormat.FINGERPRINT_KEY, spec.fingerprint())).append('}');
    String type = WeightFormat.type(spec.precision());
    long bytes = spec.precision().bytes();
    for (VariableSpec variable : spec.variables()) {
      long begin = variable.offset() * bytes;
      json.append(',').append(quoted(variable.path()));
      json.append(":{").append(member("dtype", type)).append(",\"shape\":");
      json.append(
          variable.shape().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(",", "[", "]")));
      json.append(",\"data_offsets\":[").append(begin).append(',');
      json.append(begin + variable.size() * bytes).append("]}");
    }
    return json.append('}').toString();
  }

  private static String member(String key, String value) {
    return quoted(key) + ":" + quoted(value);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
