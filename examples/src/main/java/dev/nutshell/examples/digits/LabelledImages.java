package dev.nutshell.examples.digits;

import dev.nutshell.data.Dataset;

/** Images that a network has not seen, laid out as its callers hold them: one array an image. */
final class LabelledImages {
  private final float[][] images;
  private final int[] digits;
  private final float[] probabilities = new float[10];

  LabelledImages(Dataset samples) {
    images = new float[samples.size()][DigitsData.PIXELS];
    digits = new int[samples.size()];
    float[] pixels = samples.column(DigitsData.IMAGE).floats();
    int[] classes = samples.column(DigitsData.DIGIT).ints();
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(pixels, i * DigitsData.PIXELS, images[i], 0, DigitsData.PIXELS);
      digits[i] = classes[i];
    }
  }

  int size() {
    return images.length;
  }

  /** The part of the images whose digit the network finds most probable. */
  double accuracy(Digits network) {
    int right = 0;
    for (int i = 0; i < images.length; i++) {
      network.predict(images[i], probabilities);
      if (mostProbable() == digits[i]) {
        right++;
      }
    }
    return (double) right / images.length;
  }

  /** Predicts every image, one call each. */
  void predictAll(Digits network) {
    for (float[] image : images) {
      network.predict(image, probabilities);
    }
  }

  private int mostProbable() {
    int best = 0;
    for (int digit = 1; digit < probabilities.length; digit++) {
      if (probabilities[digit] > probabilities[best]) {
        best = digit;
      }
    }
    return best;
  }
}
