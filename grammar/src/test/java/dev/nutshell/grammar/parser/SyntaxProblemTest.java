package dev.nutshell.grammar.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.nutshell.grammar.ParseResult;
import dev.nutshell.grammar.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts and what is said about them, from {@code syntax-problems.txt}: a title behind {@code ===},
 * the text, and behind {@code ---} the problems.
 */
class SyntaxProblemTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysExactly(String title, String text, String expected) {
    ParseResult result = Parser.parse("t.dl", text);
    StringBuilder said = new StringBuilder();
    for (SyntaxProblem problem : result.problems()) {
      said.append(problem.span()).append(": ").append(problem.id()).append(": ");
      said.append(problem.message()).append('\n');
      problem.hint().ifPresent(hint -> said.append("  ").append(hint).append('\n'));
    }
    assertEquals(expected, said.toString());
    assertEquals(true, result.unit().isEmpty(), "a tree in spite of problems");
  }

  @Test
  void everyKindOfProblemIsTried() throws Exception {
    List<String> declared = new ArrayList<>();
    for (JavaField field : declaredKinds()) {
      Field constant = field.reflect();
      constant.setAccessible(true);
      declared.add(((SyntaxError) constant.get(null)).id());
    }
    Matcher ids = Pattern.compile(": (NUT1\\d{3}): ").matcher(table());
    TreeSet<String> tried = new TreeSet<>();
    while (ids.find()) {
      tried.add(ids.group(1));
    }
    assertEquals(declared.stream().sorted().toList(), List.copyOf(tried));
  }

  static Stream<Arguments> cases() throws IOException {
    return Arrays.stream(table().split("(?m)^=== "))
        .filter(each -> !each.isEmpty())
        .map(
            each -> {
              int title = each.indexOf('\n');
              int text = each.indexOf("---\n");
              return Arguments.of(
                  each.substring(0, title),
                  each.substring(title + 1, text),
                  each.substring(text + 4));
            });
  }

  private static List<JavaField> declaredKinds() {
    return new ClassFileImporter()
        .importPackages("dev.nutshell.grammar.parser").stream()
            .flatMap(each -> each.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(SyntaxError.class))
            .toList();
  }

  private static String table() throws IOException {
    try (InputStream table = SyntaxProblemTest.class.getResourceAsStream("syntax-problems.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
