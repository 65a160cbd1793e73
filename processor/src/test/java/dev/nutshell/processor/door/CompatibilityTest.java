package dev.nutshell.processor.door;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VectorSupport;
import dev.nutshell.inference.Weights;
import dev.nutshell.training.WeightsWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was generated and saved by an earlier version goes on: its classes, its weight file and what
 * they predicted are kept with the tests. {@code -Dnutshell.update=true} writes them anew, which is
 * for a new version alone: it gives up those that are out.
 */
class CompatibilityTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/nutshell/processor/compatibility/0.1");

  private static final Path CLASSES = FOLDER.resolve("phrases.jar");
  private static final Path WEIGHTS = FOLDER.resolve("phrases.safetensors");
  private static final Path PREDICTIONS = FOLDER.resolve("predictions.txt");

  private static final String NETWORK = "nets.PhrasesNet";
  private static final int SAMPLES = 8;

  /** How far another order of additions may be away. */
  private static final float TOLERANCE = 1e-6f;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeAnew() throws Exception {
    if (Boolean.getBoolean("nutshell.update")) {
      compileInto(CLASSES);
      try (URLClassLoader loader = loader(CLASSES)) {
        ModelSpec spec = (ModelSpec) loader.loadClass(NETWORK).getField("SPEC").get(null);
        WeightsWriter.write(Weights.of(spec, numbers(spec.size())), WEIGHTS);
      }
      Files.write(PREDICTIONS, lines(predictions(CLASSES)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "eager"})
  void classesOfBeforePredictTheSameBits(String vectors) throws Exception {
    String before = System.setProperty(VectorSupport.PROPERTY, vectors);
    try {
      assertEquals(Files.readAllLines(PREDICTIONS), lines(predictions(CLASSES)));
    } finally {
      restore(before);
    }
  }

  @Test
  void weightFilesOfBeforeFitTheSameNetworkCompiledNow() throws Exception {
    Path now = folder.resolve("now.jar");
    compileInto(now);
    float[][] expected = predictions(CLASSES);
    float[][] actual = predictions(now);
    for (int sample = 0; sample < SAMPLES; sample++) {
      for (int i = 0; i < actual[sample].length; i++) {
        assertEquals(expected[sample][i], actual[sample][i], TOLERANCE);
      }
    }
  }

  private static void compileInto(Path jar) throws IOException {
    Compilation compilation =
        new Anchors(folder)
            .file("nets/phrases.dl", Files.readString(FOLDER.resolve("phrases.dl")))
            .type(
                "Phrases",
                """
                @Network("phrases.dl")
                public interface Phrases {
                  void predict(int[] words, byte[] picture, float[] probabilities);
                }
                """)
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (JavaFileObject file : compilation.generatedFiles()) {
        if (file.getKind() == JavaFileObject.Kind.CLASS) {
          String name = file.getName();
          ZipEntry entry = new ZipEntry(name.substring(name.indexOf("nets/")));
          entry.setTime(0);
          out.putNextEntry(entry);
          try (InputStream bytes = file.openInputStream()) {
            bytes.transferTo(out);
          }
        }
      }
    }
  }

  private static float[][] predictions(Path jar) throws Exception {
    try (URLClassLoader loader = loader(jar)) {
      Class<?> type = loader.loadClass(NETWORK);
      Object network = type.getMethod("load", Path.class).invoke(null, WEIGHTS);
      Method predict = type.getMethod("predict", int[].class, byte[].class, float[].class);
      float[][] probabilities = new float[SAMPLES][5];
      for (int sample = 0; sample < SAMPLES; sample++) {
        predict.invoke(network, words(sample), picture(sample), probabilities[sample]);
      }
      return probabilities;
    }
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, CompatibilityTest.class.getClassLoader());
  }

  /** In hexadecimal digits, which every JDK writes alike. */
  private static List<String> lines(float[][] predictions) {
    List<String> lines = new ArrayList<>();
    for (float[] prediction : predictions) {
      lines.add(
          IntStream.range(0, prediction.length)
              .mapToObj(i -> Float.toHexString(prediction[i]))
              .collect(Collectors.joining(" ")));
    }
    return lines;
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty(VectorSupport.PROPERTY);
    } else {
      System.setProperty(VectorSupport.PROPERTY, before);
    }
  }

  private static float[] numbers(int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (i * 37 % 101 - 50) / 100f;
    }
    return numbers;
  }

  private static int[] words(int sample) {
    return IntStream.range(0, 8).map(i -> (7 * sample + 3 * i) % 20).toArray();
  }

  private static byte[] picture(int sample) {
    byte[] picture = new byte[36];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (31 * sample + 17 * i);
    }
    return picture;
  }
}
