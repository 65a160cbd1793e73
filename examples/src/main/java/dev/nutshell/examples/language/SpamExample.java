package dev.nutshell.examples.language;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import dev.nutshell.data.csv.CsvFormat;
import dev.nutshell.data.sequence.Padding;
import dev.nutshell.data.sequence.Sequences;
import dev.nutshell.data.text.WordVocabulary;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Embedding and pooling: text messages that are spam or not, judged on a fifth of them. */
public final class SpamExample {
  private static final int WORDS = 60;
  private static final int VOCABULARY = 5000;

  private SpamExample() {}

  /** Arguments: the table of labels and messages, the seed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path table = arguments.data("sms-spam-sample.tsv");
    System.out.println("test: " + test(table, arguments.number(1, 1)));
  }

  /** What the network, trained on four fifths of the messages, says of the rest. */
  static Evaluation test(Path file, long seed) throws IOException {
    Csv table = Csv.read(file, CsvFormat.TAB.withoutHeader());
    List<String> messages = table.texts("c1");
    int[] numbers = IntStream.range(0, table.size()).toArray();
    Dataset rows =
        Dataset.of("row", Column.of(1, numbers))
            .with("spam", table.categories("c0", List.of("ham", "spam")));
    Dataset.Split split = rows.stratifiedSplit("spam", table.size() / 5, seed);
    WordVocabulary vocabulary = WordVocabulary.of(messages(messages, split.train()), VOCABULARY);
    try (SpamTraining training = new SpamTraining(TrainingOptions.defaults().withSeed(seed))) {
      training.optimizer(Optimizer.adam(2e-3));
      training.fit(withWords(split.train(), messages, vocabulary), FitOptions.epochs(12).quiet());
      return training.evaluate(withWords(split.test(), messages, vocabulary));
    }
  }

  /**
   * The messages of a part: words are counted where the network is trained, not where it is judged.
   */
  private static List<String> messages(List<String> all, Dataset part) {
    return Arrays.stream(part.column("row").ints()).mapToObj(all::get).toList();
  }

  private static Dataset withWords(Dataset part, List<String> all, WordVocabulary vocabulary) {
    List<int[]> words = messages(all, part).stream().map(vocabulary::encode).toList();
    return part.with("words", Sequences.of(words).pad(WORDS, Padding.POST, WordVocabulary.PADDING));
  }
}
