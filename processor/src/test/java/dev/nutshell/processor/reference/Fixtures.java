package dev.nutshell.processor.reference;

import dev.nutshell.processor.cli.JsonResource;
import dev.nutshell.processor.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the cases of a fixture file. */
final class Fixtures {
  private Fixtures() {}

  /** The cases of {@code name.json} with the tensors of {@code name.safetensors}. */
  static List<FixtureCase> read(String name) {
    TensorFile tensors = TensorFile.read(name + ".safetensors");
    return index(name).stream().map(each -> read(name, each, tensors)).toList();
  }

  /** The cases of {@code name.json} as they stand. */
  static List<Map<String, Object>> index(String name) {
    Object index = JsonResource.parse(TensorFile.bytes(name + ".json"));
    return ((List<?>) map(index).get("cases")).stream().map(Fixtures::map).toList();
  }

  private static FixtureCase read(String file, Map<String, Object> index, TensorFile tensors) {
    Map<String, Object> tolerance = map(index.get("tolerance"));
    return new FixtureCase(
        file,
        (String) index.get("id"),
        (String) index.get("op"),
        map(index.get("attributes")),
        tensors(index.get("inputs"), "tensor", tensors),
        tensors(index.get("params"), "tensor", tensors),
        results(index.get("outputs"), tensors),
        tensors(index.get("outputs"), "upstream", tensors),
        tensors(index.get("grads"), "f64", tensors),
        tolerance(tolerance.get("f32")),
        tolerance(tolerance.get("f64")));
  }

  private static Map<String, Tensor> results(Object entries, TensorFile tensors) {
    Map<String, Tensor> results = tensors(entries, "f64", tensors);
    results.putAll(tensors(entries, "int", tensors));
    return results;
  }

  /** The tensors that a member of each entry names; entries without it are left out. */
  static Map<String, Tensor> tensors(Object entries, String member, TensorFile tensors) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    map(entries)
        .forEach(
            (name, entry) -> {
              Object tensor = map(entry).get(member);
              if (tensor != null) {
                found.put(name, tensors.get((String) tensor));
              }
            });
    return found;
  }

  private static Tolerance tolerance(Object entry) {
    return new Tolerance((Double) map(entry).get("rtol"), (Double) map(entry).get("atol"));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }
}
