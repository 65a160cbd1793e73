package dev.nutshell.processor.emit.member;

import dev.nutshell.processor.emit.kernel.KernelNames;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.program.KernelIntegers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variable names of a generated class. What the model's author named keeps its name; our own
 * names give way.
 */
public final class ArgumentNames {
  private final MemberNames names;
  private final String rowIndex;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> integers = new LinkedHashMap<>();
  private final Map<String, String> offsets = new LinkedHashMap<>();

  /**
   * Names for the ports of a model.
   *
   * @param inherited fields of the class that it is to extend
   */
  public ArgumentNames(Model model, List<String> inherited) {
    List<String> taken = new ArrayList<>(List.of("Checks", "Objects", "System", "Arrays"));
    taken.addAll(inherited);
    names = new MemberNames(taken);
    for (Model.EntryPoint entry : model.entries()) {
      entry.inputs().forEach(input -> take(input.name(), input));
      entry.targets().forEach(target -> take(target.name(), target));
      for (Graph.Output output : entry.inference().outputs()) {
        take(output.name(), output.node());
      }
    }
    labels.forEach((label, name) -> offsets.put(label, names.fresh(name + "Offset")));
    rowIndex = names.fresh("row");
  }

  private void take(String label, Node node) {
    of(label);
    for (Extent extent : node.shape()) {
      if (extent instanceof Extent.Bounded bounded) {
        ofLength(bounded);
      }
    }
  }

  /** The name of an input, a target or an output. */
  public String of(String label) {
    return labels.computeIfAbsent(label, each -> names.fresh(KernelNames.camelCase(each)));
  }

  /** The name of the length of a bounded axis: that of the axis. */
  public String ofLength(Extent.Bounded axis) {
    return integers.computeIfAbsent(
        KernelIntegers.length(axis), each -> names.fresh(KernelNames.camelCase(axis.name())));
  }

  /** The name of what a kernel takes as an int: a length, or the step of a scan. */
  public String ofInteger(String parameter) {
    return integers.computeIfAbsent(parameter, each -> names.fresh(KernelNames.camelCase(each)));
  }

  /** The name of the argument that says where an input or output begins. */
  public String offset(String label) {
    return offsets.get(label);
  }

  /** The index of a loop over rows in a check. */
  public String rowIndex() {
    return rowIndex;
  }

  /** A name of our own that hides none of the author's. */
  public String own(String suggestion) {
    return names.fresh(suggestion);
  }

  /** For fields, which share the scope. */
  public MemberNames members() {
    return names;
  }
}
