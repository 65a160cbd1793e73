package dev.nutshell.examples.language;

import dev.nutshell.data.text.CharacterVocabulary;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Clipping;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.schedule.Schedules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A small GPT learns to write like Shakespeare. */
public final class GptExample {
  static final Path WEIGHTS = Path.of("target", "gpt.safetensors");
  private static final Path REPORT = Path.of("target", "gpt.html");
  static final int VOCABULARY = 65;
  static final int CONTEXT = 64;
  private static final int BATCH = 12;
  private static final double USUAL_RATE = 1e-3;

  private GptExample() {}

  /** Arguments: the text, the seed, the steps of training, the highest learning rate. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Corpus corpus = Corpus.read(arguments.data("tinyshakespeare-sample.txt"), CONTEXT);
    int seed = arguments.number(1, 1);
    int steps = arguments.number(2, 2000);
    double loss = train(corpus, seed, steps, arguments.decimal(3, USUAL_RATE));
    System.out.printf(Locale.ROOT, "validation loss: %.4f nats a character%n", loss);
    Sampler sampler = new Sampler(corpus.vocabulary().size(), 0.8, 40, 0.95, seed);
    System.out.println(write(GptNet.load(WEIGHTS), corpus.vocabulary(), sampler, "\n", 500));
  }

  /** Trains, saves the weights, writes a report, and gives the loss on the validation part. */
  static double train(Corpus corpus, long seed, int steps, double rate) throws IOException {
    try (GptTraining training = new GptTraining(new TrainingOptions(BATCH, 2, seed))) {
      training.optimizer(
          Optimizer.adamW(rate, 0.1)
              .schedule(Schedules.cosine(rate, steps, 0.1).warmup(100))
              .group(Optimizer::isBiasOrNorm, group -> group.weightDecay(0))
              .clip(Clipping.Kind.GLOBAL_NORM, 1));
      training.fit(corpus.train(), FitOptions.steps(steps));
      training.save(WEIGHTS);
      training.report(REPORT);
      return training.evaluate(corpus.validation()).loss();
    }
  }

  /** Goes on from the beginning of a text, which is not empty. */
  static String write(
      GptNet network, CharacterVocabulary vocabulary, Sampler sampler, String prompt, int length) {
    int[] beginning = vocabulary.encode(prompt);
    int[] text = Arrays.copyOf(beginning, beginning.length + length);
    new GptWriter(network, CONTEXT, VOCABULARY).write(text, beginning.length, sampler);
    return vocabulary.decode(text);
  }
}
