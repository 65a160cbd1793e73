package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.ParseResult;
import dev.nutshell.grammar.Parser;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers and functions that a file can use: its own, those it imports, and the library's. */
final class Declarations {
  static final DiagnosticKind MISSING_IMPORT =
      DiagnosticKind.error(
          "NUT5001", "the imported file {0} does not exist", "paths are relative to {1}");
  static final DiagnosticKind CYCLIC_IMPORT =
      DiagnosticKind.error(
          "NUT5002", "the imports form a cycle: {0}", "move what both need into a third file");
  static final DiagnosticKind ESCAPING_IMPORT =
      DiagnosticKind.error(
          "NUT5003",
          "the import \"{0}\" leaves the source folder",
          "import files inside of it, by a relative path");
  static final DiagnosticKind DUPLICATE =
      DiagnosticKind.error(
          "NUT2001", "{0} is declared twice; the first is at {1}", "rename one of them");

  private final Map<String, Declaration> library;
  private final SourceResolver resolver;
  private final Diagnostics diagnostics;
  private final Map<String, Declaration> declared = new LinkedHashMap<>();
  private final Map<String, String> digests = new LinkedHashMap<>();
  private final Deque<String> importing = new ArrayDeque<>();

  Declarations(Map<String, Declaration> library, SourceResolver resolver, Diagnostics diagnostics) {
    this.library = library;
    this.resolver = resolver;
    this.diagnostics = diagnostics;
  }

  /** Parses a file, reports what is wrong with its text, and follows its imports. */
  Optional<SourceUnit> add(Source source) {
    digests.put(source.name(), sha256(source.text()));
    Optional<SourceUnit> unit = parse(source, diagnostics);
    unit.ifPresent(tree -> add(source.name(), tree));
    return unit;
  }

  /** Takes in a tree whose text lies elsewhere. */
  void add(String name, SourceUnit unit) {
    importing.addLast(name);
    for (Import each : unit.imports()) {
      follow(name, each);
    }
    importing.removeLast();
    for (Declaration declaration : unit.declarations()) {
      Declaration first = declared.putIfAbsent(declaration.name().text(), declaration);
      if (first != null) {
        diagnostics.report(
            DUPLICATE, declaration.name().span(), declaration.name(), first.name().span());
      }
    }
  }

  private void follow(String importer, Import each) {
    Optional<String> name = resolve(importer, each.path());
    if (name.isEmpty()) {
      diagnostics.report(ESCAPING_IMPORT, each.span(), each.path());
    } else if (importing.contains(name.get())) {
      List<String> cycle = new ArrayList<>(importing);
      cycle.add(name.get());
      diagnostics.report(CYCLIC_IMPORT, each.span(), String.join(" → ", cycle));
    } else if (!digests.containsKey(name.get())) {
      Optional<Source> source = resolver.resolve(name.get());
      if (source.isPresent()) {
        add(source.get());
      } else {
        diagnostics.report(MISSING_IMPORT, each.span(), name.get(), importer);
      }
    }
  }

  /** A path relative to the importing file, normalised; nothing if it leaves the root. */
  private static Optional<String> resolve(String importer, String path) {
    if (path.isEmpty() || path.startsWith("/") || path.contains("\\") || path.contains(":")) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    int folder = importer.lastIndexOf('/');
    String whole = folder < 0 ? path : importer.substring(0, folder + 1) + path;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** Parses one text; the problems of the text become diagnostics. */
  static Optional<SourceUnit> parse(Source source, Diagnostics diagnostics) {
    ParseResult result = Parser.parse(source.name(), source.text());
    result.problems().forEach(diagnostics::report);
    return result.unit();
  }

  /**
   * The layer, function or model that a name at {@code span} means. The user's own hide the
   * library's, but not from the library itself.
   */
  Optional<Declaration> find(String name, Span span) {
    Declaration own = isLibrary(span) ? null : declared.get(name);
    return Optional.ofNullable(own != null ? own : library.get(name));
  }

  /** Whether a position is in the library. */
  boolean isLibrary(Span span) {
    return span.file().startsWith(Library.PREFIX);
  }

  /** Every name, for suggestions. */
  List<String> names() {
    List<String> names = new ArrayList<>(declared.keySet());
    names.addAll(library.keySet());
    return names;
  }

  /** The SHA-256 of each file read, by name. */
  Map<String, String> digests() {
    return digests;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
