package dev.nutshell.processor.emit.binary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles classes that need {@code jdk.incubator.vector}, so that nobody else has to: a compiler
 * that sees an incubating module warns, and in JDK 17 nothing can stop it. The classes may refer to
 * the JDK and to {@code ScalarMath}; no class path is needed.
 */
public final class VectorCompiler {
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "17",
          "--add-modules",
          "jdk.incubator.vector",
          "-proc:none",
          "-Xlint:none",
          "-implicit:none");

  private VectorCompiler() {}

  /**
   * Compiles sources in memory, all at once.
   *
   * @return the class files by binary name, in the order of the names
   * @throws VectorCompilerException if this JDK cannot
   */
  public static Map<String, byte[]> compile(List<JavaFileObject> sources)
      throws VectorCompilerException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new VectorCompilerException("this Java has no compiler");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    InMemoryFiles files =
        new InMemoryFiles(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null));
    boolean success;
    try {
      success = compiler.getTask(null, files, diagnostics, OPTIONS, null, sources).call();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new VectorCompilerException(e.getMessage());
    }
    if (!success) {
      throw new VectorCompilerException(firstError(diagnostics));
    }
    return files.classes();
  }

  private static String firstError(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .findFirst()
        .orElse("the compiler failed without a message");
  }
}
