package dev.nutshell.shipping.clothes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What belongs to the network besides its code: its weights, and what its outputs mean. */
public final class Clothes {
  /** Bytes of a picture. */
  public static final int PIXELS = 28 * 28;

  /** The classes of Fashion-MNIST, in the order of the probabilities. */
  public static final List<String> NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private static final String WEIGHTS = "le_net.safetensors";

  private Clothes() {}

  /**
   * The network with the weights that are shipped with it.
   *
   * @throws IOException if the resource is missing, damaged, or of another network
   */
  public static LeNetNet network() throws IOException {
    try (InputStream weights = Clothes.class.getResourceAsStream(WEIGHTS)) {
      if (weights == null) {
        throw new IOException(WEIGHTS + " is not beside " + Clothes.class.getName());
      }
      return LeNetNet.load(weights);
    }
  }

  /** The class that the network thinks most probable; of several alike the first. */
  public static int mostProbable(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }
}
