package dev.nutshell.benchmarks.peer.deepnetts;

import deepnetts.net.FeedForwardNetwork;
import deepnetts.net.layers.AbstractLayer;
import deepnetts.net.layers.activation.ActivationType;
import deepnetts.net.loss.LossType;
import deepnetts.util.Tensor;
import dev.nutshell.benchmarks.network.NetworkWeights;
import dev.nutshell.benchmarks.peer.SequentialLayers;
import java.util.ArrayList;
import java.util.List;

/** A row of fully connected layers, each with a ReLU except the last. */
final class DeepNettsLayers extends SequentialLayers {
  private final NetworkWeights weights;
  private final List<String> paths = new ArrayList<>();

  DeepNettsLayers(NetworkWeights weights) {
    this.weights = weights;
  }

  @Override
  public Integer dense(Integer x, String path) {
    paths.add(path);
    return paths.size();
  }

  @Override
  public Integer relu(Integer x) {
    return x;
  }

  /** The network of the layers so far, with its weights. */
  FeedForwardNetwork build(int inputs) {
    FeedForwardNetwork.Builder builder = FeedForwardNetwork.builder().addInputLayer(inputs);
    int last = paths.size() - 1;
    for (int i = 0; i < last; i++) {
      builder.addFullyConnectedLayer(units(paths.get(i)), ActivationType.RELU);
    }
    FeedForwardNetwork network =
        builder
            .addOutputLayer(units(paths.get(last)), ActivationType.LINEAR)
            .lossFunction(LossType.MEAN_SQUARED_ERROR)
            .build();
    for (int i = 0; i <= last; i++) {
      setWeights(network.getLayers().get(i + 1), paths.get(i));
    }
    return network;
  }

  private int units(String path) {
    return weights.shape(path + ".W").get(1);
  }

  private void setWeights(AbstractLayer layer, String path) {
    float[] matrix = weights.values(path + ".W");
    int units = units(path);
    Tensor target = layer.getWeights();
    for (int i = 0; i < matrix.length; i++) {
      target.set(i / units, i % units, matrix[i]);
    }
    layer.setBiases(weights.values(path + ".b"));
  }
}
