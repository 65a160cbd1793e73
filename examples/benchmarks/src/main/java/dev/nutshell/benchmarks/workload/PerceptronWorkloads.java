package dev.nutshell.benchmarks.workload;

import dev.nutshell.benchmarks.network.Architectures;
import dev.nutshell.benchmarks.network.DeepMlpNet;
import dev.nutshell.benchmarks.network.MlpNet;
import dev.nutshell.benchmarks.network.SmallMlpNet;
import dev.nutshell.benchmarks.peer.Nutshell;
import dev.nutshell.inference.Weights;
import java.util.List;

/** Multi-layer perceptrons, with dense inputs and with sparse ones. */
final class PerceptronWorkloads {

  private PerceptronWorkloads() {}

  static List<InferenceWorkload> all() {
    return List.of(
        new InferenceWorkload(
            "mlp-4-16-3@1",
            "MLP 4-16-3",
            1,
            InputValues.NORMAL,
            Architectures.MLP,
            () -> SmallMlpNet.SPEC,
            PerceptronWorkloads::small,
            Bar.onnxRuntime(100)),
        middle("mlp-784-128-10", "", 1, InputValues.NORMAL, Bar.onnxRuntime(2)),
        middle("mlp-784-128-10", "", 64, InputValues.NORMAL, Bar.onnxRuntime(1.1)),
        middle("mlp-784-128-10-sparse", ", sparse", 1, InputValues.SPARSE, Bar.none()),
        middle("mlp-784-128-10-sparse", ", sparse", 64, InputValues.SPARSE, Bar.none()),
        deep("mlp-784-512-512-10", "", 1, InputValues.NORMAL, Bar.onnxRuntime(1.15)),
        deep("mlp-784-512-512-10", "", 64, InputValues.NORMAL, Bar.onnxRuntime(1)),
        deep("mlp-784-512-512-10-sparse", ", sparse", 1, InputValues.SPARSE, Bar.none()),
        deep("mlp-784-512-512-10-sparse", ", sparse", 64, InputValues.SPARSE, Bar.none()));
  }

  private static InferenceWorkload middle(
      String id, String suffix, int batch, InputValues values, Bar bar) {
    return new InferenceWorkload(
        id + "@" + batch,
        "MLP 784-128-10" + suffix,
        batch,
        values,
        Architectures.MLP,
        () -> MlpNet.SPEC,
        PerceptronWorkloads::middle,
        bar);
  }

  private static InferenceWorkload deep(
      String id, String suffix, int batch, InputValues values, Bar bar) {
    return new InferenceWorkload(
        id + "@" + batch,
        "MLP 784-512-512-10" + suffix,
        batch,
        values,
        Architectures.DEEP_MLP,
        () -> DeepMlpNet.SPEC,
        PerceptronWorkloads::deep,
        bar);
  }

  private static Nutshell.Network small(Weights weights) {
    SmallMlpNet network = new SmallMlpNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          SmallMlpNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }

  private static Nutshell.Network middle(Weights weights) {
    MlpNet network = new MlpNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          MlpNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }

  private static Nutshell.Network deep(Weights weights) {
    DeepMlpNet network = new DeepMlpNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          DeepMlpNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }
}
