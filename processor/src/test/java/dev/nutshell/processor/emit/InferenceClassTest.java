package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.inference.ModelInfo;
import dev.nutshell.inference.ScalarMath;
import dev.nutshell.inference.Weights;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceClassTest {
  private static final double[] TANH_WEIGHTS = {1, 2, 3, 4, 5, 6, 0.5, -0.5, 0};

  private static final String COUNTER =
      """
      model Counter {
        input x: float[2]
        carry total: float[2] init zeros
        carry doubled: float[3] init ones
        now = [i] total[i] + x[i]
        update total = now
        update doubled = [i] doubled[i] * 2
        output sums = now
        output powers = doubled
      }
      """;

  private static final String TAGGER =
      """
      model Tagger {
        input words: int[t <= 4]
        param W: float[3, 2] init zeros
        output tags = [i, j < 2] W[words[i], j]
      }
      """;

  private static GeneratedNet tanh(Precision precision) {
    return GeneratedNet.of(Nets.emit(HandBuilt.tanhLayer(2, 3, precision)), TANH_WEIGHTS);
  }

  @Test
  void predictsOneSampleInFloat() {
    float[] y = new float[3];
    tanh(Precision.FLOAT).call("predict", new float[] {0.25f, -0.25f}, y);
    for (int u = 0; u < 3; u++) {
      float sum = 0.25f * (u + 1) + -0.25f * (u + 4);
      assertEquals(ScalarMath.tanh(sum + (float) TANH_WEIGHTS[6 + u]), y[u]);
    }
  }

  @Test
  void predictsOneSampleInDouble() {
    double[] y = new double[3];
    tanh(Precision.DOUBLE).call("predict", new double[] {0.25, -0.25}, y);
    for (int u = 0; u < 3; u++) {
      double sum = 0.25 * (u + 1) + -0.25 * (u + 4);
      assertEquals(ScalarMath.tanh(sum + TANH_WEIGHTS[6 + u]), y[u]);
    }
  }

  @Test
  void aSampleIsTheSameAloneAndInABatchWithOffsets() {
    GeneratedNet net = tanh(Precision.FLOAT);
    float[] x = {9, 9, 0.1f, 0.2f, 0.3f, 0.4f};
    float[] batch = new float[7];
    net.call("predict", net.session(5), 2, x, 2, batch, 1);
    float[] alone = new float[3];
    net.call("predict", new float[] {0.3f, 0.4f}, alone);
    assertArrayEquals(alone, Arrays.copyOfRange(batch, 4, 7));
    assertEquals(0, batch[0]);
  }

  @Test
  void wrongArgumentsAreNamedAndLeaveTheNetworkUsable() {
    GeneratedNet net = tanh(Precision.FLOAT);
    Object session = net.session(2);
    float[] x = new float[4];
    float[] y = new float[6];
    assertRefused(
        "x: 4 elements needed from offset 1, the array has 4", net, session, 2, x, 1, y, 0);
    assertRefused(
        "y: 6 elements needed from offset 3, the array has 6", net, session, 2, x, 0, y, 3);
    assertRefused("x: offset -1 is negative", net, session, 1, x, -1, y, 0);
    assertRefused("n: 0 to 2 samples expected, 3 found", net, session, 3, x, 0, y, 0);
    assertRefused("x and y are the same array", net, session, 1, y, 0, y, 3);
    assertEquals(
        "x",
        assertThrows(
                NullPointerException.class, () -> net.call("predict", session, 1, null, 0, y, 0))
            .getMessage());
    net.call("predict", session, 2, x, 0, y, 0);
    assertEquals(ScalarMath.tanh(0.5f), y[0]);
  }

  private static void assertRefused(String message, GeneratedNet net, Object... arguments) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> net.call("predict", arguments));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void capacitiesBeyondJavasArraysAreRefused() {
    GeneratedNet net = tanh(Precision.FLOAT);
    for (int capacity : new int[] {0, 715827880}) {
      assertEquals(
          "capacity: 1 to 715827879 samples expected, " + capacity + " found",
          assertThrows(IllegalArgumentException.class, () -> net.session(capacity)).getMessage());
    }
  }

  @Test
  void infoNamesNetworkAndWeights() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(TAGGER), "beef"), new double[6]);
    ModelInfo info = (ModelInfo) net.call("info");
    assertEquals("Tagger", info.name());
    assertEquals("beef", info.fingerprint());
    assertEquals("0.1", info.libraryVersion());
    assertEquals(64, info.weightDigest().length());
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(TAGGER), "beef"), new double[6]);
    GeneratedNet other = GeneratedNet.of(Nets.emit(Nets.schedule(TAGGER), "cafe"), new double[6]);
    Weights weights = Weights.of(((ModelInfo) other.call("info")).spec(), new float[6]);
    InvocationTargetException refused =
        assertThrows(
            InvocationTargetException.class,
            () -> net.type().getConstructor(Weights.class).newInstance(weights));
    assertEquals(
        "weights: those of Tagger beef expected, found those of Tagger cafe",
        refused.getCause().getMessage());
  }

  @Test
  void carriesStayInTheSessionUntilItIsReset() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(COUNTER)));
    Object session = net.session(1);
    float[] sums = new float[2];
    float[] powers = new float[3];
    net.call("predict", session, new float[] {1, 2}, sums, powers);
    net.call("predict", session, new float[] {1, 2}, sums, powers);
    assertArrayEquals(new float[] {2, 4}, sums);
    assertArrayEquals(new float[] {2, 2, 2}, powers);
    GeneratedNet.invoke(session, "reset");
    net.call("predict", session, new float[] {1, 2}, sums, powers);
    assertArrayEquals(new float[] {1, 2}, sums);
    assertArrayEquals(new float[] {1, 1, 1}, powers);
  }

  @Test
  void withCarriesThereIsNoFormWithoutASession() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(COUNTER)));
    Class<?> session = net.session(1).getClass();
    List<Method> forms =
        Arrays.stream(net.type().getMethods()).filter(m -> m.getName().equals("predict")).toList();
    assertEquals(2, forms.size());
    forms.forEach(form -> assertEquals(session, form.getParameterTypes()[0]));
  }

  @Test
  void aBoundedAxisTakesItsLengthWithTheCall() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(TAGGER)), 0, 1, 2, 3, 4, 5);
    float[] tags = new float[4];
    net.call("predict", 2, new int[] {2, 1}, tags);
    assertArrayEquals(new float[] {4, 5, 2, 3}, tags);

    float[] batch = new float[12];
    int[] words = {2, -7, -7, -7, 0};
    net.call("predict", net.session(2), 2, 1, words, 0, batch, 0);
    assertArrayEquals(new float[] {4, 5, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0}, batch);
  }

  @Test
  void theRoomOfSamplesIsDocumented() {
    String source = Nets.emit(Nets.schedule(TAGGER)).get(0).source().toString();
    assertTrue(
        source.contains("row-major, a sample every 4 elements whatever the lengths"), source);
    assertTrue(
        source.contains("row-major, a sample every 8 elements whatever the lengths"), source);
  }

  @Test
  void lengthsAndIndicesAreChecked() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(TAGGER)), new double[6]);
    Object session = net.session(2);
    int[] words = {0, 0, 0, 0, 0, 3};
    float[] tags = new float[16];
    assertRefused("t: extent 1 to 4 expected, 5 found", net, session, 1, 5, words, 0, tags, 0);
    assertRefused(
        "words: 7 elements needed from offset 0, the array has 6",
        net,
        session,
        2,
        3,
        words,
        0,
        tags,
        0);
    assertRefused(
        "words[5]: index 0 to 2 expected, 3 found", net, session, 2, 2, words, 0, tags, 0);
    net.call("predict", session, 2, 1, words, 0, tags, 0);
  }

  @Test
  void randomNumbersFollowTheSeedOfTheSessionAndNotTheBatch() {
    String text =
        """
        model Noise {
          input x: float[2]
          output y = [i] x[i] + random()
        }
        """;
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(text)));
    Object session = net.session(2);
    float[] batch = new float[4];
    net.call("predict", session, 2, new float[4], 0, batch, 0);
    float[] alone = new float[2];
    net.call("predict", new float[2], alone);
    assertArrayEquals(new float[] {alone[0], alone[1], alone[0], alone[1]}, batch);
    GeneratedNet.invoke(session, "seed", 5L);
    float[] other = new float[2];
    net.call("predict", session, new float[2], other);
    assertNotEquals(alone[0], other[0]);
  }

  @Test
  void aScalarIsReturned() {
    String text =
        """
        model Price: double {
          input x: float[3]
          param w: float[3] init zeros
          p = sum[i] w[i] * x[i]
          output price = p
        }
        """;
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(text)), 1, 10, 100);
    assertEquals(321.0, net.call("predict", new double[] {1, 2, 3}));
    assertEquals(321.0, net.call("predict", net.session(1), new double[] {1, 2, 3}));
  }

  @Test
  void bytesAreWrittenAsTheyWereRead() {
    String text =
        """
        model Pixels {
          input one: byte
          input row: byte[3]
          output same = one
          output copy = row
        }
        """;
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(text)));
    byte[] one = {(byte) 200};
    byte[] row = {1, (byte) 255, 3};
    byte[] same = new byte[1];
    byte[] copy = new byte[3];
    net.call("predict", one, row, same, copy);
    assertArrayEquals(one, same);
    assertArrayEquals(row, copy);
  }

  @Test
  void namesOfTheModelMayBeThoseOfGeneratedCode() {
    String text =
        """
        model Session {
          input session: float[2]
          input variables: float[2]
          input pool: float[2]
          input n: float[2]
          output weights = [i] session[i] + variables[i] + pool[i] + n[i]
          output block = [i] session[i] - n[i]
        }
        """;
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(text)));
    float[] sum = new float[2];
    float[] difference = new float[2];
    float[][] inputs = {{1, 2}, {10, 20}, {100, 200}, {1000, 2000}};
    net.call("predict", inputs[0], inputs[1], inputs[2], inputs[3], sum, difference);
    assertArrayEquals(new float[] {1111, 2222}, sum);
    assertArrayEquals(new float[] {-999, -1998}, difference);
  }

  @Test
  void documentationCannotBreakOutOfItsComment() {
    String text =
        """
        /// Ends */ here? \\u002a/ or \\u000a static int broken; <script> & {@code @see} */
        model Hostile {
          input x: float[2]
          output y = [i] x[i]
        }
        """;
    String source = Nets.emit(Nets.schedule(text)).get(0).source().toString();
    assertFalse(source.contains("\\u0"), source);
    assertTrue(source.contains("Ends *&#47; here?"), source);
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(text)));
    float[] y = new float[2];
    net.call("predict", new float[] {3, 4}, y);
    assertArrayEquals(new float[] {3, 4}, y);
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    String once = Nets.emit(Nets.schedule(TAGGER)).toString();
    assertEquals(once, Nets.emit(Nets.schedule(TAGGER)).toString());
  }
}
