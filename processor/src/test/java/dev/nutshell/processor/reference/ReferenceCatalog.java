package dev.nutshell.processor.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which cases of the fixtures there are networks for, and why there is none for the others. */
final class ReferenceCatalog {
  /** The file of whole trainings. */
  static final String TRAINING = "training";

  private static final Map<String, Map<String, Function<FixtureCase, NetworkBuilder>>> FILES =
      new LinkedHashMap<>();

  static {
    add("linear_conv", LinearConvNetworks.BY_OP);
    add("pool_norm", PoolNormNetworks.BY_OP);
    add("recurrent", RecurrentNetworks.BY_OP);
    add("attention", AttentionNetworks.BY_OP);
    add("keras_layers", KerasLayerNetworks.BY_OP);
    add("keras_layers", KerasLossNetworks.BY_OP);
    add("tensor_ops", ArithmeticNetworks.BY_OP);
    add("tensor_ops", TensorShapeNetworks.BY_OP);
    add("activations", ActivationNetworks.BY_OP);
    add("losses", LossNetworks.BY_OP);
  }

  /** Cases without a network, as {@code file,case}, with the reason. */
  static final Map<String, String> INAPPLICABLE = inapplicable();

  private ReferenceCatalog() {}

  private static void add(String file, Map<String, Function<FixtureCase, NetworkBuilder>> byOp) {
    FILES.computeIfAbsent(file, each -> new LinkedHashMap<>()).putAll(byOp);
  }

  private static Map<String, String> inapplicable() {
    Map<String, String> reasons = new LinkedHashMap<>();
    String table = new String(TensorFile.bytes("inapplicable.csv"), StandardCharsets.UTF_8);
    for (String line : table.lines().skip(1).toList()) {
      String[] columns = line.split(",", 3);
      if (reasons.put(columns[0] + "," + columns[1], columns[2]) != null) {
        throw new IllegalStateException("twice in the table: " + line);
      }
    }
    return reasons;
  }

  /** The fixture files, of layers and of whole trainings. */
  static List<String> files() {
    List<String> files = new ArrayList<>(FILES.keySet());
    files.add(TRAINING);
    return files;
  }

  /** The names of a file's cases. */
  static List<String> ids(String file) {
    return Fixtures.index(file).stream().map(each -> (String) each.get("id")).toList();
  }

  /** A network for each case that is not inapplicable. */
  static List<ReferenceNetwork> networks() {
    List<ReferenceNetwork> networks = new ArrayList<>();
    FILES.forEach(
        (file, byOp) -> {
          for (FixtureCase each : Fixtures.read(file)) {
            if (!INAPPLICABLE.containsKey(file + "," + each.id()) && byOp.containsKey(each.op())) {
              networks.add(byOp.get(each.op()).apply(each).build());
            }
          }
        });
    return networks;
  }
}
