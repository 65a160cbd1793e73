package dev.nutshell.training.optimizer;

/** What frees an average that began at 0 from its beginning. */
final class BiasCorrection {

  private BiasCorrection() {}

  /**
   * The sum of the weights that an average has given to what it was fed: {@code 1 - kept^t}.
   *
   * @param kept how much of the average is kept in each step
   * @param iteration the number of steps, t
   */
  static double of(double kept, long iteration) {
    return 1 - power(kept, iteration);
  }

  /** By repeated squaring: no function of the platform that allocates or differs by machine. */
  static double power(double base, long exponent) {
    double result = 1;
    double square = base;
    for (long rest = exponent; rest != 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
