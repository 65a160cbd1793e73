package dev.nutshell.examples.guide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A local Maven repository in which the modules of this build are installed, and everything else is
 * that of the build's own repository, by links. What a test installs stays in it.
 */
final class LocalRepository implements AutoCloseable {
  private static final Path PROJECT = Path.of("..");
  private static final Path OURS = Path.of("dev", "nutshell");
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private final Path folder;
  private final List<Path> links = new ArrayList<>();

  private LocalRepository(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the repository.
   *
   * @param folder where; it does not exist yet
   * @param downloaded the repository of this build
   */
  static LocalRepository create(Path folder, Path downloaded) throws IOException {
    LocalRepository repository = new LocalRepository(folder);
    repository.link(downloaded, Path.of(""));
    repository.install("nutshell-parent", PROJECT);
    repository.install("nutshell-grammar", PROJECT.resolve("grammar"));
    repository.install("nutshell-runtime", PROJECT.resolve("runtime"));
    repository.install("nutshell-data", PROJECT.resolve("runtime").resolve("data"));
    repository.install("nutshell-processor", PROJECT.resolve("processor"));
    return repository;
  }

  /** The option by which Maven takes it. */
  String option() {
    return "-Dmaven.repo.local='" + folder + "'";
  }

  /**
   * Links what lies in a folder, but for the folders in which this project or the tests install.
   */
  private void link(Path downloaded, Path relative) throws IOException {
    Files.createDirectories(folder.resolve(relative));
    for (Path child : children(downloaded.resolve(relative))) {
      Path path = relative.resolve(child.getFileName());
      if (path.equals(OURS) || path.equals(Path.of("com", "example"))) {
        continue;
      }
      if (OURS.startsWith(path) || path.equals(Path.of("com"))) {
        link(downloaded, path);
      } else {
        links.add(Files.createSymbolicLink(folder.resolve(path), child.toRealPath()));
      }
    }
  }

  /** Removes the links, so that whoever deletes the folder meets no other. */
  @Override
  public void close() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private void install(String artifact, Path module) throws IOException {
    Path target = folder.resolve(OURS).resolve(artifact).resolve(VERSION);
    Files.createDirectories(target);
    String name = artifact + "-" + VERSION;
    Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"));
    Path classes = module.resolve("target").resolve("classes");
    if (Files.isDirectory(classes)) {
      jar(classes, target.resolve(name + ".jar"));
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
