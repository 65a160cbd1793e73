package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.ModelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The source of a network grows with its different kernels, not with its repeated blocks. */
class SourceSizeTest {
  private static final int MOST_CHARACTERS = 400_000;
  private static final double MOST_GROWTH = 1.3;

  private static final String GPT =
      """
      model Gpt(context: int = 16, width: int = 32, depth: int = DEPTH) {
        input tokens: int[context]
        target next: int[context]
        x = embedding(tokens, 65, width) |> positions
        repeat depth {
          x = x + attention(layer_norm(x), 4, causal: true)
          x = x + (layer_norm(x) |> dense(4 * width) |> gelu |> dense(width))
        }
        logits = layer_norm(x) |> dense(65)
        output scores = logits
        loss cross_entropy(logits, next)
      }
      """;

  private static List<GeneratedClass> gpt(int depth) {
    return Nets.emit(Nets.schedule(GPT.replace("DEPTH", Integer.toString(depth))));
  }

  private static int characters(List<GeneratedClass> files) {
    return files.stream().mapToInt(file -> file.source().toString().length()).sum();
  }

  @Test
  void twentyFourBlocksTakeLittleMoreThanFour() throws ReflectiveOperationException {
    List<GeneratedClass> deep = gpt(24);
    int four = characters(gpt(4));
    int many = characters(deep);
    assertTrue(
        many <= MOST_CHARACTERS && many <= MOST_GROWTH * four,
        many + " characters for 24 blocks, " + four + " for 4");
    ModelSpec spec =
        (ModelSpec) GeneratedClasses.compile(deep).load("net.GptNet").getField("SPEC").get(null);
    assertEquals(2 + 24 * 16 + 4, spec.variables().size());
    assertEquals("repeat.23.x.dense_2.b", spec.variables().get(24 * 16 + 1).path());
  }
}
