package dev.nutshell.processor.door;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles anchors in a source folder, as a build would. */
final class Anchors {
  /** A small network with everything: an input, a target, an output, a loss and a metric. */
  static final String DIGITS =
      """
      model Digits {
        input image: float[4, 4, 1]
        target digit: int
        c1 = image |> conv(2, kernel: 3, padding: same) |> relu |> max_pool(2)
        logits = c1 |> flatten |> dense(10)
        output probabilities = softmax(logits)
        loss cross_entropy(logits, digit)
        metric accuracy(logits, digit)
      }
      """;

  private final Path folder;
  private final List<Object> options = new ArrayList<>();
  private final List<JavaFileObject> sources = new ArrayList<>();

  Anchors(Path folder) {
    this.folder = folder;
    options.add("-sourcepath");
    options.add(folder.toString());
  }

  /** Writes a file into the source folder. */
  Anchors file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Instead of the source path. */
  Anchors onlyOptions(Object... others) {
    options.clear();
    options.addAll(List.of(others));
    return this;
  }

  Anchors options(Object... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** A class of package {@code nets}; imports of all annotations are put before it. */
  Anchors type(String name, String text) {
    String head =
        """
        package nets;
        import dev.nutshell.annotation.*;
        import dev.nutshell.annotation.layer.*;
        import dev.nutshell.inference.Element;
        import dev.nutshell.inference.Precision;
        """;
    sources.add(JavaFileObjects.forSourceString("nets." + name, head + text));
    return this;
  }

  Compilation compile() {
    return javac().withProcessors(new NutshellProcessor()).withOptions(options).compile(sources);
  }

  /** The errors and warnings, in order. */
  static List<String> messages(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  /** The text of the line of Java that a message stands at, by the message's begin. */
  static String line(Compilation compilation, String begin) throws IOException {
    for (Diagnostic<? extends JavaFileObject> each : compilation.diagnostics()) {
      if (each.getMessage(Locale.ROOT).startsWith(begin)) {
        String source = each.getSource().getCharContent(true).toString();
        return source.lines().toList().get((int) each.getLineNumber() - 1).strip();
      }
    }
    return "no such message: " + messages(compilation);
  }
}
