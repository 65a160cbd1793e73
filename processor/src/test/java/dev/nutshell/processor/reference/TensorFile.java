package dev.nutshell.processor.reference;

import dev.nutshell.processor.cli.JsonResource;
import dev.nutshell.processor.graph.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The tensors of a safetensors resource, as doubles. */
final class TensorFile {
  private final Map<?, ?> header;
  private final ByteBuffer data;

  private TensorFile(Map<?, ?> header, ByteBuffer data) {
    this.header = header;
    this.data = data;
  }

  static TensorFile read(String resource) {
    ByteBuffer file = ByteBuffer.wrap(bytes(resource)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] json = new byte[(int) file.getLong()];
    file.get(json);
    return new TensorFile(
        (Map<?, ?>) JsonResource.parse(json), file.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  static byte[] bytes(String resource) {
    try (InputStream in = TensorFile.class.getResourceAsStream("/reference/" + resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tensor get(String name) {
    Map<?, ?> entry = (Map<?, ?>) header.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("There is no tensor " + name);
    }
    int begin = integers(entry.get("data_offsets")).get(0);
    List<Integer> shape = integers(entry.get("shape"));
    double[] values = new double[shape.stream().reduce(1, Math::multiplyExact)];
    String type = (String) entry.get("dtype");
    Arrays.setAll(values, i -> element(type, begin, i));
    return new Tensor(shape, values);
  }

  private double element(String type, int begin, int i) {
    return switch (type) {
      case "F32" -> data.getFloat(begin + i * Float.BYTES);
      case "F64" -> data.getDouble(begin + i * Double.BYTES);
      case "I64" -> data.getLong(begin + i * Long.BYTES);
      case "BOOL" -> data.get(begin + i);
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static List<Integer> integers(Object list) {
    return ((List<?>) list).stream().map(each -> ((Double) each).intValue()).toList();
  }
}
