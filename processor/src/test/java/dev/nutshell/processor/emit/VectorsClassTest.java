package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.inference.VectorSupport;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The class beside a generated class, where the two forms of a program differ. */
class VectorsClassTest {
  private static final double[] WEIGHTS = {1, 2, 3, 4, 5, 6, 0, 0, 0};

  private String setting;

  @BeforeEach
  void remember() {
    setting = System.getProperty(VectorSupport.PROPERTY, "");
  }

  @AfterEach
  void restore() {
    System.setProperty(VectorSupport.PROPERTY, setting);
  }

  /** A network whose second form leaves the tanh out, so that results tell which form has run. */
  private static CompiledModel withForms() {
    CompiledModel compiled = HandBuilt.tanhLayer(2, 3, Precision.FLOAT);
    Program loops = compiled.inference().get(0).scalar();
    Program.Call dense = (Program.Call) loops.phases().get(0).parallel().get(0);
    Program.Call tanh = (Program.Call) loops.phases().get(0).parallel().get(1);
    Program.Call direct =
        new Program.Call(
            dense.kernel(),
            List.of(
                dense.places().get(0),
                dense.places().get(1),
                dense.places().get(2),
                tanh.places().get(1)));
    Program other =
        new Program(
            loops.name(),
            List.of(),
            List.of(new Program.Phase(List.of(), List.of(direct))),
            loops.memory());
    return new CompiledModel(
        compiled.model(),
        compiled.offsets(),
        List.of(new CompiledModel.Forms(loops, other)),
        List.of(),
        compiled.constrain());
  }

  private static float[] predict(String setting) {
    System.setProperty(VectorSupport.PROPERTY, setting);
    float[] y = new float[3];
    GeneratedNet.of(Nets.emit(withForms()), WEIGHTS).call("predict", new float[] {0.25f, 0}, y);
    return y;
  }

  @Test
  void eagerPredictionsTakeTheOtherForm() {
    assertArrayEquals(new float[] {0.25f, 0.5f, 0.75f}, predict("eager"));
  }

  @Test
  void turnedOffTheLoopsPredict() {
    assertArrayEquals(new float[] {0.24491866f, 0.46211714f, 0.6351489f}, predict("off"), 1e-6f);
  }

  @Test
  void loopsPredictUntilTheHandover() {
    System.setProperty(VectorSupport.PROPERTY, "");
    GeneratedNet net = GeneratedNet.of(Nets.emit(withForms()), WEIGHTS);
    float[] y = new float[3];
    net.call("predict", new float[] {0.25f, 0}, y);
    assertArrayEquals(new float[] {0.24491866f, 0.46211714f, 0.6351489f}, y, 1e-6f);
    net.call("warmUp");
    net.call("predict", new float[] {0.25f, 0}, y);
    assertArrayEquals(new float[] {0.25f, 0.5f, 0.75f}, y);
  }

  @Test
  void theClassNeedsNothingOfItsCaller() {
    GeneratedClass vectors = Nets.emit(withForms()).get(1);
    assertEquals("net.TanhNetVectors", vectors.name());
    assertTrue(vectors.needsVectorModule());
    String code = vectors.source().toString().replaceAll("(?s)/\\*\\*.*?\\*/", "");
    assertFalse(code.matches("(?s).*\\bTanhNet\\b.*"), code);
  }

  @Test
  void equalFormsNeedNoOtherClass() {
    assertEquals(1, Nets.emit(HandBuilt.tanhLayer(2, 3, Precision.FLOAT)).size());
  }

  @Test
  void itCanBeLeftOut() {
    EmitOptions options = EmitOptions.of("net", "Tanh", "00", "0.1").withoutVectors();
    List<GeneratedClass> classes = Emitter.emit(withForms(), options, new Diagnostics());
    assertEquals(List.of("net.TanhNet"), classes.stream().map(GeneratedClass::name).toList());
    assertFalse(classes.get(0).source().toString().contains("Vectors"));
  }
}
