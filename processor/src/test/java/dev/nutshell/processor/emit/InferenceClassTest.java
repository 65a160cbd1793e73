package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.JavaFile;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.ScalarMath;
import dev.nutshell.inference.Weights;
import dev.nutshell.processor.diagnostic.Diagnostics;
import java.lang.reflect.Constructor;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceClassTest {

  @Test
  void aGeneratedClassPredicts() throws ReflectiveOperationException {
    List<JavaFile> files =
        Emitter.emit(
            HandBuilt.tanhLayer(2, 3, Precision.FLOAT),
            EmitOptions.of("net", "Tanh", "ab12", "0.1"),
            new Diagnostics());
    if (System.getProperty("show") != null) {
      files.forEach(System.out::println);
    }
    Class<?> type = GeneratedClasses.compile(files).load("net.TanhNet");
    ModelSpec spec = (ModelSpec) type.getField("SPEC").get(null);
    Constructor<?> constructor = type.getConstructor(Weights.class);
    float[] values = {1, 2, 3, 4, 5, 6, 0.5f, -0.5f, 0};
    Object net = constructor.newInstance(Weights.of(spec, values));
    float[] y = new float[3];
    type.getMethod("predict", float[].class, float[].class)
        .invoke(net, new float[] {0.25f, -0.25f}, y);
    for (int u = 0; u < 3; u++) {
      float sum = 0f + 0.25f * values[u] + -0.25f * values[3 + u];
      assertEquals(ScalarMath.tanh(sum + values[6 + u]), y[u]);
    }
  }
}
