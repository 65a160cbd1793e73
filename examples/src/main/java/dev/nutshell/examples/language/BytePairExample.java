package dev.nutshell.examples.language;

import dev.nutshell.data.text.BytePairVocabulary;
import dev.nutshell.data.text.TextFile;
import dev.nutshell.data.text.Vocabulary;
import dev.nutshell.examples.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Learns the byte pairs of a text, and tells how much shorter its unseen rest becomes by them. */
public final class BytePairExample {
  private static final Path VOCABULARY = Path.of("target", "byte-pairs.txt");
  private static final int LONGEST_SHOWN = 12;

  private BytePairExample() {}

  /** Arguments: the text, the size of the vocabulary. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    String text = TextFile.read(arguments.data("tinyshakespeare-sample.txt"));
    String unseen = text.substring(trainingPart(text));
    BytePairVocabulary vocabulary = learn(text, arguments.number(1, 1024));
    Files.createDirectories(VOCABULARY.getParent());
    vocabulary.save(VOCABULARY);
    Vocabulary loaded = Vocabulary.load(VOCABULARY);
    System.out.printf("tokens: %d, the longest: %s%n", loaded.size(), longest(vocabulary));
    String line = unseen.lines().filter(each -> each.length() > 40).findFirst().orElse(unseen);
    System.out.println(String.join("|", pieces(loaded, line)));
    System.out.printf(Locale.ROOT, "bytes a token: %.3f%n", bytesPerToken(loaded, unseen));
  }

  /** A vocabulary of the first nine tenths of a text. */
  static BytePairVocabulary learn(String text, int size) {
    return BytePairVocabulary.train(text.substring(0, trainingPart(text)), size);
  }

  /** How many bytes of a text there are for each of its tokens. */
  static double bytesPerToken(Vocabulary vocabulary, String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return (double) bytes / vocabulary.encode(text).length;
  }

  /** What each token of a text stands for. */
  static List<String> pieces(Vocabulary vocabulary, String text) {
    return IntStream.of(vocabulary.encode(text))
        .mapToObj(token -> vocabulary.decode(token))
        .toList();
  }

  private static List<String> longest(BytePairVocabulary vocabulary) {
    return IntStream.range(0, vocabulary.size())
        .mapToObj(token -> vocabulary.decode(token))
        .sorted((a, b) -> b.length() - a.length())
        .limit(LONGEST_SHOWN)
        .toList();
  }

  private static int trainingPart(String text) {
    return (int) (text.length() * 0.9);
  }
}
