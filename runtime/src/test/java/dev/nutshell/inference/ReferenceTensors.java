package dev.nutshell.inference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tensors that other libraries computed, from a safetensors resource. */
public final class ReferenceTensors {

  private final SafetensorsHeader header;
  private final ByteBuffer data;

  private ReferenceTensors(SafetensorsHeader header, ByteBuffer data) {
    this.header = header;
    this.data = data;
  }

  public static ReferenceTensors read(InputStream in) throws IOException {
    try (in) {
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] json = new byte[(int) file.getLong()];
      file.get(json);
      return new ReferenceTensors(
          SafetensorsHeader.parse(json), file.slice().order(ByteOrder.LITTLE_ENDIAN));
    } catch (JsonScanner.MalformedException e) {
      throw new IOException(e);
    }
  }

  public double[] get(String name) {
    SafetensorsHeader.Tensor tensor = header.tensors().get(name);
    int bytes = tensor.elementBytes();
    double[] values = new double[(int) (tensor.end() - tensor.begin()) / bytes];
    for (int i = 0; i < values.length; i++) {
      int at = (int) tensor.begin() + i * bytes;
      values[i] = bytes == Float.BYTES ? data.getFloat(at) : data.getDouble(at);
    }
    return values;
  }
}
