package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.inference.Entry.Port;
import dev.nutshell.processor.emit.member.ArgumentNames;
import dev.nutshell.processor.emit.member.IndexCheck;
import dev.nutshell.processor.emit.member.SampleSpan;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The checks at the border: after them a call reads and writes nothing that it should not. */
public final class ArgumentChecks {
  private static final ClassName CHECKS = ClassName.get("dev.nutshell.inference", "Checks");

  private final Entry entry;
  private final ArgumentNames names;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private ArgumentChecks(Entry entry, ArgumentNames names) {
    this.entry = entry;
    this.names = names;
  }

  /**
   * @param n the argument that says how many samples there are
   * @param capacity an expression for how many there may be
   * @param indexBounds for each integer input that serves as an index, one more than the largest
   *     value it may have
   */
  static CodeBlock code(
      Entry entry,
      ArgumentNames names,
      String n,
      CodeBlock capacity,
      Map<Input, Integer> indexBounds) {
    ArgumentChecks checks = new ArgumentChecks(entry, names);
    checks.code.addStatement("$T.count($N, $L)", CHECKS, n, capacity);
    checks.lengths();
    checks.arrays(n);
    checks.overlaps();
    checks.indices(n, indexBounds);
    return checks.code.build();
  }

  private void lengths() {
    entry
        .lengths()
        .forEach(
            (bounded, name) ->
                code.addStatement(
                    "$T.extent($S, $N, $L)", CHECKS, bounded.name(), name, bounded.bound()));
  }

  private void arrays(String n) {
    for (List<Port> ports : List.of(entry.inputs(), entry.outputs())) {
      for (Port port : ports) {
        code.addStatement(
            "$T.length($S,$W$T.requireNonNull($N, $S).length,$W$N,$W$L)",
            CHECKS,
            port.label(),
            Objects.class,
            port.array(),
            port.label(),
            port.offset(),
            new SampleSpan(port.node()).code(n, entry::extent));
      }
    }
  }

  private void overlaps() {
    for (Pair pair : pairs(entry)) {
      code.addStatement(
          "$T.distinct($S, $N, $S, $N)",
          CHECKS,
          pair.other().label(),
          pair.other().array(),
          pair.output().label(),
          pair.output().array());
    }
  }

  /** An output with an input or an earlier output of its type. */
  record Pair(Port other, Port output) {}

  /** The arrays that must not be the same. */
  public static List<Pair> pairs(Entry entry) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < entry.outputs().size(); i++) {
      List<Port> others = new ArrayList<>(entry.inputs());
      others.addAll(entry.outputs().subList(0, i));
      Port output = entry.outputs().get(i);
      for (Port other : others) {
        if (other.type() == output.type()) {
          pairs.add(new Pair(other, output));
        }
      }
    }
    return pairs;
  }

  private void indices(String n, Map<Input, Integer> bounds) {
    for (Port port : entry.inputs()) {
      Input input = (Input) port.node();
      Integer bound = bounds.get(input);
      if (bound != null && port.type() == ElementType.INT) {
        code.add(
            new IndexCheck(input, port.array(), port.offset(), n, entry::extent, names.rowIndex())
                .code(bound));
      }
    }
  }
}
