package dev.nutshell.examples.images;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
    assertLearned(SmallCnnExample.test(FOLDER, 1, 10));
  }

  @Test
  void theDenoiserIsBetterThanAGreyPicture() throws IOException {
    double error = DenoiserExample.error(FOLDER, 1, 15);
    assertTrue(error < 0.13, "mean squared error " + error);
  }

  /** Twice as many are right as by chance. */
  private static void assertLearned(Evaluation test) {
    assertTrue(test.get("accuracy") > 0.2, test.toString());
  }
}
