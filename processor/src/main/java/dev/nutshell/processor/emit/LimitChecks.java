package dev.nutshell.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.CodeLimits;
import dev.nutshell.processor.emit.inference.ArgumentChecks;
import dev.nutshell.processor.emit.inference.Entry;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.program.Kernel;
import java.util.List;
import java.util.stream.Stream;

/** Reports what would not fit into a class file, or would never be compiled by HotSpot. */
final class LimitChecks {
  private static final DiagnosticKind KERNEL_TOO_LARGE =
      DiagnosticKind.error(
          "NUT6011",
          "{0} becomes a method of about {1} bytecodes; HotSpot compiles none above 8000",
          "Give parts of the expression names of their own: each named value becomes a method.");
  private static final DiagnosticKind TOO_MANY_TENSORS =
      DiagnosticKind.error(
          "NUT6012",
          "{0} becomes a method with {1} parameters; Java allows 255",
          "Give parts of the expression names of their own: each named value reads fewer tensors.");
  private static final DiagnosticKind TOO_MANY_KERNELS =
      DiagnosticKind.error(
          "NUT6013",
          "{0} needs {1} different kernels; a class file holds about {2}",
          "Layers of equal shapes share a kernel: use fewer shapes, or divide the model.");
  private static final DiagnosticKind TOO_MANY_OFFSETS =
      DiagnosticKind.error(
          "NUT6014",
          "{0} needs {1} offsets for repeated layers; a class file holds about {2}",
          "Divide the model.");
  private static final DiagnosticKind TOO_MANY_PORTS =
      DiagnosticKind.error(
          "NUT6015",
          "{0} is too large: its method {1} has {2} parameters; Java allows 255",
          "Join inputs, or outputs, into larger tensors.");
  private static final DiagnosticKind TOO_MANY_OUTPUTS =
      DiagnosticKind.error(
          "NUT6016",
          "{0} is too large: its method {1} compares {2} pairs of arrays; it has room for about {3}",
          "Join outputs into larger tensors.");

  private final Model model;
  private final Diagnostics diagnostics;

  LimitChecks(Model model, Diagnostics diagnostics) {
    this.model = model;
    this.diagnostics = diagnostics;
  }

  /** Checks what a class has been given; it must have been built. */
  void check(ClassParts parts) {
    List<Kernel> kernels = parts.kernels();
    if (kernels.size() > CodeLimits.KERNELS) {
      diagnostics.report(
          TOO_MANY_KERNELS,
          anySpan(),
          model.name(),
          kernels.size(),
          Integer.toString(CodeLimits.KERNELS));
    }
    int offsets = parts.tables().size();
    if (offsets > CodeLimits.TABLE_NUMBERS) {
      diagnostics.report(
          TOO_MANY_OFFSETS,
          anySpan(),
          model.name(),
          offsets,
          Integer.toString(CodeLimits.TABLE_NUMBERS));
    }
    kernels.forEach(this::check);
  }

  /** Checks the methods of a class that take inputs, targets and outputs; reports one of them. */
  void check(TypeSpec type, ClassParts parts) {
    List<MethodSpec> kernels = parts.kernelMethods();
    type.methodSpecs().stream()
        .filter(method -> !kernels.contains(method))
        .filter(method -> CodeLimits.parameterSlots(method) > CodeLimits.PARAMETER_SLOTS)
        .findFirst()
        .ifPresent(
            method ->
                diagnostics.report(
                    TOO_MANY_PORTS,
                    anySpan(),
                    model.name(),
                    method.name(),
                    CodeLimits.parameterSlots(method)));
  }

  /** Checks how many arrays an entry point must know to be different. */
  void check(Entry entry) {
    int pairs = ArgumentChecks.pairs(entry).size();
    if (pairs > CodeLimits.ARRAY_PAIRS) {
      diagnostics.report(
          TOO_MANY_OUTPUTS,
          anySpan(),
          model.name(),
          entry.name(),
          pairs,
          Integer.toString(CodeLimits.ARRAY_PAIRS));
    }
  }

  private void check(Kernel kernel) {
    int bytes = CodeLimits.bytes(kernel);
    if (bytes > CodeLimits.KERNEL_BYTES) {
      diagnostics.report(KERNEL_TOO_LARGE, span(kernel), kernel.name(), bytes);
    }
    int slots = CodeLimits.parameterSlots(kernel);
    if (slots > CodeLimits.PARAMETER_SLOTS) {
      diagnostics.report(TOO_MANY_TENSORS, span(kernel), kernel.name(), slots);
    }
  }

  /**
   * Where the value that a kernel computes stands in the text; gradients stand where their values
   * do.
   */
  private Span span(Kernel kernel) {
    return graphs()
        .flatMap(graph -> graph.nodes().stream())
        .filter(node -> isNamedIn(node.name(), kernel.name()))
        .map(Node::span)
        .findFirst()
        .orElseGet(this::anySpan);
  }

  private static boolean isNamedIn(String node, String kernel) {
    return kernel.equals(node) || kernel.startsWith(node + ".");
  }

  private Span anySpan() {
    return Stream.concat(
            model.variables().stream(), graphs().flatMap(graph -> graph.roots().stream()))
        .map(Node::span)
        .findFirst()
        .orElse(new Span(model.name(), 1, 1, 1, 1));
  }

  private Stream<Graph> graphs() {
    return model.entries().stream()
        .flatMap(entry -> Stream.of(entry.inference(), entry.training()));
  }
}
