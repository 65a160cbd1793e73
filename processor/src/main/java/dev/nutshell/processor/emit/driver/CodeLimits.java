package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.driver.DriverStep.Call;
import dev.nutshell.processor.emit.driver.DriverStep.Repetition;
import dev.nutshell.processor.emit.driver.DriverStep.Scan;
import dev.nutshell.processor.emit.kernel.BytecodeEstimate;
import dev.nutshell.processor.loop.program.Kernel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The limits of class files and of HotSpot, and estimates from above of what generated code needs
 * of them. HotSpot never compiles a method of more than 8,000 bytecodes; the constant pool and a
 * string constant end at 65,535.
 */
public final class CodeLimits {
  /** A kernel above this is refused: HotSpot would only ever interpret it. */
  public static final int KERNEL_BYTES = 8_000;

  /** What one driver method may come to; longer sequences of calls are split. */
  public static final int DRIVER_BYTES = 4_000;

  /** Bytes of one string constant in a class file. */
  public static final int STRING_BYTES = 65_535;

  /** Slots of a method's parameters; {@code this}, and long and double twice, counted. */
  public static final int PARAMETER_SLOTS = 255;

  /** Kernels of a class; each takes a few entries of the constant pool. */
  public static final int KERNELS = 8_000;

  /** Numbers in the tables of a class: its initializer, at 64 kB, writes them one by one. */
  public static final int TABLE_NUMBERS = 6_000;

  /** Pairs of arrays that a method compares: 13 bytes each, of the 64 kB of its code. */
  public static final int ARRAY_PAIRS = 4_500;

  private static final int BYTES_OF_CALL = 4;
  private static final int BYTES_OF_ARGUMENT = 12;
  private static final int BYTES_OF_LOOP = 20;

  private CodeLimits() {}

  /** The bytecodes of a kernel, at most. */
  public static int bytes(Kernel kernel) {
    return BytecodeEstimate.of(kernel);
  }

  /** The parameter slots of a kernel's method. */
  public static int parameterSlots(Kernel kernel) {
    return BytecodeEstimate.slotsOfParameters(kernel);
  }

  /** The parameter slots of a method of an object. */
  public static int parameterSlots(MethodSpec method) {
    return 1
        + method.parameters().stream()
            .map(ParameterSpec::type)
            .mapToInt(type -> type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1)
            .sum();
  }

  /** The bytecodes of a step of a driver, at most. */
  static int bytes(DriverStep step) {
    if (step instanceof Call call) {
      return BYTES_OF_CALL + BYTES_OF_ARGUMENT * call.arguments().size();
    }
    List<DriverStep> body = step instanceof Scan scan ? scan.body() : ((Repetition) step).body();
    return BYTES_OF_LOOP + body.stream().mapToInt(CodeLimits::bytes).sum();
  }

  /**
   * Bytes of a text in a class file, whose form of UTF-8 differs only for the character 0 and
   * beyond the base plane.
   */
  public static int stringBytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
