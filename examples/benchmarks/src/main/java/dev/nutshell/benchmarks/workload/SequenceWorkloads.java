package dev.nutshell.benchmarks.workload;

import dev.nutshell.benchmarks.network.Architectures;
import dev.nutshell.benchmarks.network.LstmNet;
import dev.nutshell.benchmarks.network.TransformerBlockNet;
import dev.nutshell.benchmarks.peer.Nutshell;
import dev.nutshell.inference.Weights;
import java.util.List;

/** Networks over sequences. */
final class SequenceWorkloads {

  private SequenceWorkloads() {}

  static List<InferenceWorkload> all() {
    return List.of(
        new InferenceWorkload(
            "lstm-128@1",
            "LSTM 128, 32 steps",
            1,
            InputValues.NORMAL,
            Architectures.LSTM,
            () -> LstmNet.SPEC,
            SequenceWorkloads::lstm,
            Bar.onnxRuntime(1.25)),
        new InferenceWorkload(
            "transformer-block@1",
            "transformer block d 128, 4 heads, T 64",
            1,
            InputValues.NORMAL,
            Architectures.TRANSFORMER_BLOCK,
            () -> TransformerBlockNet.SPEC,
            SequenceWorkloads::transformerBlock,
            Bar.onnxRuntime(1.6)));
  }

  private static Nutshell.Network lstm(Weights weights) {
    LstmNet network = new LstmNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          LstmNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }

  private static Nutshell.Network transformerBlock(Weights weights) {
    TransformerBlockNet network = new TransformerBlockNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          TransformerBlockNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }
}
