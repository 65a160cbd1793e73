package dev.nutshell.benchmarks.workload;

import dev.nutshell.benchmarks.network.Architectures;
import dev.nutshell.benchmarks.network.LeNetNet;
import dev.nutshell.benchmarks.network.MobileNetNet;
import dev.nutshell.benchmarks.network.ResNet20Net;
import dev.nutshell.benchmarks.network.SingleConvNet;
import dev.nutshell.benchmarks.peer.Nutshell;
import dev.nutshell.inference.Weights;
import java.util.List;

/** Networks of convolutions. */
final class ConvolutionWorkloads {

  private ConvolutionWorkloads() {}

  static List<InferenceWorkload> all() {
    return List.of(
        lenet(1, 2.2),
        lenet(64, 2),
        new InferenceWorkload(
            "conv-3x3@1",
            "conv 3×3 64→64 on 32×32",
            1,
            InputValues.NORMAL,
            Architectures.SINGLE_CONV,
            () -> SingleConvNet.SPEC,
            ConvolutionWorkloads::singleConv,
            Bar.onnxRuntime(1.1)),
        new InferenceWorkload(
            "resnet-20@1",
            "ResNet-20 32×32",
            1,
            InputValues.NORMAL,
            Architectures.RESNET20,
            () -> ResNet20Net.SPEC,
            ConvolutionWorkloads::resNet20,
            Bar.onnxRuntime(1.1)),
        new InferenceWorkload(
            "mobile-net@1",
            "depthwise-separable blocks 32×32",
            1,
            InputValues.NORMAL,
            Architectures.MOBILE_NET,
            () -> MobileNetNet.SPEC,
            ConvolutionWorkloads::mobileNet,
            Bar.onnxRuntime(1.2)));
  }

  private static InferenceWorkload lenet(int batch, double ratio) {
    return new InferenceWorkload(
        "lenet@" + batch,
        "LeNet 28×28",
        batch,
        InputValues.NORMAL,
        Architectures.LENET,
        () -> LeNetNet.SPEC,
        ConvolutionWorkloads::lenet,
        Bar.onnxRuntime(ratio));
  }

  private static Nutshell.Network lenet(Weights weights) {
    LeNetNet network = new LeNetNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          LeNetNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }

  private static Nutshell.Network singleConv(Weights weights) {
    SingleConvNet network = new SingleConvNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          SingleConvNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }

  private static Nutshell.Network resNet20(Weights weights) {
    ResNet20Net network = new ResNet20Net(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          ResNet20Net.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }

  private static Nutshell.Network mobileNet(Weights weights) {
    MobileNetNet network = new MobileNetNet(weights);
    return new Nutshell.Network(
        network::warmUp,
        capacity -> {
          MobileNetNet.Session session = network.session(capacity);
          return (n, x, offset, y) -> network.predict(session, n, x, offset, y, 0);
        });
  }
}
