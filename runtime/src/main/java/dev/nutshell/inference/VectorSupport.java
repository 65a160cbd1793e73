package dev.nutshell.inference;

/**
 * Whether networks work with the vectors of the processor.
 *
 * <p>They do where {@code java} was started with {@code --add-modules jdk.incubator.vector}; without
 * it they work with plain loops, which give the same bits, and say once in the log of this class
 * what they miss. The system property {@value #PROPERTY} with the value {@code off} turns vectors
 * off, for networks whose classes are not initialized yet and training objects not yet built.
 */
public final class VectorSupport {
  /** The system property that is {@code off} where plain loops are wanted. */
  public static final String PROPERTY = "dev.nutshell.vectors";

  private static final String MODULE = "jdk.incubator.vector";
  private static final boolean PRESENT = ModuleLayer.boot().findModule(MODULE).isPresent();

  private VectorSupport() {}

  /** Whether generated code may touch classes that need the vector module. */
  public static boolean isOn() {
    if ("off".equals(System.getProperty(PROPERTY))) {
      return false;
    }
    return PRESENT || Absence.REPORTED;
  }

  /** Reports, once, that the module is absent; always false. */
  private static final class Absence {
    static final boolean REPORTED = report();

    private static boolean report() {
      System.getLogger(VectorSupport.class.getName())
          .log(
              System.Logger.Level.INFO,
              "Networks run without vectors: start java with --add-modules " + MODULE);
      return false;
    }
  }
}
