package dev.nutshell.benchmarks.peer.dl4j;

import dev.nutshell.benchmarks.network.Convolution;
import dev.nutshell.benchmarks.network.ImageShape;
import dev.nutshell.benchmarks.network.NetworkWeights;
import dev.nutshell.benchmarks.peer.SequentialLayers;
import dev.nutshell.benchmarks.peer.TensorShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.factory.Nd4j;

/** A row of DL4J's layers; a ReLU belongs to the layer before it. */
final class Dl4jLayers extends SequentialLayers {

  private final NetworkWeights weights;
  private final List<Layer> layers = new ArrayList<>();

  /** By the index of a layer: its matrix or filters in DL4J's layout. */
  private final Map<Integer, float[]> matrices = new LinkedHashMap<>();

  private final Map<Integer, float[]> biases = new LinkedHashMap<>();

  Dl4jLayers(NetworkWeights weights) {
    this.weights = weights;
  }

  /** The network of the layers so far, with its weights. */
  MultiLayerNetwork build(TensorShape inputShape) {
    ListBuilder list = new NeuralNetConfiguration.Builder().list();
    layers.forEach(list::layer);
    if (inputShape.isImage()) {
      ImageShape image = inputShape.image();
      list.setInputType(InputType.convolutional(image.height(), image.width(), image.channels()));
    } else {
      list.setInputType(InputType.feedForward(inputShape.size()));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    matrices.forEach(
        (index, matrix) -> {
          org.deeplearning4j.nn.api.Layer layer = network.getLayer(index);
          layer.setParam("W", Nd4j.create(matrix, layer.getParam("W").shape(), 'c'));
          layer.setParam("b", Nd4j.create(biases.get(index), layer.getParam("b").shape(), 'c'));
        });
    return network;
  }

  @Override
  public Integer dense(Integer x, String path) {
    return dense(path, weights.values(path + ".W"));
  }

  @Override
  public Integer denseOfImage(Integer x, String path, ImageShape image) {
    return dense(path, weights.rowsChannelsFirst(path + ".W", image));
  }

  private Integer dense(String path, float[] matrix) {
    int units = weights.shape(path + ".W").get(1);
    DenseLayer layer =
        new DenseLayer.Builder().nOut(units).activation(new ActivationIdentity()).build();
    return add(layer, path, matrix);
  }

  @Override
  public Integer conv(Integer x, String path, Convolution convolution) {
    List<Integer> shape = weights.shape(path + ".W");
    if (convolution.groups() != 1 || !convolution.bias()) {
      throw new UnsupportedOperationException("batch normalization");
    }
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(shape.get(0), shape.get(1))
            .nOut(shape.get(3))
            .stride(convolution.stride(), convolution.stride())
            .padding(convolution.pad(), convolution.pad())
            .activation(new ActivationIdentity())
            .build();
    return add(layer, path, weights.filtersFirst(path + ".W"));
  }

  @Override
  public Integer maxPool(Integer x, int window) {
    layers.add(
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(window, window)
            .stride(window, window)
            .build());
    return layers.size();
  }

  @Override
  public Integer relu(Integer x) {
    ((BaseLayer) layers.get(layers.size() - 1)).setActivationFn(new ActivationReLU());
    return x;
  }

  private Integer add(Layer layer, String path, float[] matrix) {
    matrices.put(layers.size(), matrix);
    biases.put(layers.size(), weights.values(path + ".b"));
    layers.add(layer);
    return layers.size();
  }
}
