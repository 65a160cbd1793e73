package dev.nutshell.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  public static GeneratedClasses compile(List<JavaFile> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
    Memory memory = new Memory(standard);
    List<JavaFileObject> sources = new ArrayList<>();
    files.forEach(file -> sources.add(file.toJavaFileObject()));
    boolean success = compiler.getTask(null, memory, diagnostics, OPTIONS, null, sources).call();
    if (!success) {
      throw new AssertionError(report(diagnostics.getDiagnostics(), files));
    }
    Map<String, byte[]> classes = new TreeMap<>();
    memory.outputs.forEach((name, output) -> classes.put(name, output.toByteArray()));
    return new GeneratedClasses(classes);
  }

  private static String report(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, List<JavaFile> files) {
    StringBuilder text = new StringBuilder("generated code does not compile:\n");
    diagnostics.forEach(diagnostic -> text.append(diagnostic).append('\n'));
    files.forEach(file -> text.append("---\n").append(file));
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

  /** Keeps what the compiler writes. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();

    Memory(JavaFileManager manager) {
      super(manager);
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
}
