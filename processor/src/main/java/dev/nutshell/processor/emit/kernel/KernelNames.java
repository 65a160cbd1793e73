package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.NameAllocator;
import dev.nutshell.processor.loop.program.Kernel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Java names of a kernel's parameters and local variables. */
public final class KernelNames {
  /** Names that code of kernels refers to, and that a variable would hide. */
  private static final List<String> RESERVED =
      List.of(
          "Math",
          "System",
          "ScalarMath",
          "Integer",
          "Float",
          "Double",
          VectorTypes.SPECIES,
          VectorTypes.LANES);

  static final String SEED = "seed";
  static final String STEP = "step";
  static final String SAMPLES = "samples";

  private final NameAllocator allocator = new NameAllocator();
  private final Map<String, String> locals = new HashMap<>();

  KernelNames(Kernel kernel) {
    RESERVED.forEach(name -> allocator.newName(name));
    if (kernel.random()) {
      List.of(SEED, STEP, SAMPLES).forEach(name -> allocator.newName(name, name));
    }
    kernel.integers().forEach(integer -> local(integer.name()));
    for (Kernel.Buffer buffer : kernel.buffers()) {
      allocator.newName(camelCase(buffer.name()), buffer);
    }
    for (Kernel.Buffer buffer : kernel.buffers()) {
      if (!buffer.fromBegin()) {
        allocator.newName(array(buffer) + "Offset", offsetKey(buffer));
      }
    }
  }

  String array(Kernel.Buffer buffer) {
    return allocator.get(buffer);
  }

  String offset(Kernel.Buffer buffer) {
    return allocator.get(offsetKey(buffer));
  }

  /**
   * A local variable, a loop's index or an int parameter; the same name wherever it is in scope.
   */
  String local(String name) {
    return locals.computeIfAbsent(name, each -> allocator.newName(camelCase(each)));
  }

  /** A parameter that kernels with random numbers have. */
  String random(String name) {
    return allocator.get(name);
  }

  private static Object offsetKey(Kernel.Buffer buffer) {
    return List.of("offset", buffer);
  }

  /** A path such as {@code blocks.0.fc1.W} as one identifier: {@code blocks0Fc1W}. */
  public static String camelCase(String path) {
    StringBuilder name = new StringBuilder();
    for (String part : path.split("[^\\p{Alnum}]+", -1)) {
      if (!part.isEmpty()) {
        String first = part.substring(0, 1);
        name.append(name.isEmpty() ? first : first.toUpperCase(Locale.ROOT))
            .append(part.substring(1));
      }
    }
    return name.isEmpty() ? "value" : name.toString();
  }
}
