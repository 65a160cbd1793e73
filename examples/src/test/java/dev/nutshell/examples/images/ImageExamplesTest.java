package dev.nutshell.examples.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.training.Evaluation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples on images learn something from the few images that are shipped. */
class ImageExamplesTest {
  private static final Path FOLDER = Path.of("data", ImageFiles.SAMPLE);

  @Test
  void theMlpLearnsFromFewImages() throws IOException {
    assertLearned(MlpExample.test(FOLDER, 1, 3));
  }

  @Test
  void leNetLearnsFromFewImages() throws IOException {
    assertLearned(LeNetExample.test(FOLDER, 1, 3));
  }

  @Test
  void theSmallNetworkLearnsFromFewImages() throws IOException {
    assertLearned(SmallCnnExample.test(Clothes.read(FOLDER), 1, 10));
  }

  @Test
  void theResidualNetworkLearnsFromFewImages() throws IOException {
    assertLearned(ResNetExample.test(Clothes.read(FOLDER), 1, 6));
  }

  @Test
  void theDenoiserIsBetterThanAGreyPicture(@TempDir Path folder) throws IOException {
    Path weights = folder.resolve("denoiser.safetensors");
    double error = DenoiserExample.error(FOLDER, 1, 6, weights);
    assertTrue(error < 0.15, "mean squared error " + error);

    Path file = folder.resolve("pictures").resolve("denoised.png");
    Column clean = DenoiserExample.clean(ImageFiles.test(FOLDER));
    DenoiserExample.picture(DenoiserNet.load(weights), clean).write(file);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertEquals(10 * 28, picture.getWidth());
    assertEquals(3 * 28, picture.getHeight());
    for (int p = 0; p < GreyPicture.PIXELS; p++) {
      int grey = picture.getRaster().getSample(28 + p % 28, p / 28, 0);
      assertEquals(255 * clean.get(GreyPicture.PIXELS + p), grey, 0.5, "pixel " + p);
    }
  }

  @Test
  void theVariationalAutoencoderDrawsFromItsCodes(@TempDir Path folder) throws IOException {
    Path weights = folder.resolve("vae.safetensors");
    double early = VaeExample.test(FOLDER, 1, 1, weights).get("reconstruction");
    Evaluation late = VaeExample.test(FOLDER, 1, 10, weights);
    assertTrue(late.get("reconstruction") < 0.8 * early, early + ", then " + late);
    assertTrue(late.get("divergence") > 1, "codes that say nothing: " + late);

    Path file = folder.resolve("drawn.png");
    VaeExample.samples(VaeNet.load(weights), 1).write(file);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertEquals(16 * 28, picture.getWidth());
    assertEquals(8 * 28, picture.getHeight());
    assertFalse(Arrays.equals(first(picture, 0), first(picture, 28)), "two images are the same");
  }

  /** The pixels of an image in the first row. */
  private static int[] first(BufferedImage picture, int left) {
    return picture.getRaster().getSamples(left, 0, 28, 28, 0, (int[]) null);
  }

  /** Twice as many are right as by chance. */
  private static void assertLearned(Evaluation test) {
    assertTrue(test.get("accuracy") > 0.2, test.toString());
  }
}
