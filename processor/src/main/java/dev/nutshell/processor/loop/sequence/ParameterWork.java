package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values follow from parameters and states alone, and so are the same in every prediction of
 * a network: no sample, no carry, no random number and no length of a call has a part in them.
 */
final class ParameterWork {
  private final Map<Node, Boolean> known = new HashMap<>();

  boolean contains(Node node) {
    Boolean answer = known.get(node);
    if (answer == null) {
      answer = decide(node);
      known.put(node, answer);
    }
    return answer;
  }

  private boolean decide(Node node) {
    if (node instanceof Variable variable) {
      return variable.kind() != Variable.Kind.CARRY;
    }
    if (node instanceof Reshape reshape) {
      return contains(reshape.operand());
    }
    return node instanceof Compute compute
        && isFixed(compute.axes())
        && isFixed(compute.body())
        && Dependencies.of(compute).stream().allMatch(this::contains);
  }

  private static boolean isFixed(List<Axis> axes) {
    return axes.stream().allMatch(axis -> axis.extent() instanceof Extent.Fixed);
  }

  private static boolean isFixed(Scalar scalar) {
    if (scalar instanceof Scalar.Random) {
      return false;
    }
    if (scalar instanceof Scalar.ExtentValue value && !(value.extent() instanceof Extent.Fixed)) {
      return false;
    }
    if (scalar instanceof Scalar.Reduce reduce && !isFixed(reduce.axes())) {
      return false;
    }
    return scalar.children().stream().allMatch(ParameterWork::isFixed);
  }
}
