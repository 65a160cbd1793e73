package dev.nutshell.examples.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.examples.CallCost;
import dev.nutshell.training.TrainingOptions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A GPT that keeps keys and values says what it says of the whole text. */
class GptWriterTest {
  private static final int CONTEXT = GptExample.CONTEXT;
  private static final int VOCABULARY = GptExample.VOCABULARY;
  private static final int[] TOKENS =
      new SplittableRandom(5).ints(CONTEXT, 0, VOCABULARY).toArray();

  private static GptNet network;

  @BeforeAll
  static void drawWeights() {
    try (GptTraining training = new GptTraining(new TrainingOptions(1, 1, 3))) {
      network = new GptNet(training.weights());
    }
  }

  private static float[] whole() {
    float[] logits = new float[CONTEXT * VOCABULARY];
    network.predict(network.session(1), CONTEXT, TOKENS, logits);
    return logits;
  }

  /** The logits of the tokens, given in parts of these lengths. */
  private static float[] inParts(int... lengths) {
    GptNet.Session session = network.session(1);
    float[] logits = new float[CONTEXT * VOCABULARY];
    int read = 0;
    for (int length : lengths) {
      float[] part = new float[CONTEXT * VOCABULARY];
      network.predict(session, 1, length, TOKENS, read, part, 0);
      System.arraycopy(part, 0, logits, read * VOCABULARY, length * VOCABULARY);
      read += length;
    }
    return logits;
  }

  @Test
  void tokensOneByOneGiveTheBitsOfTheWholeText() {
    int[] ones = new int[CONTEXT];
    Arrays.fill(ones, 1);
    assertArrayEquals(whole(), inParts(ones));
  }

  @Test
  void partsOfAnyLengthGiveTheBitsOfTheWholeText() {
    assertArrayEquals(whole(), inParts(10, 1, 1, 20, 32));
  }

  @Test
  void aResetSessionHasForgotten() {
    GptNet.Session session = network.session(1);
    float[] fresh = new float[CONTEXT * VOCABULARY];
    network.predict(session, 8, TOKENS, fresh);
    float[] again = new float[CONTEXT * VOCABULARY];
    session.reset();
    network.predict(session, 8, TOKENS, again);
    assertArrayEquals(fresh, again);
  }

  /** Greedy, so that what is written is a function of the logits alone. */
  @Test
  void aFullContextGoesOnFromItsSecondHalf() {
    Sampler greedy = new Sampler(VOCABULARY, 1, 1, 1, 0);
    int[] text = Arrays.copyOf(TOKENS, CONTEXT + 3);
    new GptWriter(network, CONTEXT, VOCABULARY).write(text, CONTEXT, greedy);

    assertEquals(greedy.next(whole(), (CONTEXT - 1) * VOCABULARY), text[CONTEXT]);
    for (int at = CONTEXT + 1; at < text.length; at++) {
      int first = CONTEXT + 1 - CONTEXT / 2;
      int[] window = Arrays.copyOfRange(text, first, at);
      float[] logits = new float[CONTEXT * VOCABULARY];
      network.predict(network.session(1), window.length, window, logits);
      assertEquals(greedy.next(logits, (window.length - 1) * VOCABULARY), text[at]);
    }
  }

  @Test
  void aTokenAllocatesNothing() {
    network.warmUp();
    GptWriter writer = new GptWriter(network, CONTEXT, VOCABULARY);
    Sampler sampler = new Sampler(VOCABULARY, 0.8, 40, 0.95, 1);
    int[] text = new int[3 * CONTEXT];
    CallCost cost = CallCost.measure(text.length - 1, () -> writer.write(text, 1, sampler));
    assertEquals(0, cost.bytes());
  }
}
