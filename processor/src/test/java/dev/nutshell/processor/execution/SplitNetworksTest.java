package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that are put together of several along their last axis, as the gates of an LSTM are. */
class SplitNetworksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Pieces that fill no whole number of vectors.
        "input x: float[5, 6]  y = x |> lstm(17, return_sequences: true)  target t: float[5, 17]",
        "input x: float[20]  y = concatenate((x, relu(x), sqrt(x * x + 1.0)))  target t: float[60]",
        // The gradient adds to elements that data chooses, in halves of different weight.
        "input x: float[12, 40]  input p: int[6]  h = x |> dense(40)  y = [i < 6, c < 40] h[clamp(p[i], 0, 11), c] * select(c < 18, 1.0, 2.0)  target t: float[6, 40]",
        // One too narrow to be worth it.
        "input x: float[20]  y = concatenate((x, x |> dense(3)))  target t: float[23]",
      })
  void agreeWithTheInterpreter(String text) {
    Model model = model(text);
    GeneratedNetwork network = GeneratedNetwork.of(model);
    for (int batch : new int[] {1, 3}) {
      Agreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
      VectorAgreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
    }
  }

  /** A condition at every element would keep the loop from running in vectors. */
  @Test
  void gatesHaveLoopsWithoutConditions() {
    Model model =
        model(
            "input x: float[5, 6]  y = x |> lstm(32, return_sequences: true)  target t: float[5, 32]");
    Program training = Compiler.schedule(model).training().get(0).train().vector();
    List<String> gates =
        training.phases().stream()
            .flatMap(phase -> phase.parallel().stream())
            .flatMap(SplitNetworksTest::kernels)
            .filter(kernel -> kernel.name().endsWith("z.gradient"))
            .map(kernel -> String.join("\n", kernel.comment()))
            .toList();
    assertEquals(4, gates.size());
    assertTrue(gates.stream().noneMatch(gate -> gate.contains("select")), gates::toString);
  }

  private static Stream<Kernel> kernels(Program.Step step) {
    if (step instanceof Program.Loop loop) {
      return loop.body().stream().flatMap(SplitNetworksTest::kernels);
    }
    return step instanceof Program.Call call ? Stream.of(call.kernel()) : Stream.of();
  }

  private static Model model(String text) {
    return Elaborated.model(
        "model Network {\n"
            + text.replace("  ", "\n")
            + "\noutput y\nloss mean_squared_error(y, t)\n}\n");
  }
}
