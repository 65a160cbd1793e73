package dev.nutshell.shipping.clothes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The shipped weights, on the hundred test images that lie with the examples. */
class ClothesTest {
  private static final String SAMPLE = "../../data/fashion-mnist-sample/t10k-";
  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;

  @Test
  void theShippedWeightsAreTrained() throws IOException {
    byte[] images = read("images-idx3-ubyte.gz", IMAGES_HEADER);
    byte[] labels = read("labels-idx1-ubyte.gz", LABELS_HEADER);
    LeNetNet network = Clothes.network();
    float[] probabilities = new float[Clothes.NAMES.size()];
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      int begin = i * Clothes.PIXELS;
      network.predict(Arrays.copyOfRange(images, begin, begin + Clothes.PIXELS), probabilities);
      right += Clothes.mostProbable(probabilities) == labels[i] ? 1 : 0;
    }
    assertEquals(100, labels.length);
    assertTrue(right >= 85, right + " of 100 are right");
  }

  private static byte[] read(String file, int header) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(Path.of(SAMPLE + file)))) {
      in.skipNBytes(header);
      return in.readAllBytes();
    }
  }
}
