package dev.nutshell.inference;

import java.util.Locale;

/**
 * Whether networks work with the vectors of the processor.
 *
 * <p>They do where {@code java} was started with {@code --add-modules jdk.incubator.vector};
 * without it they work with plain loops, which give the same bits, and the log says once what is
 * missed.
 *
 * <p>The system property {@value #PROPERTY} changes that for networks whose classes are not
 * initialized yet, and for training objects not built yet: {@code off} asks for plain loops, {@code
 * eager} for vectors from the first prediction on, without the {@link Handover}.
 */
public final class VectorSupport {
  /** The name of the system property. */
  public static final String PROPERTY = "dev.nutshell.vectors";

  /**
   * The elements that arrays of networks have behind the last that is in use, so that a vector may
   * be read whole wherever it begins.
   */
  public static final int SLACK = 16;

  private static final String MODULE = "jdk.incubator.vector";
  private static final boolean PRESENT = ModuleLayer.boot().findModule(MODULE).isPresent();

  private VectorSupport() {}

  /** Whether generated code may touch classes that need the vector module. */
  public static boolean isOn() {
    if (setting().equals("off")) {
      return false;
    }
    return PRESENT || Absence.isOn();
  }

  /** Whether predictions are to begin with vectors, where there are any. */
  static boolean isEager() {
    return setting().equals("eager");
  }

  private static String setting() {
    return System.getProperty(PROPERTY, "").toLowerCase(Locale.ROOT);
  }

  /** Says once, when it is initialized, that the module is absent. */
  private static final class Absence {
    static {
      // To begin logging may take longer than the first predictions do.
      new Thread(VectorSupport::reportAbsence, "nutshell-log").start();
    }

    static boolean isOn() {
      return false;
    }
  }

  private static void reportAbsence() {
    System.getLogger(VectorSupport.class.getName())
        .log(
            System.Logger.Level.INFO,
            "networks run without vectors; start java with --add-modules " + MODULE);
  }
}
