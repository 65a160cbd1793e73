package dev.nutshell.examples.language;

import dev.nutshell.data.text.CharacterVocabulary;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Clipping;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** An LSTM learns to write like Shakespeare, and remembers what it wrote. */
public final class CharLstmExample {
  static final Path WEIGHTS = Path.of("target", "char-lstm.safetensors");
  private static final int VOCABULARY = 65;
  private static final int CONTEXT = 64;
  private static final int BATCH = 32;

  private CharLstmExample() {}

  /** Arguments: the text, the seed, the steps of training. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Corpus corpus = Corpus.read(arguments.data("tinyshakespeare-sample.txt"), CONTEXT);
    int seed = arguments.number(1, 1);
    double loss = train(corpus, seed, arguments.number(2, 1000));
    System.out.printf(Locale.ROOT, "validation loss: %.4f nats a character%n", loss);
    Sampler sampler = new Sampler(corpus.vocabulary().size(), 0.8, 40, 0.95, seed);
    System.out.println(write(CharLstmNet.load(WEIGHTS), corpus.vocabulary(), sampler, 500));
  }

  /** Trains, saves the weights, and gives the loss on the validation part. */
  static double train(Corpus corpus, long seed, int steps) throws IOException {
    try (CharLstmTraining training = new CharLstmTraining(new TrainingOptions(BATCH, 2, seed))) {
      training.optimizer(Optimizer.adam(2e-3).clip(Clipping.Kind.GLOBAL_NORM, 1));
      training.fit(corpus.train(), FitOptions.steps(steps));
      training.save(WEIGHTS);
      return training.evaluate(corpus.validation()).loss();
    }
  }

  /** Begins with a new line. The session keeps the state, so each call has one character alone. */
  static String write(
      CharLstmNet network, CharacterVocabulary vocabulary, Sampler sampler, int length) {
    CharLstmNet.Session session = network.session(1);
    int[] text = new int[length];
    int[] token = vocabulary.encode("\n");
    float[] logits = new float[VOCABULARY];
    for (int at = 0; at < length; at++) {
      network.predict(session, 1, token, logits);
      token[0] = sampler.next(logits, 0);
      text[at] = token[0];
    }
    return vocabulary.decode(text);
  }
}
