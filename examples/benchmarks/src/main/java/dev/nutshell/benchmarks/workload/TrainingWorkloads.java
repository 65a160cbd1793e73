package dev.nutshell.benchmarks.workload;

import dev.nutshell.benchmarks.network.Architectures;
import dev.nutshell.benchmarks.network.GptNet;
import dev.nutshell.benchmarks.network.GptTraining;
import dev.nutshell.benchmarks.network.LeNetNet;
import dev.nutshell.benchmarks.network.LeNetTraining;
import dev.nutshell.benchmarks.network.MlpNet;
import dev.nutshell.benchmarks.network.MlpTraining;
import dev.nutshell.benchmarks.peer.TrainingRule;
import dev.nutshell.benchmarks.workload.TrainingWorkload.Trainer;
import dev.nutshell.training.TrainingOptions;
import java.util.List;

/** Training steps. */
final class TrainingWorkloads {

  private TrainingWorkloads() {}

  static List<TrainingWorkload> all() {
    return List.of(
        mlp("sgd", "SGD", TrainingRule.SGD),
        mlp("adam", "Adam", TrainingRule.ADAM),
        new TrainingWorkload(
            "train-lenet@64",
            "training step LeNet 28×28, Adam",
            64,
            10,
            TrainingRule.ADAM,
            Architectures.LENET,
            () -> LeNetNet.SPEC,
            TrainingWorkloads::lenet,
            Bar.pytorch(3)),
        new TrainingWorkload(
            "train-gpt@16",
            "training step GPT 4 blocks, d 128, T 64, AdamW",
            16,
            65,
            TrainingRule.ADAM_W,
            Architectures.GPT,
            () -> GptNet.SPEC,
            TrainingWorkloads::gpt,
            Bar.pytorch(1.2)));
  }

  private static TrainingWorkload mlp(String suffix, String ruleName, TrainingRule rule) {
    return new TrainingWorkload(
        "train-mlp-784-128-10-" + suffix + "@64",
        "training step MLP 784-128-10, " + ruleName,
        64,
        10,
        rule,
        Architectures.MLP,
        () -> MlpNet.SPEC,
        TrainingWorkloads::mlp,
        Bar.pytorch(2.5));
  }

  private static Trainer mlp(TrainingOptions options) {
    MlpTraining training = new MlpTraining(options);
    return new Trainer(training, (n, batch) -> training.step(n, batch.reals(), batch.targets()));
  }

  private static Trainer lenet(TrainingOptions options) {
    LeNetTraining training = new LeNetTraining(options);
    return new Trainer(training, (n, batch) -> training.step(n, batch.reals(), batch.targets()));
  }

  private static Trainer gpt(TrainingOptions options) {
    GptTraining training = new GptTraining(options);
    return new Trainer(training, (n, batch) -> training.step(n, batch.indices(), batch.targets()));
  }
}
