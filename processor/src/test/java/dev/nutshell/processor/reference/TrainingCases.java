package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.optimizer.Adagrad;
import dev.nutshell.training.optimizer.Adam;
import dev.nutshell.training.optimizer.Convention;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.optimizer.RmsProp;
import dev.nutshell.training.optimizer.Sgd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The networks of the training fixtures as texts of ours, with PyTorch's optimizers and weights.
 */
final class TrainingCases {
  private TrainingCases() {}

  static List<TrainingCase> all() {
    Map<String, Map<String, Object>> indices = new LinkedHashMap<>();
    Fixtures.index("training").forEach(each -> indices.put((String) each.get("id"), each));
    TensorFile tensors = TensorFile.read("training.safetensors");
    Optimizer adam = Optimizer.of(Adam.pytorch(), 0.02);
    Optimizer momentum = Optimizer.of(new Sgd(0.9, false), 0.1);
    return List.of(
            iris("iris_mlp_sgd", "tanh", Optimizer.sgd(0.5)),
            iris("iris_mlp_momentum", "relu", momentum),
            iris("iris_mlp_adam", "relu", adam),
            iris("iris_mlp_adamw", "gelu", adam.weightDecay(0.05)),
            diabetes(),
            digits(),
            digitsWithBatchNorm(),
            lstm(),
            gpt())
        .stream()
        .map(each -> each.read(indices, tensors))
        .toList();
  }

  private static TrainingCase dense(TrainingCase network, String... names) {
    for (String name : names) {
      network
          .weight(name + ".W", name + ".weight", Layout.TRANSPOSED)
          .weight(name + ".b", name + ".bias", Layout.SAME);
    }
    return network;
  }

  private static TrainingCase iris(String id, String activation, Optimizer optimizer) {
    String text =
        """
        model Network() {
          input  x: float[4]
          target y: int
          logits = x |> fc1: dense(16) |> %s |> fc2: dense(3)
          output logits
          loss   cross_entropy(logits, y)
        }
        """;
    return dense(
        new TrainingCase(id, optimizer, Layout.SAME, text.formatted(activation)), "fc1", "fc2");
  }

  private static TrainingCase diabetes() {
    String text =
        """
        model Network() {
          input  x: float[10]
          target y: float[1]
          logits = x |> fc1: dense(12) |> silu |> fc2: dense(1)
          output logits
          loss   huber(logits, y)
        }
        """;
    Optimizer adagrad = Optimizer.of(Adagrad.pytorch(), 0.1);
    return dense(
        new TrainingCase("diabetes_mlp_adagrad_huber", adagrad, Layout.SAME, text), "fc1", "fc2");
  }

  private static TrainingCase convolutions(TrainingCase network) {
    return network
        .weight("conv1.W", "conv1.weight", Layout::kernel)
        .weight("conv1.b", "conv1.bias", Layout.SAME)
        .weight("conv2.W", "conv2.weight", Layout::kernel)
        .weight("conv2.b", "conv2.bias", Layout.SAME)
        .weight("fc.W", "fc.weight", TrainingCases::flatImage)
        .weight("fc.b", "fc.bias", Layout.SAME);
  }

  private static TrainingCase digits() {
    String text =
        """
        model Network() {
          input  x: float[8, 8, 1]
          target y: int
          logits = x
              |> conv1: conv(8, kernel: 3, pad: 1) |> relu |> max_pool(2)
              |> conv2: conv(16, kernel: 3, pad: 1) |> relu |> max_pool(2)
              |> flatten |> fc: dense(10)
          output logits
          loss   cross_entropy(logits, y)
        }
        """;
    Optimizer optimizer = Optimizer.of(Adam.pytorch(), 0.01);
    return convolutions(new TrainingCase("digits_cnn_adam", optimizer, Layout::channelsLast, text));
  }

