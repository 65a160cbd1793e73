package dev.nutshell.examples.language;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.csv.Csv;
import dev.nutshell.data.csv.CsvFormat;
import dev.nutshell.data.sequence.Padding;
import dev.nutshell.data.sequence.Sequences;
import dev.nutshell.data.text.WordVocabulary;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text messages as numbers of their first words, and whether they are spam. Words are counted in
 * the training part alone.
 *
 * @param train four fifths of the messages
 * @param test a fifth, with as much spam as the rest
 */
record SpamMessages(Dataset train, Dataset test) {
  private static final int WORDS = 60;
  private static final int VOCABULARY = 5000;

  /** Reads lines of {@code ham} or {@code spam}, a tab, and the message. */
  static SpamMessages read(Path file, long seed) throws IOException {
    Csv table = Csv.read(file, CsvFormat.TAB.withoutHeader());
    List<String> messages = table.texts("c1");
    int[] numbers = IntStream.range(0, table.size()).toArray();
    Dataset rows =
        Dataset.of("row", Column.of(1, numbers))
            .with("spam", table.categories("c0", List.of("ham", "spam")));
    Dataset.Split split = rows.stratifiedSplit("spam", table.size() / 5, seed);
    WordVocabulary vocabulary = WordVocabulary.of(of(split.train(), messages), VOCABULARY);
    return new SpamMessages(
        withWords(split.train(), messages, vocabulary),
        withWords(split.test(), messages, vocabulary));
  }

  /** What a network, trained on four fifths of the messages, says of the rest. */
  Evaluation judge(TrainingModel network, int epochs) {
    network.optimizer(Optimizer.adam(2e-3));
    network.fit(train, FitOptions.epochs(epochs).quiet());
    return network.evaluate(test);
  }

  private static List<String> of(Dataset part, List<String> all) {
    return Arrays.stream(part.column("row").ints()).mapToObj(all::get).toList();
  }

  private static Dataset withWords(Dataset part, List<String> all, WordVocabulary vocabulary) {
    List<int[]> words = of(part, all).stream().map(vocabulary::encode).toList();
    return part.with("words", Sequences.of(words).pad(WORDS, Padding.POST, WordVocabulary.PADDING));
  }
}
