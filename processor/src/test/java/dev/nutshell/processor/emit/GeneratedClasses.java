package dev.nutshell.processor.emit;

import dev.nutshell.processor.emit.binary.VectorCompiler;
import dev.nutshell.processor.emit.binary.VectorCompilerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Generated sources, compiled in memory as a strict user would compile them, and loaded. */
public final class GeneratedClasses extends ClassLoader {
  private static final List<String> OPTIONS =
      List.of(
          "--release", "17", "-proc:none", "-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-g");

  private final Map<String, byte[]> classes;

  private GeneratedClasses(Map<String, byte[]> classes) {
    super(GeneratedClasses.class.getClassLoader());
    this.classes = classes;
  }

  /**
   * Compiles the files against the class path of the test; any warning or error is an {@link
   * AssertionError}.
   */
  public static GeneratedClasses compile(List<GeneratedClass> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
    Map<String, byte[]> classes = new TreeMap<>(vectorClasses(files));
    Memory memory = new Memory(standard, classes);
    List<JavaFileObject> sources = sources(files, false);
    boolean success = compiler.getTask(null, memory, diagnostics, OPTIONS, null, sources).call();
    if (!success) {
      throw new AssertionError(report(diagnostics.getDiagnostics(), files));
    }
    memory.outputs.forEach((name, output) -> classes.put(name, output.toByteArray()));
    return new GeneratedClasses(classes);
  }

  /** Those that a user's compiler does not see. */
  private static Map<String, byte[]> vectorClasses(List<GeneratedClass> files) {
    List<JavaFileObject> sources = sources(files, true);
    try {
      return sources.isEmpty() ? Map.of() : VectorCompiler.compile(sources);
    } catch (VectorCompilerException e) {
      throw new AssertionError(report(List.of(), files), e);
    }
  }

  private static List<JavaFileObject> sources(List<GeneratedClass> files, boolean vectors) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (GeneratedClass file : files) {
      if (file.needsVectorModule() == vectors) {
        sources.add(file.source().toJavaFileObject());
      }
    }
    return sources;
  }

  /** The same classes, loaded once more. */
  public GeneratedClasses anew() {
    return new GeneratedClasses(classes);
  }

  private static String report(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, List<GeneratedClass> files) {
    StringBuilder text = new StringBuilder("generated code does not compile:\n");
    diagnostics.forEach(diagnostic -> text.append(diagnostic).append('\n'));
    files.forEach(file -> text.append("---\n").append(file.source()));
    return text.toString();
  }

  /** The class files by binary name, in the order of the names. */
  public Map<String, byte[]> classFiles() {
    return Collections.unmodifiableMap(classes);
  }

  /** A generated class by its binary name. */
  public Class<?> load(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("not generated: " + name + "; there are " + classes.keySet(), e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** Keeps what the compiler writes, and shows it classes that were compiled before. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();
    private final Map<String, byte[]> compiled;

    Memory(JavaFileManager manager, Map<String, byte[]> compiled) {
      super(manager);
      this.compiled = compiled;
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      List<JavaFileObject> files = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(files::add);
      if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
        compiled.forEach(
            (name, bytes) -> {
              if (name.lastIndexOf('.') == packageName.length() && name.startsWith(packageName)) {
                files.add(new Compiled(name, bytes));
              }
            });
      }
      return files;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof Compiled known ? known.name : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      outputs.put(className, output);
      URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return output;
        }
      };
    }
  }

  /** A class that was compiled before. */
  private static final class Compiled extends SimpleJavaFileObject {
    final String name;
    private final byte[] bytes;

    Compiled(String name, byte[] bytes) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