  private static TrainingCase digitsWithBatchNorm() {
    String text =
        """
        model Network() {
          input  x: float[8, 8, 1]
          target y: int
          logits = x
              |> conv1: conv(8, kernel: 3, pad: 1)
              |> bn1: batch_norm(momentum: 0.9, epsilon: 1e-5, unbiased: true)
              |> relu |> average_pool(2)
              |> conv2: conv(16, kernel: 3, pad: 1)
              |> bn2: batch_norm(momentum: 0.9, epsilon: 1e-5, unbiased: true)
              |> relu |> average_pool(2)
              |> flatten |> fc: dense(10)
          output logits
          loss   cross_entropy(logits, y)
        }
        """;
    Optimizer optimizer = Optimizer.of(new Sgd(0.9, true), 0.05);
    TrainingCase network =
        new TrainingCase("digits_cnn_batchnorm_nesterov", optimizer, Layout::channelsLast, text);
    for (String norm : List.of("bn1", "bn2")) {
      network
          .weight(norm + ".gamma", norm + ".weight", Layout.SAME)
          .weight(norm + ".beta", norm + ".bias", Layout.SAME)
          .weight(norm + ".moving_mean", norm + ".running_mean", Layout.SAME)
          .weight(norm + ".moving_variance", norm + ".running_var", Layout.SAME);
    }
    return convolutions(network);
  }

  /**
   * PyTorch trains two biases that are added; here the second is the weight of an input that is
   * always 1.
   */
  private static TrainingCase lstm() {
    String text =
        """
        model Network() {
          input  x: int[16]
          target y: int[16]
          e = x |> emb: embedding(58, 16)
          one = [t < 16, d < 1] 1.0
          logits = concat(e, one) |> lstm: lstm(24, return_sequences: true) |> fc: dense(58)
          output logits
          loss   cross_entropy(logits, y)
        }
        """;
    RmsProp rule = new RmsProp(0.99, 0, 1e-3, false, Convention.PYTORCH);
    TrainingCase network =
        new TrainingCase("char_lstm_rmsprop", Optimizer.of(rule, 0.003), Layout.SAME, text)
            .weight("emb.W", "emb.weight", Layout.SAME)
            .weightAndRow("lstm.W", "lstm.weight_ih", "lstm.bias_hh")
            .weight("lstm.U", "lstm.weight_hh", Layout.TRANSPOSED)
            .weight("lstm.b", "lstm.bias_ih", Layout.SAME);
    return dense(network, "fc");
  }

  private static TrainingCase gpt() {
    String text =
        """
        model Network() {
          input  x: int[16]
          target y: int[16]
          param tok: float[58, 16] init random_normal
          h = [t, d] tok[x[t], d] |> pos: positions
          h = h + (h |> ln1: layer_norm(epsilon: 1e-5)
                     |> mha: attention(2, causal: true, bias: false) |> proj: bias_add)
          h = h + (h |> ln2: layer_norm(epsilon: 1e-5)
                     |> fc1: dense(64) |> gelu(approximate: true) |> fc2: dense(16))
          last = h |> lnf: layer_norm(epsilon: 1e-5)
          logits = [t, v] sum[d] last[t, d] * tok[v, d]
          output logits
          loss   cross_entropy(logits, y)
        }
        """;
    Optimizer optimizer = Optimizer.of(Adam.pytorch(), 0.01).weightDecay(0.01);
    TrainingCase network =
        new TrainingCase("char_gpt_adamw", optimizer, Layout.SAME, text)
            .weight("tok", "tok.weight", Layout.SAME)
            .weight("pos.W", "pos.weight", Layout.SAME)
            .weight("mha.out.W", "proj.weight", Layout.TRANSPOSED)
            .weight("proj.b", "proj.bias", Layout.SAME);
    List<String> projections = List.of("query", "key", "value");
    for (int i = 0; i < projections.size(); i++) {
      UnaryOperator<Tensor> part = Layout.rows(16 * i, 16 * (i + 1));
      network.weight(
          "mha." + projections.get(i) + ".W",
          "qkv.weight",
          all -> Layout.TRANSPOSED.apply(part.apply(all)));
    }
    for (String norm : List.of("ln1", "ln2", "lnf")) {
      network
          .weight(norm + ".gamma", norm + ".weight", Layout.SAME)
          .weight(norm + ".beta", norm + ".bias", Layout.SAME);
    }
    return dense(network, "fc1", "fc2");
  }

  private static Tensor flatImage(Tensor weight) {
    Tensor images = Layout.reshaped(10, -1, 2, 2).apply(weight);
    return Layout.reshaped(-1, 10).apply(Layout.permuted(2, 3, 1, 0).apply(images));
  }
}
