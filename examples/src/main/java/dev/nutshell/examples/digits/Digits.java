package dev.nutshell.examples.digits;

import dev.nutshell.annotation.Network;

/** Recognises handwritten digits; the network is in {@code digits.dl}, beside this file. */
@Network("digits.dl")
public interface Digits {

  /**
   * Recognises one digit.
   *
   * @param image 8 rows of 8 pixels, from 0 (paper) to 16 (ink)
   * @param probabilities gets the probability of each of the ten digits
   */
  void predict(float[] image, float[] probabilities);
}
