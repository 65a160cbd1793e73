package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.frontend.Value.BoolValue;
import dev.nutshell.processor.frontend.Value.FloatValue;
import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.frontend.Value.WordValue;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.training.initializer.Initializer;
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
}
