package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.MethodSpec;
import dev.nutshell.processor.loop.program.Kernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kernels of one class, in order of first use: equal ones are one method, named after its first
 * user.
 */
public final class KernelMethods {
  private final JavaTypes types;
  private final MemberNames names;
  private final Map<Object, String> methods = new LinkedHashMap<>();
  private final List<MethodSpec> specs = new ArrayList<>();
  private final List<Kernel> kernels = new ArrayList<>();

  public KernelMethods(JavaTypes types, MemberNames names) {
    this.types = types;
    this.names = names;
  }

  /** The name of the method that runs a kernel. */
  public String methodOf(Kernel kernel) {
    String known = methods.get(kernel.signature());
    if (known != null) {
      return known;
    }
    String name = names.fresh(methodName(kernel));
    methods.put(kernel.signature(), name);
    specs.addAll(KernelRenderer.methods(name, kernel, types, this::methodOf, names::fresh));
    kernels.add(kernel);
    return name;
  }

  public List<MethodSpec> specs() {
    return List.copyOf(specs);
  }

  /** The kernels of {@link #specs}, where each may have parts besides. */
  public List<Kernel> kernels() {
    return List.copyOf(kernels);
  }

  /**
   * The path of the value that it computes; a block's number says nothing, since all blocks share
   * the method.
   */
  static String methodName(Kernel kernel) {
    return KernelNames.camelCase(kernel.name().replaceAll("\\.\\d+(?=\\.|$)", ""));
  }
}
