package dev.nutshell.processor.cli;

import dev.nutshell.grammar.Parser;
import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.diagnostic.Listing;
import dev.nutshell.processor.diagram.ModelText;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import dev.nutshell.processor.graph.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of the command line. The source folder is the working directory for what lies below it,
 * and the file's own folder otherwise; imports never leave it.
 */
final class SourceFile implements SourceResolver {
  private final Path folder;
  private final Source source;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Listing listing = new Listing();

  private SourceFile(Path folder, Source source) {
    this.folder = folder;
    this.source = source;
    listing.add(source.name(), source.text());
  }

  /** Reads a file, or fails with the reason. */
  static SourceFile read(Path path) {
    Path file = path.toAbsolutePath().normalize();
    Path working = Path.of("").toAbsolutePath();
    Path folder = file.startsWith(working) ? working : file.getParent();
    String name = name(folder.relativize(file));
    try {
      return new SourceFile(folder, new Source(name, text(file)));
    } catch (IOException e) {
      String reason = Files.exists(file) ? "cannot be read: " + e.getMessage() : "no such file";
      throw new CommandFailure(path + ": " + reason, e);
    }
  }

  private static String name(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /**
   * Bytes that are no UTF-8 become a character that the language does not know, and so get a
   * position.
   */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  @Override
  public Optional<Source> resolve(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Source found = new Source(name, text(file));
      listing.add(found.name(), found.text());
      return Optional.of(found);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Source source() {
    return source;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Whether the text is of the language; reports what is not. */
  boolean parses() {
    Parser.parse(source.name(), source.text()).problems().forEach(diagnostics::report);
    return !diagnostics.hasErrors();
  }

  /** The checked models; not to be used when there are errors. */
  List<Model> models() {
    return Frontend.models(source, this, diagnostics);
  }

  /** The text, for pictures of its models. */
  ModelText text() {
    return new ModelText(source.name(), source.text());
  }

  /** Shows what was reported. */
  void print(PrintWriter err) {
    for (Diagnostic diagnostic : diagnostics.all()) {
      err.println(listing.show(diagnostic));
    }
  }
}
