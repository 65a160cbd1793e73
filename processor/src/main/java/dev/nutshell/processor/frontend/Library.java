package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.processor.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The standard layers, functions and losses: {@code .dl} files among the resources. */
public final class Library {
  /** Begins the file name in the position of everything that the library declares. */
  public static final String PREFIX = "nutshell:";

  private static final String FOLDER = "/dev/nutshell/processor/library/";
  private static final String INDEX = "index.txt";

  private Library() {}

  /** Every declaration of the library by name, in the order of the files and of the text. */
  public static Map<String, Declaration> declarations() {
    return Holder.DECLARATIONS;
  }

  /** The names of the files, in order. */
  public static List<String> files() {
    return read(INDEX).lines().filter(line -> !line.isBlank()).toList();
  }

  /** The text of a file of the library. */
  public static String read(String file) {
    try (InputStream stream = Library.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("the library lacks " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final Map<String, Declaration> DECLARATIONS = load();

    private static Map<String, Declaration> load() {
      Map<String, Declaration> all = new LinkedHashMap<>();
      for (String file : files()) {
        Diagnostics diagnostics = new Diagnostics();
        SourceUnit unit =
            Declarations.parse(new Source(PREFIX + file, read(file)), diagnostics)
                .filter(tree -> !diagnostics.hasErrors())
                .orElseThrow(() -> new IllegalStateException(diagnostics.all().toString()));
        for (Declaration declaration : unit.declarations()) {
          if (all.put(declaration.name().text(), declaration) != null) {
            throw new IllegalStateException(
                "the library declares " + declaration.name() + " twice");
          }
        }
      }
      return all;
    }
  }
}
