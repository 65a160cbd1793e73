package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.emit.member.ArgumentNames;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry point of the inference class with the names of its arguments. */
public record Entry(
    Model.EntryPoint point,
    Program program,
    List<Port> inputs,
    List<Port> outputs,
    Map<Extent.Bounded, String> lengths) {

  /**
   * An array that the caller passes in.
   *
   * @param label its name in the model
   * @param offset the name of the argument that says where it begins
   */
  record Port(String label, Node node, String array, String offset) {

    ElementType type() {
      return node.type();
    }

    /** Elements between one sample and the next. */
    int stride() {
      return Math.toIntExact(node.sampleSize());
    }
  }

  static Entry of(Model.EntryPoint point, Program program, ArgumentNames names) {
    List<Port> inputs = new ArrayList<>();
    for (Input input : point.inputs()) {
      inputs.add(port(input.name(), input, names));
    }
    List<Port> outputs = new ArrayList<>();
    for (Graph.Output output : point.inference().outputs()) {
      outputs.add(port(output.name(), output.node(), names));
    }
    Map<Extent.Bounded, String> lengths = new LinkedHashMap<>();
    for (List<Port> ports : List.of(inputs, outputs)) {
      for (Port port : ports) {
        for (Extent extent : port.node().shape()) {
          if (extent instanceof Extent.Bounded bounded) {
            lengths.put(bounded, names.ofLength(bounded));
          }
        }
      }
    }
    return new Entry(point, program, inputs, outputs, lengths);
  }

  private static Port port(String label, Node node, ArgumentNames names) {
    return new Port(label, node, names.of(label), names.offset(label));
  }

  public String name() {
    return point.name();
  }

  /** Whether it reads or changes what a session keeps from call to call. */
  boolean hasCarries() {
    return ProgramContents.places(program).anyMatch(place -> place.area() == Area.CARRIES);
  }

  /** Whether the one-sample forms return the result instead of writing it. */
  boolean returnsScalar() {
    return outputs.size() == 1
        && outputs.get(0).stride() == 1
        && outputs.get(0).type() != ElementType.BYTE;
  }

  /** The extent of an axis, as Java: a literal or the argument that gives it. */
  CodeBlock extent(Extent extent) {
    return extent instanceof Extent.Bounded bounded
        ? CodeBlock.of("$N", lengths.get(bounded))
        : CodeBlock.of("$L", extent.bound());
  }
}
