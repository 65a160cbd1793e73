package dev.nutshell.processor.door;

import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Where the compiler's user keeps {@code .dl} files: the folders of the option {@value #OPTION} if
 * it is set, and nowhere else; otherwise what the Java compiler was told of.
 */
interface SourceFolders extends SourceResolver {

  /** Folders, joined as in a class path. */
  String OPTION = "nutshell.source.path";

  /** Every place where a file of that name is looked for, for a message. */
  List<String> places(String name);

  /** As the options of this compilation say. */
  static SourceFolders of(Map<String, String> options, Filer filer) {
    String path = options.get(OPTION);
    return path == null || path.isBlank() ? new Locations(filer) : Folders.of(path);
  }

  /** Folders of the file system. */
  record Folders(List<String> folders) implements SourceFolders {

    static Folders of(String path) {
      return new Folders(List.of(path.split(File.pathSeparator, -1)));
    }

    @Override
    public Optional<Source> resolve(String name) {
      return folders.stream().flatMap(folder -> read(folder, name).stream()).findFirst();
    }

    private static Optional<Source> read(String folder, String name) {
      try {
        Path file = Path.of(folder).resolve(name);
        return Files.isRegularFile(file)
            ? Optional.of(new Source(name, decode(Files.readAllBytes(file))))
            : Optional.empty();
      } catch (IOException | InvalidPathException e) {
        // What cannot be read is not there; the message lists every place.
        return Optional.empty();
      }
    }

    @Override
    public List<String> places(String name) {
      return folders.stream().map(folder -> folder + "/" + name).toList();
    }
  }

  /** The locations of the Java compiler. */
  record Locations(Filer filer) implements SourceFolders {
    private static final List<StandardLocation> ORDER =
        List.of(
            StandardLocation.SOURCE_PATH,
            StandardLocation.CLASS_PATH,
            StandardLocation.CLASS_OUTPUT);

    @Override
    public Optional<Source> resolve(String name) {
      return ORDER.stream().flatMap(location -> read(location, name).stream()).findFirst();
    }

    private Optional<Source> read(StandardLocation location, String name) {
      try {
        FileObject file = filer.getResource(location, "", name);
        // For a file that is not there, too, a handle can come back.
        try (InputStream stream = file.openInputStream()) {
          return Optional.of(new Source(name, decode(stream.readAllBytes())));
        }
      } catch (IOException | RuntimeException e) {
        // Compilers differ in what they throw for a location that is not set; none of it says more
        // than "not here".
        return Optional.empty();
      }
    }

    @Override
    public List<String> places(String name) {
      List<String> places = new ArrayList<>();
      for (StandardLocation location : ORDER) {
        places.add(location + "/" + name);
      }
      return places;
    }
  }

  /**
   * Bytes that are no UTF-8 become a character that the language does not know, and so get a
   * position.
   */
  private static String decode(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
