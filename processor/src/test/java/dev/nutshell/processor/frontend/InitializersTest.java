package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.frontend.Value.BoolValue;
import dev.nutshell.processor.frontend.Value.FloatValue;
import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.frontend.Value.WordValue;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.training.initializer.Initializer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The initializers of the language are those of the runtime. */
class InitializersTest {

  @Test
  void theSameNames() {
    assertEquals(Set.copyOf(Initializer.names()), Set.copyOf(Initializers.NAMES));
  }

  @Test
  void theRuntimeReadsEachWithItsDefaultsAndAnyOfItsWords() {
    for (String name : Initializers.NAMES) {
      Map<String, Value> arguments = new LinkedHashMap<>(Initializers.arguments(name));
      arguments.replaceAll((key, value) -> value == null ? new FloatValue(2) : value);
      assertRead(name, arguments);
      arguments.forEach(
          (key, value) -> {
            if (value instanceof WordValue word) {
              for (String choice : word.choices()) {
                Map<String, Value> other = new LinkedHashMap<>(arguments);
                other.put(key, new WordValue(choice, word.choices()));
                assertRead(name, other);
              }
            }
          });
    }
  }

  private static void assertRead(String name, Map<String, Value> arguments) {
    InitializerValue value = Initializers.of(name, arguments);
    List<Extent> shape =
        name.equals("stft")
            ? List.of(new Extent.Fixed(4), new Extent.Fixed(1), new Extent.Fixed(3))
            : List.of(new Extent.Fixed(4), new Extent.Fixed(3));
    assertEquals(Optional.empty(), Initializers.problem(value.initializer(), shape));
    assertEquals(name, Initializers.name(value));
  }

  @Test
  void aConstantTakesANumberForEachOfEqualParts() {
    Model model =
        Elaborated.model(
            """
            model M {
              input x: float[3, 4]
              output y = x |> lstm(5)
            }
            """);
    assertEquals("constant(0.0,1.0,0.0,0.0)", model.variables().get(2).initializer().toString());
  }

  @Test
  void wordsArePartOfTheName() {
    Map<String, Value> arguments = new LinkedHashMap<>(Initializers.arguments("stft"));
    arguments.put("periodic", new BoolValue(true));
    assertEquals(
        "stft.real.hann.density(1.0)", Initializers.of("stft", arguments).initializer().toString());
  }

  /** Keras' EinsumDense: 64 inputs and 4 * 16 outputs, not those of a convolution's kernel. */
  @Test
  void theEquationSaysTheFansOfItsKernel() {
    assertEquals(
        "variance_scaling.fan_avg.uniform(10.0)", einsum("tc,chd->thd", "(64, 4, 16)", ""));
    assertEquals(
        "variance_scaling.fan_in.truncated_normal(8.0)",
        einsum("tc,chd->thd", "(64, 4, 16)", ", kernel_init: he_normal"));
    assertEquals(
        "variance_scaling.fan_out.untruncated_normal(32.0)",
        einsum(
            "tc,chd->thd",
            "(64, 4, 16)",
            ", kernel_init: variance_scaling(2, fan_out, untruncated_normal)"));
    assertEquals("glorot_uniform", einsum("tc,cd->td", "(64, 16)", ""));
    assertEquals("ones", einsum("tc,chd->thd", "(64, 4, 16)", ", kernel_init: ones"));
    assertEquals(
        Math.sqrt(6.0 / 128), most("variance_scaling.fan_avg.uniform(10.0)", 64, 4, 16), 1e-3);
  }

  @Test
  void aBilinearLayerHasTheFansOfItsSums() {
    Model model =
        Elaborated.model(
            """
            model M {
              input x: float[6]
              input z: float[8]
              output y = bilinear(x, z, 16)
            }
            """);
    // Drawn by (16 * 6 + 16 * 8) / 2 = 112, and (6 * 8 + 16) / 2 = 32 is meant.
    assertEquals(
        "variance_scaling.fan_avg.uniform(3.5)", model.variables().get(0).initializer().toString());
  }

  private static String einsum(String equation, String kernel, String more) {
    Model model =
        Elaborated.model(
            """
            model M {
              input x: float[5, 64]
              output y = x |> einsum_dense("%s", %s%s)
            }
            """
                .formatted(equation, kernel, more));
    return model.variables().get(0).initializer().toString();
  }

  /** The largest of the numbers that are drawn. */
  private static double most(String initializer, Integer... shape) {
    int size = List.of(shape).stream().reduce(1, (a, b) -> a * b);
    double[] values = Initializer.parse(initializer, List.of(shape)).values("W", 1, size);
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }
}
