package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.training.TrainingModel;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The weights after training, to the bit: the same on every Java and every machine, cold and
 * compiled. A change of the order of operations changes the digests, which then have to be measured
 * anew, on more than one Java.
 */
class SameBitsTest {
  private static final int BATCH = 70;
  private static final int STEPS = 60;

  private static final String TEXT =
      """
      model Network(): %s {
        input  image: float[6, 6, 1]
        input  tokens: int[5]
        target digit: int
        seen = image
            |> conv(4, kernel: 3, padding: same) |> batch_norm |> relu |> max_pool(2)
            |> flatten |> dropout(0.3) |> dense(6) |> gelu
        read = tokens |> embedding(7, 6) |> attention(2, causal: true) |> layer_norm |> lstm(6)
        logits = concat(seen, read) |> dense(3)
        output logits
        loss   cross_entropy(logits, digit)
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "float, d6aaaccb7ae347b4d5e8c3b69750c536155e74ab197cf996cab35202416292e8",
    "double, 94cf4231facb212b6b6aad9f24d9fb237f187e8954efe8b221af3f1ea81c501e",
  })
  void trainedWeightsHaveTheSameDigestEverywhere(String precision, String digest) {
    GeneratedNetwork network = GeneratedNetwork.of(Elaborated.model(TEXT.formatted(precision)));
    Call call = new ModelCalls(network.model(), BATCH).apply(new Random(3));
    try (TrainingModel training = network.training(call, 2)) {
      for (int step = 0; step < STEPS; step++) {
        training.step(BATCH);
      }
      assertEquals(digest, training.weights().digest());
    }
  }
}
