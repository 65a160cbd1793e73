package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.pass.Uses.Use;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the expressions of nodes into those that read them, so that what lies between need not be
 * kept: views and cheap expressions always, others where they are read once; reductions into the
 * elementwise work that follows them (their <em>epilogue</em>). No reduction is computed more often
 * than before, and none changes its order.
 */
final class Fusion extends GraphRewriter {
  private final Set<Node> inlined;
  private final Map<Scalar.Read, Scalar> values = new HashMap<>();

  private Fusion(Set<Node> inlined) {
    this.inlined = inlined;
  }

  /**
   * The graph with fewer, larger nodes: first reductions take up their epilogues, then the rest is
   * decided.
   */
  static Graph fuse(Graph graph) {
    return all(all(graph, Fusion::isEpilogue), Fusion::isInline);
  }

  /** Whether a node is to be put into its readers. */
  private interface Choice {
    boolean test(Compute producer, Uses uses);
  }

  /**
   * Chooses and rewrites until nothing is left to choose. A node that takes in another waits for
   * the next round.
   */
  private static Graph all(Graph graph, Choice choice) {
    Graph fused = graph;
    while (true) {
      Uses uses = new Uses(fused);
      Set<Node> inlined = Collections.newSetFromMap(new IdentityHashMap<>());
      Set<Node> changed = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Compute producer : uses.computes()) {
        if (!changed.contains(producer)
            && !uses.isKept(producer)
            && !uses.of(producer).isEmpty()
            && fits(producer, uses, changed)
            && choice.test(producer, uses)) {
          inlined.add(producer);
          changed.addAll(uses.readers(producer).keySet());
        }
      }
      if (inlined.isEmpty()) {
        return fused;
      }
      fused = new Fusion(inlined).rewrite(fused);
    }
  }

  /**
   * Whether the readers have room for the producer's expression, and are not being changed already.
   */
  private static boolean fits(Compute producer, Uses uses, Set<Node> changed) {
    int size = CostEstimate.size(producer.body());
    return uses.readers(producer).entrySet().stream()
        .allMatch(
            reader ->
                !changed.contains(reader.getKey())
                    && (size <= 3
                        || CostEstimate.isSmallEnough(
                            CostEstimate.size(reader.getKey().body())
                                + Math.toIntExact(reader.getValue()) * size)));
  }

  /**
   * A reduction that one node alone reads, outside of its own reductions, once for each element.
   * Not where functions follow: those are long, and a reduction computes many elements at once. Nor
   * beside another reduction of as many elements: each of them alone keeps more sums in registers.
   */
  private static boolean isEpilogue(Compute producer, Uses uses) {
    List<Use> all = uses.of(producer);
    if (!hasReduction(producer.body()) || reducesBatch(producer.body()) || all.size() != 1) {
      return false;
    }
    Use use = all.get(0);
    Compute reader = use.reader();
    if (use.isInReduction() || !uses.isSameScope(producer, reader) || reducesBatch(reader.body())) {
      return false;
    }
    int rank = producer.axes().size();
    boolean leading =
        rank <= reader.axes().size()
            && use.read().indices().equals(Scalars.indices(reader.axes().subList(0, rank)));
    boolean cheap =
        rank == reader.axes().size()
            ? !hasReduction(reader.body())
            : CostEstimate.of(producer) <= CostEstimate.of(reader);
    return leading && !hasFunction(reader.body()) && cheap;
  }

  /**
   * An expression without reductions that costs no more in its readers than in a node of its own.
   */
  private static boolean isInline(Compute producer, Uses uses) {
    if (hasReduction(producer.body())) {
      return false;
    }
    double evaluations = 0;
    for (Use use : uses.of(producer)) {
      evaluations += uses.evaluations(use, producer);
    }
    return CostEstimate.isCheaperInline(producer, evaluations);
  }

  private static boolean hasReduction(Scalar scalar) {
    return scalar instanceof Scalar.Reduce
        || scalar.children().stream().anyMatch(Fusion::hasReduction);
  }

  private static boolean hasFunction(Scalar scalar) {
    return (scalar instanceof Scalar.Unary unary && unary.op().isFunction())
        || scalar.children().stream().anyMatch(Fusion::hasFunction);
  }

  private static boolean reducesBatch(Scalar scalar) {
    return (scalar instanceof Scalar.Reduce reduce
            && reduce.axes().stream().anyMatch(Axis::isBatch))
        || scalar.children().stream().anyMatch(Fusion::reducesBatch);
  }

  @Override
  protected boolean isReplaced(Node node) {
    return inlined.contains(node) || super.isReplaced(node);
  }

  @Override
  protected Scalar replacement(Scalar.Read read) {
    if (!inlined.contains(read.node())) {
      return super.replacement(read);
    }
    return values.computeIfAbsent(
        read, key -> valueOf((Compute) rewritten(key.node()), key.indices()));
  }

  private static Scalar valueOf(Compute node, List<Scalar> indices) {
    Map<Axis, Scalar> values = new HashMap<>();
    for (int k = 0; k < indices.size(); k++) {
      values.put(node.axes().get(k), indices.get(k));
    }
    return Scalars.substitute(node.body(), values);
  }
}
