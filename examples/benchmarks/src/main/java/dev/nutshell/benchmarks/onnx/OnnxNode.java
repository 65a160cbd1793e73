package dev.nutshell.benchmarks.onnx;

import java.util.ArrayList;
import java.util.List;

/** One operator of an ONNX graph under construction, a {@code NodeProto}. */
public final class OnnxNode {
  private static final int FLOAT = 1;
  private static final int INTEGER = 2;
  private static final int INTEGERS = 7;

  private final String operator;
  private final List<String> inputs = new ArrayList<>();
  private final List<Message> attributes = new ArrayList<>();

  /** An operator of the standard set. */
  public OnnxNode(String operator) {
    this.operator = operator;
  }

  /** Adds inputs by name; an empty name stands for an optional input that is left out. */
  public OnnxNode inputs(String... names) {
    inputs.addAll(List.of(names));
    return this;
  }

  /** Sets an attribute. */
  public OnnxNode with(String name, long value) {
    return attribute(name, INTEGER, new Message().integer(3, value));
  }

  /** Sets an attribute. */
  public OnnxNode with(String name, float value) {
    return attribute(name, FLOAT, new Message().real(2, value));
  }

  /** Sets an attribute of several integers. */
  public OnnxNode withAll(String name, long... values) {
    Message message = new Message();
    for (long value : values) {
      message.integer(8, value);
    }
    return attribute(name, INTEGERS, message);
  }

  private OnnxNode attribute(String name, int type, Message message) {
    attributes.add(message.text(1, name).integer(20, type));
    return this;
  }

  Message message(List<String> outputs) {
    Message node = new Message();
    inputs.forEach(name -> node.text(1, name));
    outputs.forEach(name -> node.text(2, name));
    node.text(4, operator);
    attributes.forEach(attribute -> node.message(5, attribute));
    return node;
  }
}
