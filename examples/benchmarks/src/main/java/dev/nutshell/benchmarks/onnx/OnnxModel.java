package dev.nutshell.benchmarks.onnx;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An ONNX model under construction, written as the bytes of a {@code ModelProto}.
 *
 * <p>Field numbers are those of {@code onnx.proto}. Only what the benchmarks need is there: one
 * graph, float and int64 tensors, static shapes.
 */
public final class OnnxModel {
  /** The first set in which Gelu is an operator of its own. */
  private static final int OPERATOR_SET = 20;

  private static final int IR_VERSION = 9;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final List<Message> nodes = new ArrayList<>();
  private final List<Message> initializers = new ArrayList<>();
  private final List<Message> inputs = new ArrayList<>();
  private final List<Message> outputs = new ArrayList<>();
  private int names;

  /** Adds a float input of a fixed shape, and gives its name. */
  public String input(String name, long... shape) {
    inputs.add(valueInfo(name, FLOAT, shape));
    return name;
  }

  /** Adds an input of int64 of a fixed shape, and gives its name. */
  public String integerInput(String name, long... shape) {
    inputs.add(valueInfo(name, INT64, shape));
    return name;
  }

  /** Makes a float value of a fixed shape an output of the graph. */
  public void output(String value, long... shape) {
    outputs.add(valueInfo(value, FLOAT, shape));
  }

  /** Adds a constant float tensor, and gives its name. */
  public String constant(float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return initializer(FLOAT, raw, shape);
  }

  /** Adds a constant vector of int64, and gives its name. */
  public String integers(long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    return initializer(INT64, raw, values.length);
  }

  /** Adds a node, and gives the name of its first output. */
  public String node(OnnxNode node) {
    return node(node, 0);
  }

  /** Adds a node of which one output is wanted, by its index, and gives the name of that. */
  public String node(OnnxNode node, int output) {
    List<String> results = new ArrayList<>(Collections.nCopies(output, ""));
    String result = newName();
    results.add(result);
    nodes.add(node.message(results));
    return result;
  }

  /** The model in the format of a {@code .onnx} file. */
  public byte[] toBytes() {
    Message graph = new Message();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "network");
    initializers.forEach(tensor -> graph.message(5, tensor));
    inputs.forEach(value -> graph.message(11, value));
    outputs.forEach(value -> graph.message(12, value));
    return new Message()
        .integer(1, IR_VERSION)
        .message(7, graph)
        .message(8, new Message().text(1, "").integer(2, OPERATOR_SET))
        .toBytes();
  }

  private String initializer(int type, ByteBuffer raw, long... shape) {
    String name = newName();
    Message tensor = new Message();
    for (long size : shape) {
      tensor.integer(1, size);
    }
    tensor.integer(2, type).text(8, name).raw(9, ByteString.copyFrom(raw));
    initializers.add(tensor);
    return name;
  }

  private static Message valueInfo(String name, int type, long... shape) {
    Message dimensions = new Message();
    for (long size : shape) {
      dimensions.message(1, new Message().integer(1, size));
    }
    Message tensor = new Message().integer(1, type).message(2, dimensions);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  private String newName() {
    return "v" + names++;
  }
}
