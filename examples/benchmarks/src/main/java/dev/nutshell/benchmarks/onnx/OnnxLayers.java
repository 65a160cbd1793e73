package dev.nutshell.benchmarks.onnx;

import dev.nutshell.benchmarks.network.AttentionShape;
import dev.nutshell.benchmarks.network.Convolution;
import dev.nutshell.benchmarks.network.ImageShape;
import dev.nutshell.benchmarks.network.Layers;
import dev.nutshell.benchmarks.network.NetworkWeights;
import java.util.List;

/** Layers as ONNX operators; a tensor is the name of a value in the graph. */
public final class OnnxLayers implements Layers<String> {
  private final OnnxModel model;
  private final NetworkWeights weights;
  private final int batch;

  /** Layers that are added to a model. */
  public OnnxLayers(OnnxModel model, NetworkWeights weights, int batch) {
    this.model = model;
    this.weights = weights;
    this.batch = batch;
  }

  @Override
  public String dense(String x, String path) {
    return dense(x, path, variable(path + ".W"));
  }

  @Override
  public String denseOfImage(String x, String path, ImageShape image) {
    String flat = model.node(new OnnxNode("Flatten").inputs(x).with("axis", 1));
    float[] matrix = weights.rowsChannelsFirst(path + ".W", image);
    return dense(flat, path, model.constant(matrix, shape(path + ".W")));
  }

  /** A matrix product and an addition, which the runtime joins where its Gemm can take both. */
  private String dense(String x, String path, String matrix) {
    String product = operator("MatMul", x, matrix);
    return operator("Add", product, variable(path + ".b"));
  }

  @Override
  public String relu(String x) {
    return operator("Relu", x);
  }

  @Override
  public String gelu(String x) {
    return operator("Gelu", x);
  }

  @Override
  public String conv(String x, String path, Convolution convolution) {
    List<Integer> shape = weights.shape(path + ".W");
    int kernel = shape.get(0);
    String filters =
        model.constant(
            weights.filtersFirst(path + ".W"), shape.get(3), shape.get(2), kernel, kernel);
    OnnxNode node = new OnnxNode("Conv").inputs(x, filters);
    if (convolution.bias()) {
      node.inputs(variable(path + ".b"));
    }
    int pad = convolution.pad();
    return model.node(
        node.withAll("kernel_shape", kernel, kernel)
            .withAll("strides", convolution.stride(), convolution.stride())
            .withAll("pads", pad, pad, pad, pad)
            .with("group", convolution.groups()));
  }

  @Override
  public String maxPool(String x, int window) {
    return model.node(
        new OnnxNode("MaxPool")
            .inputs(x)
            .withAll("kernel_shape", window, window)
            .withAll("strides", window, window));
  }

  @Override
  public String globalAveragePool(String x) {
    String pooled = operator("GlobalAveragePool", x);
    return model.node(new OnnxNode("Flatten").inputs(pooled).with("axis", 1));
  }

  @Override
  public String batchNorm(String x, String path, float epsilon) {
    return model.node(
        new OnnxNode("BatchNormalization")
            .inputs(
                x,
                variable(path + ".gamma"),
                variable(path + ".beta"),
                variable(path + ".moving_mean"),
                variable(path + ".moving_variance"))
            .with("epsilon", epsilon));
  }

  @Override
  public String layerNorm(String x, String path, float epsilon) {
    return model.node(
        new OnnxNode("LayerNormalization")
            .inputs(x, variable(path + ".gamma"), variable(path + ".beta"))
            .with("axis", -1)
            .with("epsilon", epsilon));
  }

  @Override
  public String add(String a, String b) {
    return operator("Add", a, b);
  }

  @Override
  public String attention(String x, String path, AttentionShape shape) {
    String query = heads(dense(x, path + ".query"), shape, 0, 2, 1, 3);
    String keys = heads(dense(x, path + ".key"), shape, 0, 2, 3, 1);
    String values = heads(dense(x, path + ".value"), shape, 0, 2, 1, 3);
    String products = operator("MatMul", query, keys);
    String scores = operator("Mul", products, model.constant(new float[] {shape.scale()}));
    if (shape.causal()) {
      scores = operator("Add", scores, causalMask(shape.time()));
    }
    String probabilities = model.node(new OnnxNode("Softmax").inputs(scores).with("axis", -1));
    String mixed = operator("MatMul", probabilities, values);
    String joined = model.node(new OnnxNode("Transpose").inputs(mixed).withAll("perm", 0, 2, 1, 3));
    String rows =
        operator("Reshape", joined, model.integers(batch, shape.time(), shape.features()));
    return dense(rows, path + ".out");
  }

  private String heads(String x, AttentionShape shape, long... order) {
    String sizes = model.integers(batch, shape.time(), shape.heads(), shape.headSize());
    String split = operator("Reshape", x, sizes);
    return model.node(new OnnxNode("Transpose").inputs(split).withAll("perm", order));
  }

  private String causalMask(int time) {
    float[] mask = new float[time * time];
    for (int query = 0; query < time; query++) {
      for (int key = query + 1; key < time; key++) {
        mask[query * time + key] = -1e9f;
      }
    }
    return model.constant(mask, time, time);
  }

  @Override
  public String lstm(String x, String path) {
    int inputs = weights.shape(path + ".W").get(0);
    int units = weights.shape(path + ".U").get(0);
    String timeFirst = model.node(new OnnxNode("Transpose").inputs(x).withAll("perm", 1, 0, 2));
    float[] inputWeights = gateRows(weights.transposed(path + ".W"), units * inputs);
    float[] recurrentWeights = gateRows(weights.transposed(path + ".U"), units * units);
    float[] bias = new float[8 * units];
    System.arraycopy(gateRows(weights.values(path + ".b"), units), 0, bias, 0, 4 * units);
    OnnxNode node =
        new OnnxNode("LSTM")
            .inputs(
                timeFirst,
                model.constant(inputWeights, 1, 4L * units, inputs),
                model.constant(recurrentWeights, 1, 4L * units, units),
                model.constant(bias, 1, 8L * units))
            .with("hidden_size", units);
    String last = model.node(node, 1);
    return operator("Reshape", last, model.integers(batch, units));
  }

  /** Four gates in the order input, forget, cell, output in ONNX's: input, output, forget, cell. */
  private static float[] gateRows(float[] gates, int gateSize) {
    float[] result = new float[gates.length];
    int[] order = {0, 3, 1, 2};
    for (int gate = 0; gate < order.length; gate++) {
      System.arraycopy(gates, order[gate] * gateSize, result, gate * gateSize, gateSize);
    }
    return result;
  }

  @Override
  public String embedding(String indices, String path) {
    return model.node(
        new OnnxNode("Gather").inputs(variable(path + ".W"), indices).with("axis", 0));
  }

  @Override
  public String positions(String x, String path) {
    return operator("Add", x, variable(path + ".W"));
  }

  private String operator(String name, String... inputs) {
    return model.node(new OnnxNode(name).inputs(inputs));
  }

  private String variable(String path) {
    return model.constant(weights.values(path), shape(path));
  }

  private long[] shape(String path) {
    return weights.shape(path).stream().mapToLong(Integer::longValue).toArray();
  }
}
