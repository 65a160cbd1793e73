package dev.nutshell.data.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page on data are one program that compiles. */
class DataGuideTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "data.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  private static final String PROGRAM =
      """
      import dev.nutshell.data.*;
      import dev.nutshell.data.augment.*;
      import dev.nutshell.data.csv.*;
      import dev.nutshell.data.file.*;
      import dev.nutshell.data.image.*;
      import dev.nutshell.data.label.*;
      import dev.nutshell.data.pipeline.*;
      import dev.nutshell.data.sequence.*;
      import dev.nutshell.data.text.*;
      import dev.nutshell.inference.Element;
      import dev.nutshell.training.*;
      import java.nio.file.Path;
      import java.util.List;

      class Guide {
        void guide(TrainingModel network) throws Exception {
      %s
        }
      }
      """;

  @Test
  void examplesCompile(@TempDir Path folder) throws IOException {
    StringBuilder examples = new StringBuilder();
    int count = 0;
    Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      examples.append(matcher.group(1));
      count++;
    }
    assertTrue(count >= 7, count + " examples");
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return PROGRAM.formatted(examples);
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                output,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-Xlint:all",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("jdk.module.path")),
                null,
                List.of(source))
            .call();
    assertEquals("", output.toString().replaceAll("(?m)^warning: .*requires.*\\R", ""));
    assertTrue(compiled);
  }
}
