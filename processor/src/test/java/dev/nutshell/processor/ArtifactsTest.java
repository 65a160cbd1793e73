package dev.nutshell.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.binary.VectorCompilerException;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArtifactsTest {
  private static final EmitOptions OPTIONS = EmitOptions.of("net", "Wide", "00", "0.1");

  private static Model model() {
    return Elaborated.model(
        """
        model Wide {
          input x: float[64]
          output y = x |> dense(64) |> relu
        }
        """);
  }

  private static List<String> names(Artifacts artifacts) {
    return artifacts.sources().stream().map(file -> file.typeSpec().name()).toList();
  }

  @Test
  void vectorCodeIsCompiled() {
    Artifacts artifacts = Artifacts.of(model(), OPTIONS, new Diagnostics());
    assertEquals(List.of("WideNet"), names(artifacts));
    assertEquals(Set.of("net.WideNetVectors"), artifacts.classFiles().keySet());
    assertEquals(Optional.empty(), artifacts.obstacle());
  }

  @Test
  void whereItCannotBeCompiledTheLoopsDoWithoutIt() {
    Artifacts artifacts =
        Artifacts.of(
            model(),
            OPTIONS,
            new Diagnostics(),
            sources -> {
              throw new VectorCompilerException("this Java has no compiler");
            });
    assertEquals(List.of("WideNet"), names(artifacts));
    assertFalse(artifacts.sources().get(0).toString().contains("Vectors"));
    assertEquals(Map.of(), artifacts.classFiles());
    assertEquals(Optional.of("this Java has no compiler"), artifacts.obstacle());
  }

  @Test
  void asSourcesItIsLeftToOthers() {
    Artifacts artifacts = Artifacts.ofSources(model(), OPTIONS, new Diagnostics());
    assertEquals(List.of("WideNet", "WideNetVectors"), names(artifacts));
    assertTrue(artifacts.sources().get(1).toString().contains("FloatVector"));
  }
}
