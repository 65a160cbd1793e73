package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.ScanOutput;
import dev.nutshell.processor.pass.RandomGraph;
import dev.nutshell.processor.pass.RandomGraphs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated classes of random networks against the interpreter. */
class RandomNetworksTest {
  private static final int COUNT = 200;
  private static final int AT_ONCE = 25;
  private static final int INDEX_BOUND = 4;

  @Test
  void generatedCodeAgreesWithTheInterpreter() {
    long seed = Long.getLong("nutshell.seed", 1);
    System.out.println("Random networks: -Dnutshell.seed=" + seed);
    List<RandomGraph> graphs = RandomGraphs.of(seed, COUNT);
    Map<List<Long>, GeneratedNetwork> networks = new HashMap<>();
    for (int i = 0; i < graphs.size(); i += AT_ONCE) {
      compile(graphs.subList(i, Math.min(i + AT_ONCE, graphs.size())), networks);
    }
    RandomGraphs.check(
        seed,
        COUNT,
        graph -> {
          GeneratedNetwork network = networks.get(graph.steps());
          GeneratedNetwork generated =
              network == null ? GeneratedNetwork.of(model(graph)) : network;
          Agreement.check(generated, graph.call(new Random(seed)));
          VectorAgreement.check(generated, graph.call(new Random(seed)));
        });
    long predicting =
        networks.values().stream()
            .filter(each -> !each.model().entries().get(0).inference().outputs().isEmpty())
            .count();
    assertTrue(predicting > COUNT / 2, predicting + " of " + COUNT + " predict something");
  }

  /**
   * Compiles what can be compiled at once; what is left out is compiled again, and fails, by
   * itself.
   */
  private static void compile(
      List<RandomGraph> graphs, Map<List<Long>, GeneratedNetwork> networks) {
    try {
      List<GeneratedNetwork> compiled =
          GeneratedNetwork.all(graphs.stream().map(RandomNetworksTest::model).toList());
      for (int i = 0; i < graphs.size(); i++) {
        networks.put(graphs.get(i).steps(), compiled.get(i));
      }
    } catch (RuntimeException | AssertionError failure) {
      System.out.println("Random networks: " + failure.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** A model that predicts what it can of the values that the losses look at. */
  private static Model model(RandomGraph random) {
    List<Graph.Output> outputs = new ArrayList<>();
    for (Node node : random.observed()) {
      if (isPrediction(node)) {
        outputs.add(new Graph.Output("out" + outputs.size(), node));
      }
    }
    Graph inference =
        new Graph("inference", outputs, List.of(), List.of(), List.of(), List.of(), List.of());
    Map<Input, Integer> bounds = new HashMap<>();
    for (Input input : random.inputs()) {
      if (input.type() == ElementType.INT) {
        bounds.put(input, INDEX_BOUND);
      }
    }
    Model.EntryPoint entry =
        new Model.EntryPoint(
            "predict",
            "",
            random.inputs(),
            List.of(),
            inference,
            random.graph(),
            random.graph(),
            Graph.empty("adaptation"),
            List.of(),
            Map.of(),
            bounds);
    return new Model(
        "Network", "", Precision.DOUBLE, random.parameters(), List.of(entry), List.of(), Map.of());
  }

  /**
   * Whether a value has a place in a prediction: one for each sample, that no other sample has a
   * part in.
   */
  private static boolean isPrediction(Node node) {
    return node.isBatched()
        && Dependencies.order(List.of(node)).stream().noneMatch(RandomNetworksTest::sumsSamples);
  }

  private static boolean sumsSamples(Node node) {
    if (node instanceof ScanOutput output) {
      return output.scan().body().stream().anyMatch(RandomNetworksTest::sumsSamples);
    }
    return node instanceof Compute compute
        && compute.body() instanceof Scalar.Reduce reduce
        && reduce.axes().stream().anyMatch(Axis::isBatch);
  }
}
