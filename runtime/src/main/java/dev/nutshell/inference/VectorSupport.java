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

  /**
   * The first index of {@link #floats} at which a line of the cache begins, where the array itself
   * begins with one: its header is of 16 bytes.
   */
  public static final int FIRST_FLOAT = 12;

  /** The first index of {@link #doubles} at which a line of the cache begins. */
  public static final int FIRST_DOUBLE = 6;

  /** Arrays of fewer bytes mostly stay in the first-level cache, where lines matter less. */
  private static final long WORTHWHILE = 1 << 16;

  /** About as many regions G1 makes of a heap; their size is the next power of two. */
  private static final long REGIONS = 2048;

  /** The bytes of G1's largest regions. */
  private static final long LARGEST_REGION = 32L << 20;

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

  /**
   * Allocates numbers for vectors. Large arrays begin at a line of the cache under the G1
   * collector: they are made so large that it gives each a region of its own, and does not move it.
   * A vector that crosses two lines costs up to twice as much.
   *
   * @param size how many are needed; the array may be longer
   */
  public static float[] floats(int size) {
    return new float[(int) roomy(size, Float.BYTES)];
  }

  /** Allocates numbers for vectors, as {@link #floats}. */
  public static double[] doubles(int size) {
    return new double[(int) roomy(size, Double.BYTES)];
  }

  /** The elements of an array that G1 calls humongous: of more than half a region. */
  private static long roomy(int size, int bytes) {
    long share = Math.max(Runtime.getRuntime().maxMemory() / REGIONS, 1 << 20);
    long region = Long.highestOneBit(2 * share - 1);
    long least = Math.min(region, LARGEST_REGION) / 2 / bytes + 1;
    return (long) size * bytes >= WORTHWHILE ? Math.max(size, least) : size;
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
