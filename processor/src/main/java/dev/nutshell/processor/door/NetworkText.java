package dev.nutshell.processor.door;

import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The text of an anchor's network: of its file, or inline. */
final class NetworkText {
  static final DiagnosticKind NO_PATH =
      DiagnosticKind.error(
          "NUT5111",
          "\"{0}\" is no path of a .dl file",
          "write it with forward slashes: \"nets/digits.dl\"");
  static final DiagnosticKind ESCAPING =
      DiagnosticKind.error(
          "NUT5112",
          "the path \"{0}\" leaves the source folders",
          "keep the file in the folder of the package, {1}, or below; a path that begins with / starts at the source folder");
  static final DiagnosticKind NOT_FOUND =
      DiagnosticKind.error("NUT5113", "the network's file {0} was not found", "{1}");

  private static final String EXTENSION = ".dl";

  private final Anchor anchor;
  private final SourceFolders folders;
  private final Messages messages;

  NetworkText(Anchor anchor, SourceFolders folders, Messages messages) {
    this.anchor = anchor;
    this.folders = folders;
    this.messages = messages;
  }

  /** The text, or nothing after an error. */
  Optional<Source> find() {
    if (anchor.text().isPresent()) {
      String name = messages.textAt(inlineName(anchor), anchor.place("text"), anchor.text().get());
      return Optional.of(new Source(name, anchor.text().get()));
    }
    return name(anchor.path().orElseThrow()).flatMap(this::read);
  }

  /** What positions in an inline text say instead of a file: no file is ever named so. */
  static String inlineName(Anchor anchor) {
    return anchor.folder() + anchor.type().getSimpleName() + ".text";
  }

  private Optional<Source> read(String name) {
    Optional<Source> source = folders.resolve(name);
    if (source.isEmpty()) {
      report(NOT_FOUND, name, whereToPut(name));
    }
    source.ifPresent(found -> messages.addText(found.name(), found.text()));
    return source;
  }

  private String whereToPut(String name) {
    List<String> lines = new ArrayList<>();
    lines.add("looked for:");
    folders.places(name).forEach(place -> lines.add("  " + place));
    lines.add("put it there, or name the folder that holds it to the compiler:");
    lines.add(
        "  Maven:  <arg>-A" + SourceFolders.OPTION + "=${project.basedir}/src/main/java</arg>");
    lines.add(
        "  Gradle: options.compilerArgs.add(\"-A"
            + SourceFolders.OPTION
            + "=$projectDir/src/main/java\")");
    return String.join("\n  ", lines);
  }

  /** A path as files are named: relative to the source folder, normalised. */
  private Optional<String> name(String path) {
    if (!path.endsWith(EXTENSION)
        || path.length() == EXTENSION.length()
        || path.chars().anyMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))) {
      report(NO_PATH, path);
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : anchor.folder() + path;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          report(ESCAPING, path, anchor.folder().isEmpty() ? "the root" : anchor.folder());
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  private void report(DiagnosticKind kind, Object... details) {
    messages.report(kind, anchor.type().getSimpleName().toString(), anchor.place("value"), details);
  }
}
