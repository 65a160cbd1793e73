package dev.nutshell.processor.emit.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

class VectorCompilerTest {
  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Test
  void classesMayUseVectorsAndOurFunctions() throws Exception {
    Map<String, byte[]> classes =
        VectorCompiler.compile(
            List.of(
                source(
                    "p/A",
                    """
                    package p;
                    final class A {
                      static final int LANES = jdk.incubator.vector.FloatVector.SPECIES_PREFERRED.length();
                      static float at(float x) {
                        return dev.nutshell.inference.ScalarMath.exp(x) + B.ONE[0];
                      }
                    }
                    """),
                source("p/B", "package p; final class B { static final float[] ONE = {1}; }")));
    assertEquals(Set.of("p.A", "p.B"), classes.keySet());
    Class<?> loaded = new Loader(classes).loadClass("p.A");
    Method method = loaded.getDeclaredMethod("at", float.class);
    method.setAccessible(true);
    assertEquals(2f, method.invoke(null, 0f));
    assertEquals(61, classFileVersion(classes.get("p.A")), "the version of Java 17");
  }

  private static int classFileVersion(byte[] classFile) {
    return (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
  }

  @Test
  void nothingElseIsOnTheClassPath() {
    VectorCompilerException failure =
        assertThrows(
            VectorCompilerException.class,
            () ->
                VectorCompiler.compile(
                    List.of(
                        source("A", "final class A { dev.nutshell.inference.Weights weights; }"))));
    assertEquals(
        "cannot find symbol\n  symbol:   class Weights\n  location: package dev.nutshell.inference",
        failure.getMessage());
  }

  /** Loads classes from memory. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Loader.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) {
      byte[] bytes = classes.get(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
