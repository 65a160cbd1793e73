package dev.nutshell.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which cases of the fixtures there are networks for, and why there is none for the others. */
final class ReferenceCatalog {
  private static final Map<String, Map<String, Function<FixtureCase, NetworkBuilder>>> FILES =
      new LinkedHashMap<>();

  static {
    FILES.put("linear_conv", LinearConvNetworks.BY_OP);
    FILES.put("pool_norm", PoolNormNetworks.BY_OP);
    FILES.put("recurrent", RecurrentNetworks.BY_OP);
    FILES.put("attention", AttentionNetworks.BY_OP);
  }

  /** Operations that the library does not have, with the reason. */
  static final Map<String, String> ABSENT =
      Map.ofEntries(
          Map.entry("Conv3d", "volumes have no layer"),
          Map.entry("LPPool2d", "no such layer"),
          Map.entry("AdaptiveAvgPool2d", "windows of unequal size have no layer"),
          Map.entry("AdaptiveMaxPool2d", "windows of unequal size have no layer"),
          Map.entry("AdaptiveAvgPool1d", "windows of unequal size have no layer"),
          Map.entry("GroupNorm", "no such layer"),
          Map.entry("InstanceNorm2d", "no such layer"),
          Map.entry("RMSNorm", "no such layer"),
          Map.entry("LocalResponseNorm", "no such layer"),
          Map.entry("Normalize", "no such function"),
          Map.entry("Dropout", "masks are drawn from other random numbers"),
          Map.entry("GRU", "no such layer"),
          Map.entry("GRUCell", "no such layer"),
          Map.entry("RotaryEmbedding", "no such layer"));

  private ReferenceCatalog() {}

  /** All cases, of which the networks are some. */
  static List<FixtureCase> cases() {
    List<FixtureCase> cases = new ArrayList<>();
    FILES.keySet().forEach(file -> cases.addAll(Fixtures.read(file)));
    return cases;
  }

  /** A network for each case that the library has the operation for. */
  static List<ReferenceNetwork> networks() {
    List<ReferenceNetwork> networks = new ArrayList<>();
    FILES.forEach(
        (file, byOp) -> {
          for (FixtureCase each : Fixtures.read(file)) {
            if (byOp.containsKey(each.op())) {
              networks.add(byOp.get(each.op()).apply(each).build());
            }
          }
        });
    return networks;
  }

  static boolean has(String op) {
    return FILES.values().stream().anyMatch(byOp -> byOp.containsKey(op));
  }
}
