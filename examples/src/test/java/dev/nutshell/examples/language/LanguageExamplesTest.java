package dev.nutshell.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples on texts learn something from the samples that are shipped. */
class LanguageExamplesTest {
  private static final Path DATA = Path.of("data");

  /** The loss of a model that has not learned anything: all 65 characters are equally likely. */
  private static final double UNTRAINED_LOSS = Math.log(65);

  @Test
  void mostSpamIsFound() throws IOException {
    Evaluation test = SpamExample.test(DATA.resolve("sms-spam-sample.tsv"), 1);
    assertTrue(test.get("binary_accuracy") > 0.88, test.toString());
  }

  @Test
  void gptLearnsAndWrites() throws IOException {
    Corpus corpus = Corpus.read(DATA.resolve("tinyshakespeare-sample.txt"), 64);
    double loss = GptExample.train(corpus, 1, 10);
    assertTrue(loss < UNTRAINED_LOSS, "loss " + loss);
  }

  @Test
  void samplersDrawTheLikeliestOnlyWhenAskedTo() {
    float[] logits = {9, 1, 3, 2};
    Sampler greedy = new Sampler(3, 1, 1, 1, 7);
    Sampler nucleus = new Sampler(3, 1, 3, 0.5, 7);
    for (int i = 0; i < 20; i++) {
      assertEquals(1, greedy.next(logits, 1));
      assertEquals(1, nucleus.next(logits, 1));
    }
  }

  @Test
  void samplersDrawByProbability() {
    float[] logits = {(float) Math.log(1), (float) Math.log(3)};
    Sampler sampler = new Sampler(2, 1, 2, 1, 7);
    int second = 0;
    for (int i = 0; i < 10_000; i++) {
      second += sampler.next(logits, 0);
    }
    assertEquals(7500, second, 150);
  }
}
