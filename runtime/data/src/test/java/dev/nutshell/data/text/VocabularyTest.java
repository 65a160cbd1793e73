package dev.nutshell.data.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.file.DataFileException;
import dev.nutshell.inference.ScalarMath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  private static final String TEXT =
      "low lower lowest, low low. newer newest new; it's 1999 and 1998\n\n\twidest wide "
          + "naïve größer 東京 🐚🐚 e\u0301 \u00a0 \r\n end";

  @TempDir Path folder;

  @Test
  void charactersAreCodePointsInOrder() {
    CharacterVocabulary vocabulary = CharacterVocabulary.of("ba🐚ab c");
    assertEquals(5, vocabulary.size());
    assertArrayEquals(new int[] {2, 1, 4, 0, 3}, vocabulary.encode("ba🐚 c"));
    assertEquals("c🐚", vocabulary.decode(3, 4));
    assertEquals(
        TEXT, CharacterVocabulary.of(TEXT).decode(CharacterVocabulary.of(TEXT).encode(TEXT)));
    assertRefused(
        "character 1 of the text, 'é' (U+00E9), is not in the vocabulary",
        () -> vocabulary.encode("aé"));
    assertRefused("token: 0 to 4 expected, 5 found", () -> vocabulary.decode(5));
    assertRefused("the text is empty", () -> CharacterVocabulary.of(""));
  }

  @Test
  void frequentWordsHaveLowTokens() {
    WordVocabulary vocabulary =
        WordVocabulary.of(List.of("The shell, the sea!", "A sea\u00a0of  shells; don't"), 6);
    assertEquals(List.of("sea", "the", "a", "dont"), vocabulary.words());
    assertEquals(6, vocabulary.size());
    int[] tokens = vocabulary.encode("THE sea? the *nut* dont");
    assertArrayEquals(new int[] {3, 2, 3, 1, 5}, tokens);
    assertEquals("the sea the [UNK] dont", vocabulary.decode(3, 2, 3, 1, 5, 0, 0));
    assertRefused("size: 3 or more expected, 2 found", () -> WordVocabulary.of(List.of(), 2));
    assertRefused("token: 0 to 5 expected, -1 found", () -> vocabulary.decode(-1));
  }

  @Test
  void theMostFrequentPairIsJoinedFirst() {
    BytePairVocabulary vocabulary = BytePairVocabulary.train("aab aab aab bb", 259);
    // " a" 2 times, "aa" 3, "ab" 3: the lower of the frequent ones; then "aa"+"b".
    assertEquals(
        List.of(new BytePair('a', 'a'), new BytePair(256, 'b'), new BytePair(' ', 257)),
        vocabulary.merges());
    assertArrayEquals(new int[] {257, 258, ' ', 'b'}, vocabulary.encode("aab aab b"));
    assertEquals("aab", vocabulary.decode(257));
    assertEquals(256, BytePairVocabulary.train("abc", 300).size());
  }

  @Test
  void bytePairsRoundTripEveryText() {
    BytePairVocabulary vocabulary = BytePairVocabulary.train(TEXT, 300);
    assertTrue(vocabulary.size() > 256 && vocabulary.size() <= 300, "" + vocabulary.size());
    assertTrue(vocabulary.encode(TEXT).length < TEXT.getBytes(StandardCharsets.UTF_8).length);
    assertRoundTrip(vocabulary, TEXT);
    assertRoundTrip(vocabulary, "");
    assertRoundTrip(vocabulary, " ".repeat(200) + "x".repeat(1000) + "\0\u2028\u3000 '");
    for (int plane = 0; plane < 4; plane++) {
      assertRoundTrip(vocabulary, everyCharacter(plane << 16));
    }
    for (int trial = 0; trial < 200; trial++) {
      assertRoundTrip(vocabulary, randomText(trial));
    }
    assertRefused(
        "the text is no Unicode: half of a surrogate pair is missing",
        () -> vocabulary.encode("a\ud83d"));
    assertRefused("size: 256 or more expected, 255 found", () -> BytePairVocabulary.train("", 255));
  }

  private static String everyCharacter(int plane) {
    StringBuilder text = new StringBuilder();
    for (int character = plane; character < plane + 0x10000; character++) {
      if (character < 0xd800 || character > 0xdfff) {
        text.appendCodePoint(character);
      }
    }
    return text.toString();
  }

  private static String randomText(int trial) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      int range = i % 3 == 0 ? 0xd800 : 0x180;
      text.appendCodePoint((int) (range * ScalarMath.uniformDouble(trial, 0, 0, 0, i)));
    }
    return text.toString();
  }

  private static void assertRoundTrip(Vocabulary vocabulary, String text) {
    assertEquals(text, vocabulary.decode(vocabulary.encode(text)));
  }

  @Test
  void savedVocabulariesAreLoadedAgain() throws IOException {
    Path file = folder.resolve("vocabulary.txt");
    List<Vocabulary> all =
        List.of(
            CharacterVocabulary.of(TEXT),
            WordVocabulary.of(List.of(TEXT), 12),
            BytePairVocabulary.train(TEXT, 300));
    for (Vocabulary vocabulary : all) {
      vocabulary.save(file);
      Vocabulary loaded = Vocabulary.load(file);
      assertEquals(vocabulary.getClass(), loaded.getClass());
      assertEquals(vocabulary.size(), loaded.size());
      assertArrayEquals(vocabulary.encode(TEXT), loaded.encode(TEXT));
      assertEquals(vocabulary.decode(2, 3, 4), loaded.decode(2, 3, 4));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nutshell characters 1 | v.txt: no vocabulary, or truncated",
        "something;            | v.txt:1: no vocabulary",
        "nutshell characters 1;61;6x; | v.txt:3: number expected, found '6x'",
        "nutshell characters 1;62;61; | v.txt:3: characters in ascending order expected, found 61",
        "nutshell words 1;a;a; | v.txt:3: a new word expected, found 'a'",
        "nutshell byte pairs 1;97 98;256 257; "
            + "| v.txt:3: two tokens of 0 to 256 expected, found '256 257'",
        "nutshell byte pairs 1;97; | v.txt:2: two tokens of 0 to 255 expected, found '97'",
      })
  void damagedFilesAreRefused(String content, String message) throws IOException {
    Path file = folder.resolve("v.txt");
    Files.writeString(file, content.replace(";", "\n"));
    Exception e = assertThrows(DataFileException.class, () -> Vocabulary.load(file));
    assertEquals(message, e.getMessage());
  }

  @Test
  void textFilesAreUtf8() throws IOException {
    Path file = folder.resolve("t.txt");
    Files.writeString(file, "\ufeffgrün\r\n🐚\n");
    assertEquals("grün\r\n🐚\n", TextFile.read(file));
    assertEquals(List.of("grün", "🐚"), TextFile.lines(file));
    Files.write(file, new byte[] {'a', '\n', 'b', 'c', (byte) 0xff, 'd'});
    Exception e = assertThrows(DataFileException.class, () -> TextFile.read(file));
    assertEquals("t.txt:2:3: no UTF-8: a malformed character", e.getMessage());
    Files.write(file, new byte[] {'a', (byte) 0xc3});
    e = assertThrows(DataFileException.class, () -> TextFile.read(file));
    assertEquals("t.txt:1:2: no UTF-8: a malformed character", e.getMessage());
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
