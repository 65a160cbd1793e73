package dev.nutshell.processor.cli;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.nutshell.processor.door.NutshellProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on layers of one's own: its files, what its commands print, and its annotations. */
class OwnLayersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "own-layers.md");
  private static final Pattern FILE =
      Pattern.compile("(?ms)`([a-z_]+\\.(?:dl|json))`:\\n\\n```[a-z]+\\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?ms)^```sh\\njava -jar nutshell\\.jar ([^\\n|]+)(?: \\|\\| (echo)[^\\n]*)?\\n```\\n\\n"
              + "```text\\n(.*?)^```$");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @TempDir private Path folder;
  private String page;

  @BeforeEach
  void writeFiles() throws IOException {
    page = Files.readString(PAGE);
    for (MatchResult file : FILE.matcher(page).results().toList()) {
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
    }
  }

  @Test
  void commandsPrintWhatThePageShows() {
    List<MatchResult> commands = COMMAND.matcher(page).results().toList();
    assertEquals(3, commands.size());
    for (MatchResult command : commands) {
      String status = command.group(2) == null ? "" : "exit status 1\n";
      assertEquals(command.group(3), run(command.group(1), status), command.group(1));
    }
  }

  /** What a command prints, and the status if it fails; files are those of the page. */
  private String run(String command, String failure) {
    String[] arguments =
        Stream.of(command.split(" "))
            .map(each -> each.contains(".") ? folder.resolve(each).toString() : each)
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertEquals("", err.toString());
    assertEquals(failure.isEmpty() ? 0 : 1, status);
    return out.toString().replace(System.lineSeparator(), "\n") + failure;
  }

  @Test
  void annotatedNetworksFindTheLayer() {
    List<MatchResult> interfaces = JAVA.matcher(page).results().toList();
    assertEquals(1, interfaces.size());
    String text =
        "import dev.nutshell.annotation.*;\nimport dev.nutshell.annotation.layer.*;\n"
            + interfaces.get(0).group(1);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NutshellProcessor())
            .withOptions("-sourcepath", folder.toString())
            .compile(JavaFileObjects.forSourceString("Gated", text));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("GatedNet")
        .contentsAsUtf8String()
        .contains("parameter swish.beta 3 ones");
  }
}
