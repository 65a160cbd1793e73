package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that read the one before with a border of zeros: only inputs are copied into one. */
class PaddedNetworksTest {

  /** With the number of copies. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x: float[7, 6, 4]; conv(16, kernel: 3, padding: same) |> relu |> conv(5, kernel: 3, padding: same); 1",
        // Weights in panels, whose columns are an axis of the result.
        "x: float[6, 5, 16]; conv(64, kernel: 1) |> conv(16, kernel: 3, stride: 2, padding: same); 0",
        // Points written out, one filter for each channel.
        "x: float[6, 9, 16]; conv(32, kernel: 1) |> relu |> conv(32, kernel: 3, groups: 32, pad: 1) |> relu |> conv(16, kernel: 3, pad: 1); 0",
        // Rows too narrow for a vector have something else behind them.
        "x: float[5, 6, 4]; conv(5, kernel: 1) |> conv(16, kernel: 3, padding: same); 1",
      })
  void agreeWithTheInterpreter(String input, String layers, int copies) {
    check("model Network {\n  input " + input + "\n  output y = x |> " + layers + "\n}\n", copies);
  }

  @Test
  void theLayerIsReadWithoutItsBorderToo() {
    check(
        """
        model Residual {
          input x: float[6, 6, 4]
          target t: float[6, 6, 16]
          h = x |> first: conv(16, kernel: 1) |> relu
          output y = h + (h |> second: conv(16, kernel: 3, padding: same))
          loss mean_squared_error(y, t)
        }
        """,
        0);
  }

  /** A sum that visits each point once clears its elements before, and not the border. */
  @Test
  void whatAddsToChosenElementsArisesInsideOfItsBorder() {
    String text =
        """
        model Chosen {
          input x: float[5, 6, 8]
          input place: int[6]
          target t: float[6, 4]
          h = x |> first: dense(8) |> conv(16, 3, padding: same)
          chosen = [i < 6, c < 16] h[clamp(place[i], 0, 4), clamp(place[i], 0, 5), c]
          output y = chosen |> dense(4)
          loss mean_squared_error(y, t)
        }
        """;
    check(text, 1);
    Program training = Compiler.schedule(Elaborated.model(text)).training().get(0).train().vector();
    assertEquals(List.of("first.padded"), copies(training));
  }

  private static void check(String text, int copies) {
    Model model = Elaborated.model(text);
    assertEquals(copies, copies(Compiler.schedule(model).inference().get(0).vector()).size(), text);
    GeneratedNetwork network = GeneratedNetwork.of(model);
    for (int batch : new int[] {1, 3}) {
      Agreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
      VectorAgreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
    }
  }

  /** The kernels that copy something into a border. */
  private static List<String> copies(Program program) {
    return program.phases().stream()
        .flatMap(phase -> phase.parallel().stream())
        .filter(Program.Call.class::isInstance)
        .map(step -> ((Program.Call) step).kernel().name())
        .filter(name -> name.endsWith(".padded"))
        .toList();
  }
}
