package dev.nutshell.processor.emit.binary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * The files of a compilation that writes to memory, and whose class path holds one class: the
 * functions of generated code, as this compiler knows them.
 */
final class InMemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private static final String FUNCTIONS_PACKAGE = "dev.nutshell.inference";
  private static final String FUNCTIONS = FUNCTIONS_PACKAGE + ".ScalarMath";

  private final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();

  InMemoryFiles(JavaFileManager platform) {
    super(platform);
  }

  /** What was written, by binary name. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    outputs.forEach((name, output) -> classes.put(name, output.toByteArray()));
    return classes;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    return packageName.equals(FUNCTIONS_PACKAGE) && kinds.contains(JavaFileObject.Kind.CLASS)
        ? List.of(new ClassFile(FUNCTIONS))
        : List.of();
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile classFile
        ? classFile.binaryName
        : super.inferBinaryName(location, file);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    ClassFile file = new ClassFile(className);
    outputs.put(className, file.output);
    return file;
  }

  /** A class, read from where this compiler was loaded, or written to memory. */
  private static final class ClassFile extends SimpleJavaFileObject {
    private final String binaryName;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    ClassFile(String binaryName) {
      super(
          URI.create("memory:///" + binaryName.replace('.', '/') + Kind.CLASS.extension),
          Kind.CLASS);
      this.binaryName = binaryName;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      String resource = toUri().getPath();
      try (InputStream stream = InMemoryFiles.class.getResourceAsStream(resource)) {
        if (stream == null) {
          throw new IOException(resource + " is missing from the compiler");
        }
        return new ByteArrayInputStream(stream.readAllBytes());
      }
    }

    @Override
    public OutputStream openOutputStream() {
      return output;
    }
  }
}
