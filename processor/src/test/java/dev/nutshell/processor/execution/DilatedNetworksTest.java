package dev.nutshell.processor.execution;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums that read at every so many points alone, and what else their points read. */
class DilatedNetworksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The other factor is read at indices that are in range where the stride divides alone.
        "input x: float[40]  input m: float[40]  target t: float[20]  param w: float[9, 20] init glorot_uniform  h = x |> dense(40)  output y = [o < 20] sum[k < 9] h[2 * o + k - 1] * (m[2 * o + k - 1] * w[k, o])",
        "input x: float[9, 7, 8]  target t: float[5, 4, 16]  output y = x |> conv(8, 1) |> conv(16, 3, stride: 2, padding: same)",
      })
  void agreeWithTheInterpreter(String text) {
    Model model =
        Elaborated.model(
            "model Network {\n"
                + text.replace("  ", "\n")
                + "\nloss mean_squared_error(y, t)\n}\n");
    GeneratedNetwork network = GeneratedNetwork.of(model);
    for (int batch : new int[] {1, 3}) {
      Agreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
      VectorAgreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
    }
  }
}
