package dev.nutshell.shipping.clothes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The classes of this project that one class can link to, directly or through others of them. */
final class Closure {
  private static final String PROJECT = "dev/nutshell/";

  private final Map<String, byte[]> classFiles = new TreeMap<>();
  private final Map<String, ClassReferences> references = new TreeMap<>();

  private Closure() {}

  static Closure of(Class<?> root) {
    Closure closure = new Closure();
    Deque<String> open = new ArrayDeque<>();
    open.add(root.getName().replace('.', '/'));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (name.startsWith(PROJECT) && !closure.classFiles.containsKey(name)) {
        byte[] classFile = read(root, name);
        closure.classFiles.put(name, classFile);
        closure.references.put(name, ClassReferences.of(classFile));
        open.addAll(closure.references.get(name).classes());
      }
    }
    return closure;
  }

  /** Internal names. */
  Set<String> classes() {
    return classFiles.keySet();
  }

  /** Bytes of all class files. */
  int bytes() {
    return classFiles.values().stream().mapToInt(classFile -> classFile.length).sum();
  }

  /** Bytes of a jar of them. */
  int jarBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : classFiles.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey() + ".class"));
        jar.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  /** Each link to a class for which this holds, as {@code from → to}. */
  List<String> linksToClasses(Predicate<String> wanted) {
    List<String> links = new ArrayList<>();
    references.forEach(
        (from, to) ->
            to.classes().stream().filter(wanted).forEach(name -> links.add(from + " → " + name)));
    return links;
  }

  /** Each link to a field or method for which this holds, as {@code from → to}. */
  List<String> linksToMembers(Predicate<String> wanted) {
    List<String> links = new ArrayList<>();
    references.forEach(
        (from, to) ->
            to.members().stream().filter(wanted).forEach(name -> links.add(from + " → " + name)));
    return links;
  }

  /** Each native method, as {@code class.method}. */
  List<String> nativeMethods() {
    List<String> methods = new ArrayList<>();
    references.forEach(
        (name, to) -> to.nativeMethods().forEach(method -> methods.add(name + "." + method)));
    return methods;
  }

  private static byte[] read(Class<?> root, String name) {
    try (InputStream in = root.getClassLoader().getResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
