package dev.nutshell.shipping.clothes;

import dev.nutshell.annotation.Network;

/** Says which of ten kinds of clothes a picture shows. */
@Network("/dev/nutshell/examples/images/le_net.dl")
public interface LeNet {

  /**
   * Predicts for one picture.
   *
   * @param image 28 rows of 28 grey values from 0 (background) to 255
   * @param probabilities gets the probability of each of the {@link Clothes#NAMES}
   */
  void predict(byte[] image, float[] probabilities);
}
