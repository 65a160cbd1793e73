package dev.nutshell.examples.language;

import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.TrainingOptions;
import java.io.IOException;

/** Text messages that are spam or not, told apart by two networks and judged on a fifth of them. */
public final class SpamExample {
  private static final int EPOCHS = 12;
  private static final int EPOCHS_OF_LSTM = 8;

  private SpamExample() {}

  /** Arguments: the table of labels and messages, the seed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    int seed = arguments.number(1, 1);
    SpamMessages messages = SpamMessages.read(arguments.data("sms-spam-sample.tsv"), seed);
    TrainingOptions options = TrainingOptions.defaults().withSeed(seed);
    System.out.println("test, by pooling: " + byPooling(messages, options));
    System.out.println("test, by an LSTM: " + byLstm(messages, options));
  }

  /** The mean and the maximum over the words of a message. */
  static Evaluation byPooling(SpamMessages messages, TrainingOptions options) {
    try (SpamTraining training = new SpamTraining(options)) {
      return messages.judge(training, EPOCHS);
    }
  }

  /** Word by word. */
  static Evaluation byLstm(SpamMessages messages, TrainingOptions options) {
    try (SpamLstmTraining training = new SpamLstmTraining(options)) {
      return messages.judge(training, EPOCHS_OF_LSTM);
    }
  }
}
