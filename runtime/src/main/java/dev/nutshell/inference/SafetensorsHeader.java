package dev.nutshell.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: where each tensor is, and free texts about them all.
 *
 * @param metadata the texts by key
 * @param tensors the tensors by name, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Tensor> tensors) {

  /**
   * A tensor of the file.
   *
   * @param type its element type, such as {@code F32}
   * @param shape its shape, outermost axis first
   * @param begin where its data begin, in bytes from the end of the header
   * @param end where they end
   */
  record Tensor(String type, List<Long> shape, long begin, long end) {

    /** Bytes of an element; 0 if it is none of the types that weights can have. */
    int elementBytes() {
      return switch (type) {
        case "F32" -> Float.BYTES;
        case "F64" -> Double.BYTES;
        default -> 0;
      };
    }
  }

  /**
   * Reads the header's JSON. Only what safetensors allows is taken, so nothing can be nested deeper
   * than a shape within a tensor.
   *
   * @throws JsonScanner.MalformedException saying what is wrong, and at which byte
   */
  static SafetensorsHeader parse(byte[] json) throws JsonScanner.MalformedException {
    JsonScanner scanner = new JsonScanner(json);
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    scanner.object(
        name -> {
          if (name.equals("__metadata__")) {
            scanner.object(key -> metadata.put(key, scanner.string()));
          } else {
            tensors.put(name, tensor(scanner));
          }
        });
    scanner.end();
    return new SafetensorsHeader(metadata, tensors);
  }

  private static Tensor tensor(JsonScanner scanner) throws JsonScanner.MalformedException {
    String[] type = new String[1];
    List<Long> shape = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    scanner.object(
        key -> {
          switch (key) {
            case "dtype" -> type[0] = scanner.string();
            case "shape" -> scanner.numbers(shape);
            case "data_offsets" -> scanner.numbers(offsets);
            default -> throw scanner.malformed("unknown key " + key);
          }
        });
    if (type[0] == null) {
      throw scanner.malformed("a tensor without dtype");
    }
    if (offsets.size() != 2) {
      throw scanner.malformed("a tensor without two data_offsets");
    }
    return new Tensor(type[0], List.copyOf(shape), offsets.get(0), offsets.get(1));
  }

  /** The tensors in the order of their data. */
  List<Map.Entry<String, Tensor>> inFileOrder() {
    return tensors.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().begin()))
        .toList();
  }
}
