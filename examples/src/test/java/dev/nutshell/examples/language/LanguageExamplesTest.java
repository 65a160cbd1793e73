package dev.nutshell.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.text.BytePairVocabulary;
import dev.nutshell.data.text.TextFile;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples on texts learn something from the samples that are shipped. */
class LanguageExamplesTest {
  private static final Path DATA = Path.of("data");

  /** The loss of a model that has not learned anything: all 65 characters are equally likely. */
  private static final double UNTRAINED_LOSS = Math.log(65);

  @Test
  void mostSpamIsFound() throws IOException {
    SpamMessages messages = SpamMessages.read(DATA.resolve("sms-spam-sample.tsv"), 1);
    TrainingOptions options = TrainingOptions.defaults().withSeed(1);
    Evaluation byPooling = SpamExample.byPooling(messages, options);
    assertTrue(byPooling.get("binary_accuracy") > 0.88, byPooling.toString());
    Evaluation byLstm = SpamExample.byLstm(messages, options);
    assertTrue(byLstm.get("binary_accuracy") > 0.85, byLstm.toString());
  }

  @Test
  void gptLearnsAndWrites() throws IOException {
    Corpus corpus = corpus();
    double loss = GptExample.train(corpus, 1, 10, 1e-3);
    assertTrue(loss < UNTRAINED_LOSS, "loss " + loss);
    GptNet network = GptNet.load(GptExample.WEIGHTS);
    String longerThanTheContext = "Speak, ".repeat(10);
    String text =
        GptExample.write(network, corpus.vocabulary(), sampler(corpus), longerThanTheContext, 5);
    assertTrue(text.startsWith(longerThanTheContext), text);
    assertEquals(longerThanTheContext.length() + 5, text.length());
  }

  @Test
  void theLstmLearnsAndWrites() throws IOException {
    Corpus corpus = corpus();
    double loss = CharLstmExample.train(corpus, 1, 3);
    assertTrue(loss < UNTRAINED_LOSS, "loss " + loss);
    CharLstmNet network = CharLstmNet.load(CharLstmExample.WEIGHTS);
    String text = CharLstmExample.write(network, corpus.vocabulary(), sampler(corpus), 70);
    assertEquals(70, text.length());
  }

  @Test
  void bytePairsShortenWhatTheyWereNotLearnedFrom() throws IOException {
    String text = TextFile.read(DATA.resolve("tinyshakespeare-sample.txt"));
    BytePairVocabulary vocabulary = BytePairExample.learn(text, 400);
    String unseen = "Good sir, I pray you, have you not a daughter\nCall'd Katharina?";
    List<String> pieces = BytePairExample.pieces(vocabulary, unseen);
    assertEquals(unseen, String.join("", pieces));
    assertTrue(BytePairExample.bytesPerToken(vocabulary, unseen) > 1.4, pieces.toString());
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

  private static Corpus corpus() throws IOException {
    return Corpus.read(DATA.resolve("tinyshakespeare-sample.txt"), 64);
  }

  private static Sampler sampler(Corpus corpus) {
    return new Sampler(corpus.vocabulary().size(), 0.8, 40, 0.95, 1);
  }
}
