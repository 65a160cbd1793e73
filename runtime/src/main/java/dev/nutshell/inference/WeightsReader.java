package dev.nutshell.inference;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reads weights from a safetensors file, which it does not trust: no memory is taken but for the
 * network's own variables, and for a header of reasonable length as far as it is really there.
 */
final class WeightsReader {

  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int HEADER_BASE_LIMIT = 1 << 20;
  private static final int HEADER_LIMIT_PER_VARIABLE = 1 << 10;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final System.Logger LOG = System.getLogger(WeightsReader.class.getPackageName());

  private final InputStream in;
  private final String file;
  private final ModelSpec spec;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);

  private WeightsReader(InputStream in, String file, ModelSpec spec) {
    this.in = in;
    this.file = file;
    this.spec = spec;
  }

  static Weights read(Path path, ModelSpec spec, String sha256) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + " is a folder, not a weight file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      Weights weights = read(in, path.toString(), spec, sha256);
      LOG.log(Level.DEBUG, "loaded {0} from {1}", spec, path);
      return weights;
    }
  }

  static Weights read(InputStream in, ModelSpec spec, String sha256) throws IOException {
    // What Class.getResourceAsStream gives, where there is no such resource.
    Objects.requireNonNull(in, "stream: null, is the resource with the weights missing?");
    return read(in, "stream", spec, sha256);
  }

  private static Weights read(InputStream in, String file, ModelSpec spec, String sha256)
      throws IOException {
    if (sha256 == null) {
      return new WeightsReader(new BufferedInputStream(in, BUFFER_BYTES), file, spec).read();
    }
    if (!sha256.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("sha256: 64 hex digits expected, " + sha256 + " found");
    }
    DigestInputStream digesting = new DigestInputStream(in, Sha256.digest());
    InputStream buffered = new BufferedInputStream(digesting, BUFFER_BYTES);
    WeightsReader reader = new WeightsReader(buffered, file, spec);
    Weights weights = reader.read();
    String found = Sha256.hex(digesting.getMessageDigest());
    if (!found.equals(sha256.toLowerCase(Locale.ROOT))) {
      throw reader.refused("SHA-256: " + sha256 + " expected, " + found + " found");
    }
    return weights;
  }

  private Weights read() throws IOException {
    SafetensorsHeader header = header();
    List<String> differences = HeaderCheck.differences(header, spec);
    if (!differences.isEmpty()) {
      throw new WeightFileException(
          HeaderCheck.otherNetwork(header, spec)
              .map(other -> file + " is of another network, " + other + ", and not of " + spec)
              .orElseGet(this::noWeightFile),
          differences);
    }
    return data(header);
  }

  private SafetensorsHeader header() throws IOException {
    byte[] lengthBytes = in.readNBytes(LENGTH_BYTES);
    if (lengthBytes.length < LENGTH_BYTES) {
      throw refused("truncated: " + lengthBytes.length + " bytes");
    }
    long length = ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long limit = HEADER_BASE_LIMIT + (long) HEADER_LIMIT_PER_VARIABLE * spec.variables().size();
    if (length < 0 || length > limit) {
      throw refused(
          "header of "
              + Long.toUnsignedString(length)
              + " bytes, at most "
              + limit
              + " expected: no safetensors file, or of a far larger network");
    }
    byte[] json = in.readNBytes((int) length);
    if (json.length < length) {
      throw refused("truncated: header of " + length + " bytes, " + json.length + " found");
    }
    try {
      return SafetensorsHeader.parse(json);
    } catch (JsonScanner.MalformedException e) {
      throw refused("header: " + e.getMessage());
    }
  }

  private Weights data(SafetensorsHeader header) throws IOException {
    boolean single = spec.precision() == Precision.FLOAT;
    float[] floats = single ? new float[spec.size() + VectorSupport.SLACK] : null;
    double[] doubles = single ? null : new double[spec.size() + VectorSupport.SLACK];
    Map<String, VariableSpec> variables = new HashMap<>();
    spec.variables().forEach(variable -> variables.put(variable.path(), variable));
    for (Map.Entry<String, SafetensorsHeader.Tensor> entry : header.inFileOrder()) {
      VariableSpec variable = variables.get(entry.getKey());
      boolean singleInFile = entry.getValue().elementBytes() == Float.BYTES;
      for (int i = 0; i < variable.size(); i++) {
        if (!buffer.hasRemaining()) {
          fill(variable, entry.getValue().elementBytes(), variable.size() - i);
        }
        double value = singleInFile ? buffer.getFloat() : buffer.getDouble();
        if (single) {
          floats[variable.offset() + i] = toFloat(variable, i, value);
        } else {
          doubles[variable.offset() + i] = value;
        }
      }
    }
    if (in.read() >= 0) {
      throw refused("bytes after the last tensor");
    }
    Weights weights = new Weights(spec, floats, doubles);
    VariableSpec missing = Weights.unadapted(weights);
    if (missing != null) {
      throw refused(missing.path() + ": saved before it was adapted to data");
    }
    return weights;
  }

  /** Reads the next elements of a variable, as many as fit. */
  private void fill(VariableSpec variable, int elementBytes, int elementsLeft) throws IOException {
    int bytes = (int) Math.min(BUFFER_BYTES, (long) elementsLeft * elementBytes);
    int found = in.readNBytes(buffer.array(), 0, bytes);
    if (found < bytes) {
      throw refused("truncated: the file ends within " + variable.path());
    }
    buffer.position(0).limit(bytes);
  }

  private float toFloat(VariableSpec variable, int index, double value) throws IOException {
    float rounded = (float) value;
    if (rounded != value && !Double.isNaN(value)) {
      throw refused(
          variable.path() + ": " + value + " at element " + index + " is no number of type F32");
    }
    return rounded;
  }

  private WeightFileException refused(String difference) {
    return new WeightFileException(noWeightFile(), List.of(difference));
  }

  private String noWeightFile() {
    return file + " is no weight file of model " + spec.name();
  }
}
