package dev.nutshell.processor.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.JavaFile;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.frontend.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The annotation types of layers are what the library of layers says. After a change of the
 * library, write them anew with {@code mvn -pl processor -am test -Dtest=LayerAnnotationsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dnutshell.update=true}.
 */
class LayerAnnotationsTest {
  private static final String PACKAGE = "dev.nutshell.annotation.layer";
  private static final Path FOLDER =
      Path.of("..", "runtime", "annotations", "src", "main", "java")
          .resolve(PACKAGE.replace('.', '/'));

  @Test
  void annotationTypesAreThoseOfTheLibrary() throws IOException {
    Map<String, String> expected = generated();
    if (Boolean.getBoolean("nutshell.update")) {
      write(expected);
    }
    Map<String, String> found = checkedIn();
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
    for (String name : expected.keySet()) {
      assertEquals(expected.get(name), found.get(name), name);
    }
  }

  private static Map<String, String> generated() {
    LayerAnnotations annotations = new LayerAnnotations(PACKAGE, LayerAnnotationsTest::text);
    Map<String, String> files = new TreeMap<>();
    for (JavaFile file : annotations.files(List.copyOf(Library.declarations().values()))) {
      files.put(file.typeSpec().name() + ".java", file.toString());
    }
    return files;
  }

  /** An expression as it stands in the library, on one line. */
  private static String text(Expression expression) {
    Span span = expression.span();
    List<String> lines =
        Library.read(span.file().substring(Library.PREFIX.length())).lines().toList();
    String last = lines.get(span.endLine() - 1).substring(0, span.endColumn() - 1);
    if (span.line() == span.endLine()) {
      return last.substring(span.column() - 1);
    }
    List<String> parts = new ArrayList<>(lines.subList(span.line() - 1, span.endLine() - 1));
    parts.set(0, parts.get(0).substring(span.column() - 1));
    parts.add(last);
    String joined = parts.stream().map(String::strip).collect(Collectors.joining(" "));
    return joined.replace("( ", "(").replace(" )", ")");
  }

  private static void write(Map<String, String> files) throws IOException {
    for (String stale : checkedIn().keySet()) {
      Files.delete(FOLDER.resolve(stale));
    }
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> checkedIn() throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(FOLDER)) {
      for (Path file : list()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    files.remove("package-info.java");
    return files;
  }

  private static List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return new ArrayList<>(files.toList());
    }
  }
}
