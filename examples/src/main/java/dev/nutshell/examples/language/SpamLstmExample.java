package dev.nutshell.examples.language;

import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.TrainingOptions;
import java.io.IOException;

/** An LSTM over words: text messages that are spam or not, judged on a fifth of them. */
public final class SpamLstmExample {
  private static final int EPOCHS = 8;

  private SpamLstmExample() {}

  /** Arguments: the table of labels and messages, the seed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    int seed = arguments.number(1, 1);
    SpamMessages messages = SpamMessages.read(arguments.data("sms-spam-sample.tsv"), seed);
    System.out.println("test: " + test(messages, seed));
  }

  static Evaluation test(SpamMessages messages, long seed) {
    try (SpamLstmTraining training =
        new SpamLstmTraining(TrainingOptions.defaults().withSeed(seed))) {
      return messages.judge(training, EPOCHS);
    }
  }
}
