package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.pass.GradientCheck;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random networks of the library's layers: generated code against the interpreter and vectors
 * against plain loops, gradients against differences.
 */
class RandomLayersTest {
  private static final int COUNT = 60;
  private static final int BATCH = 5;
  private static final long SEED = Long.getLong("nutshell.seed", 1);

  private static final List<RandomLayers.Network> NETWORKS =
      LongStream.range(0, COUNT).mapToObj(i -> RandomLayers.draw(SEED * 1_000_003 + i)).toList();

  private static final List<Model> MODELS =
      NETWORKS.stream().map(each -> Elaborated.model(each.text())).toList();

  private static void forEach(BiConsumer<Integer, Random> check) {
    for (int i = 0; i < COUNT; i++) {
      try {
        check.accept(i, new Random(SEED));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(
            "-Dnutshell.seed=%d, network %d:%n%s".formatted(SEED, i, NETWORKS.get(i).text()),
            failure);
      }
    }
  }

  @Test
  void shapesAreThoseOfTheTable() {
    forEach(
        (i, random) -> {
          Graph.Output output = MODELS.get(i).entries().get(0).inference().outputs().get(0);
          List<Extent> shape = output.node().shape();
          assertEquals(
              NETWORKS.get(i).shape(),
              shape.subList(1, shape.size()).stream().map(Extent::bound).toList());
        });
  }

  @Test
  void generatedCodeAgreesWithTheInterpreter() {
    List<GeneratedNetwork> generated = GeneratedNetwork.all(MODELS);
    forEach(
        (i, random) -> {
          Call call = new ModelCalls(MODELS.get(i), BATCH).apply(random);
          Agreement.check(generated.get(i), call);
          VectorAgreement.check(generated.get(i), call);
        });
  }

  @Test
  void gradientsAgreeWithDifferences() {
    GradientCheck check = new GradientCheck(SEED);
    forEach(
        (i, random) -> {
          Model model = MODELS.get(i);
          check.check(
              model.entries().get(0).training(),
              model.variables().stream()
                  .filter(each -> each.kind() == Variable.Kind.PARAMETER)
                  .toList(),
              new ModelCalls(model, 2));
        });
  }
}
