package dev.nutshell.training.initializer;

import dev.nutshell.training.storage.Storage;

/** Sets the numbers of a variable. */
@FunctionalInterface
interface Filler {

  void fill(Storage variable, RandomStream stream);

  /** Draws the number at one index of a variable. */
  @FunctionalInterface
  interface Sampler {
    double value(RandomStream stream, int index);
  }

  /** Draws each number on its own. */
  static Filler each(Sampler sampler) {
    return (variable, stream) -> {
      for (int i = 0; i < variable.size(); i++) {
        variable.set(i, sampler.value(stream, i));
      }
    };
  }

  /** From a bound to below another. */
  static Filler uniform(double... lowHigh) {
    double low = lowHigh[0];
    double range = lowHigh[1] - low;
    return each((stream, index) -> low + range * stream.uniform(0, index));
  }

  /** Of a mean and a standard deviation. */
  static Filler normal(double... meanDeviation) {
    double mean = meanDeviation[0];
    double deviation = meanDeviation[1];
    return each((stream, index) -> mean + deviation * stream.normal(0, index));
  }

  /** Of a mean and a standard deviation before all beyond twice that is drawn again. */
  static Filler truncatedNormal(double... meanDeviation) {
    double mean = meanDeviation[0];
    double deviation = meanDeviation[1];
    return each((stream, index) -> mean + deviation * stream.truncatedNormal(index));
  }
}
