package dev.nutshell.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields and statements of Java on these pages compile, beside the digits network. */
class SnippetsTest {
  private static final String IMPORTS =
      """
      import dev.nutshell.data.*;
      import dev.nutshell.data.csv.*;
      import dev.nutshell.examples.digits.*;
      import dev.nutshell.inference.*;
      import dev.nutshell.parallel.*;
      import dev.nutshell.report.*;
      import dev.nutshell.training.*;
      import dev.nutshell.training.callback.*;
      import dev.nutshell.training.optimizer.*;
      import dev.nutshell.training.schedule.*;
      import dev.nutshell.training.storage.*;
      import java.io.*;
      import java.nio.*;
      import java.nio.file.*;
      import java.util.*;
      """;

  /** What the pages speak of without declaring it. */
  private static final String FIELDS =
      """
        DigitsTraining training;
        DigitsNet net;
        Dataset digits, test;
        InputStream stream;
        Path path, file;
        float[] image, images, probabilities;
      """;

  /** The same of the page whose network is that of the houses, which only its package sees. */
  private static final String HOUSES =
      """
        record Block(String proximity) {}

        HousingTraining training;
        HousingNet net;
        Block record;
        float[] numbers;
        int[] proximity;
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "preprocessing.md,2",
    "training.md,3",
    "predicting.md,3",
    "from-keras.md,2",
    "from-pytorch.md,3"
  })
  void snippetsCompile(String page, int least) throws IOException {
    boolean ofHouses = page.equals("preprocessing.md");
    StringBuilder program =
        new StringBuilder(ofHouses ? "package dev.nutshell.examples.tabular;\n" : "")
            .append(IMPORTS)
            .append("class Snippets {\n")
            .append(ofHouses ? HOUSES : FIELDS);
    int count = 0;
    for (Page.Block block : Page.blocks(page)) {
      if (block.language().equals("java")) {
        boolean isField = block.text().startsWith("private ");
        String head = "  void line" + block.line() + "() throws Exception {\n";
        program.append(isField ? block.text() : head + block.text() + "  }\n");
        count++;
      }
    }
    program.append("}\n");
    assertTrue(count >= least, count + " blocks");
    assertEquals("", errors(program.toString()));
  }

  /** The Java in the last column of the table of defaults. */
  @Test
  void pytorchsDefaultsCompile() throws IOException {
    List<MatchResult> cells =
        Pattern.compile("(?m)^\\|[^|]+\\|[^|]+\\| `((?:new )?[A-Z][^`]*)` \\|$")
            .matcher(Page.text("from-pytorch.md"))
            .results()
            .toList();
    assertEquals(5, cells.size());
    StringBuilder program = new StringBuilder(IMPORTS + "class Snippets {\n");
    for (int i = 0; i < cells.size(); i++) {
      program.append("  Object cell" + i + " = " + cells.get(i).group(1) + ";\n");
    }
    assertEquals("", errors(program + "}\n"));
  }

  private String errors(String program) {
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///Snippets.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    StringWriter output = new StringWriter();
    ToolProvider.getSystemJavaCompiler()
        .getTask(output, null, null, options, null, List.of(source))
        .call();
    return output.toString();
  }
}
