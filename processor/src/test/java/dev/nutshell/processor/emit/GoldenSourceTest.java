package dev.nutshell.processor.emit;

import com.palantir.javapoet.JavaFile;
import org.junit.jupiter.api.Test;

/** Generated sources as their readers see them. */
class GoldenSourceTest {

  @Test
  void aPerceptronAndItsTraining() {
    assertGolden(
        """
        /// The exclusive or of two numbers, by four hidden units.
        model Xor {
          input x: float[2]
          target y: float[1]
          logit = x |> hidden: dense(4) |> tanh |> out: dense(1)
          output p = sigmoid(logit)
          loss error = binary_cross_entropy_with_logits(logit, y)
        }
        """);
  }

  @Test
  void aNetworkWithMemoryBetweenCalls() {
    assertGolden(
        """
        /// A leaky average of what it has seen, of as many words as a call brings.
        model Listener {
          input words: int[t <= 6]
          carry heard: float[3] init zeros
          vectors = embedding(words, 10, 3)
          next = [j] 0.9 * heard[j] + 0.1 * mean[i] vectors[i, j]
          update heard = next
          output average = next
        }
        """);
  }

  private static void assertGolden(String text) {
    for (GeneratedClass each : Nets.emit(Nets.schedule(text))) {
      JavaFile file = each.source();
      GoldenFiles.assertGolden(file.typeSpec().name() + ".java.txt", file.toString());
    }
  }
}
