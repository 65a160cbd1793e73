package dev.nutshell.examples.digits;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.nutshell.data.Dataset;
import dev.nutshell.examples.CallCost;
import dev.nutshell.inference.SourceCheck;
import dev.nutshell.inference.Weights;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of every network, tried on the digits. */
class DigitsTest {
  private static final int CLASSES = 10;
  private static final int BATCH = 32;
  private static final long SEED = 7;

  private static Dataset digits;

  @BeforeAll
  static void readDigits() throws IOException {
    digits = DigitsData.read(Path.of("data", "digits8x8.csv"));
  }

  @Test
  void classesAreUpToDate() throws IOException {
    SourceCheck.assertUpToDate(DigitsNet.SPEC, Path.of("src", "main", "java"));
  }

  @Test
  void theInferenceClassShipsNoTrainingCode() {
    noClasses()
        .that()
        .haveNameMatching(".*\\.DigitsNet(\\$.*)?")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage("dev.nutshell.training..", "dev.nutshell.data..")
        .check(new ClassFileImporter().importPackages("dev.nutshell"));
  }

  @Test
  void aPredictionAllocatesNothing() {
    DigitsNet network = new DigitsNet(weightsAfterAnEpoch(1));
    LabelledImages images = new LabelledImages(digits);
    CallCost cost = CallCost.measure(images.size(), () -> images.predictAll(network));
    assertEquals(0, cost.bytes());
  }

  @Test
  void aTrainingStepAllocatesNothing() {
    try (DigitsTraining training = training(1)) {
      for (int row = 0; row < BATCH; row++) {
        training.load(row, digits, row);
      }
      CallCost cost = CallCost.measure(1, () -> training.step(BATCH));
      assertEquals(0, cost.bytes());
    }
  }

  @Test
  void anImageAloneAndInABatchGivesTheSameBits() {
    DigitsNet network = new DigitsNet(weightsAfterAnEpoch(1));
    float[] images = digits.column(DigitsData.IMAGE).floats();
    float[] together = new float[BATCH * CLASSES];
    network.predict(network.session(BATCH), BATCH, images, 0, together, 0);
    float[] alone = new float[BATCH * CLASSES];
    DigitsNet.Session session = network.session(1);
    for (int i = 0; i < BATCH; i++) {
      network.predict(session, 1, images, i * DigitsData.PIXELS, alone, i * CLASSES);
    }
    assertArrayEquals(alone, together);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void anyNumberOfThreadsGivesTheSameWeights(int threads) {
    assertEquals(weightsAfterAnEpoch(1).digest(), weightsAfterAnEpoch(threads).digest());
  }

  private static Weights weightsAfterAnEpoch(int threads) {
    try (DigitsTraining training = training(threads)) {
      training.fit(digits, FitOptions.epochs(1).quiet());
      return training.weights();
    }
  }

  private static DigitsTraining training(int threads) {
    return new DigitsTraining(new TrainingOptions(BATCH, threads, SEED));
  }
}
