package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Slot;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes the kernels of two tasks the same, as text: the node's expression with its axes and
 * its memory numbered in the order of appearance. So the blocks of a deep network are lowered once.
 */
final class KernelKey {
  private final StringBuilder text = new StringBuilder();
  private final Map<Node, Location> locations;
  private final Map<Axis, LoopExpression.Local> steps;
  private final Map<Axis, Integer> axes = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  private KernelKey(Evaluate task, Map<Node, Location> locations) {
    this.locations = locations;
    this.steps = task.steps();
  }

  static KernelKey of(Evaluate task, Map<Node, Location> locations) {
    KernelKey key = new KernelKey(task, locations);
    key.axes(task.node().axes());
    key.location(task.target());
    key.scalar(task.node().body());
    return key;
  }

  /** The memory that the kernel works on, in the order of appearance. */
  List<Slot> slots() {
    return slots;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void axes(List<Axis> bound) {
    for (Axis axis : bound) {
      axes.put(axis, axes.size());
      text.append(axes.get(axis)).append(axis.name()).append('<').append(axis.extent()).append(' ');
    }
  }

  private void location(Location location) {
    Slot slot = location.slot();
    int number = slots.indexOf(slot);
    if (number < 0) {
      number = slots.size();
      slots.add(slot);
    }
    text.append('@').append(number).append(slot.type()).append(slot.rowStride());
    text.append(slot.area())
        .append(slot.slack())
        .append(location.batched())
        .append(location.strides())
        .append('+');
    scalar(location.origin());
  }

  private void scalar(Scalar scalar) {
    if (scalar instanceof Scalar.Constant constant) {
      text.append(constant.type()).append(Double.doubleToLongBits(constant.value()));
    } else if (scalar instanceof Scalar.AxisIndex index) {
      axis(index.axis());
    } else if (scalar instanceof Scalar.ExtentValue value) {
      text.append('#').append(value.extent());
    } else {
      text.append(operation(scalar)).append('(');
      for (Scalar child : scalar.children()) {
        scalar(child);
        text.append(',');
      }
      text.append(')');
    }
  }

  private void axis(Axis axis) {
    text.append('$').append(steps.containsKey(axis) ? steps.get(axis).name() : axes.get(axis));
  }

  private String operation(Scalar scalar) {
    if (scalar instanceof Scalar.Read read) {
      Node node = read.node();
      location(locations.get(node));
      return (node instanceof Variable
              ? node.name().substring(node.name().lastIndexOf('.') + 1)
              : "")
          + node.shape();
    }
    if (scalar instanceof Scalar.Unary unary) {
      return unary.op().name();
    }
    if (scalar instanceof Scalar.Binary binary) {
      return binary.op().name();
    }
    if (scalar instanceof Scalar.Cast cast) {
      return cast.type().name();
    }
    if (scalar instanceof Scalar.Random random) {
      return "random" + random.stream();
    }
    if (scalar instanceof Scalar.Reduce reduce) {
      axes(reduce.axes());
      return reduce.op().name() + reduce.guards().size();
    }
    return "select";
  }
}
