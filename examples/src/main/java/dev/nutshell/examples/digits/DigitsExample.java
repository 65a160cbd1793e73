package dev.nutshell.examples.digits;

import dev.nutshell.data.Dataset;
import dev.nutshell.examples.CallCost;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Trains the digits network, saves its weights, and uses them in the inference class alone.
 *
 * <p>The last two lines say how many of the test images are recognised, and what a prediction
 * costs.
 */
public final class DigitsExample {
  private static final Path DATA = Path.of("data", "digits8x8.csv");
  private static final Path WEIGHTS = Path.of("target", "digits.safetensors");
  private static final int TEST_SAMPLES = 360;
  private static final long SEED = 1;
  private static final int BATCH = 32;
  private static final int THREADS = 2;
  private static final int EPOCHS = 20;
  private static final double FIRST_RATE = 0.005;

  private DigitsExample() {}

  /** Runs the example in the folder of the module. */
  public static void main(String[] args) throws IOException {
    Dataset.Split split =
        DigitsData.read(DATA).stratifiedSplit(DigitsData.DIGIT, TEST_SAMPLES, SEED);
    train(split.train());
    LabelledImages test = new LabelledImages(split.test());
    Digits network = DigitsNet.load(WEIGHTS);
    System.out.printf(Locale.ROOT, "test accuracy: %.3f%n", test.accuracy(network));
    CallCost cost = CallCost.measure(test.size(), () -> test.predictAll(network));
    System.out.printf(
        Locale.ROOT,
        "predict: %.0f ns per sample, %d bytes allocated%n",
        cost.nanos(),
        cost.bytes());
  }

  private static void train(Dataset samples) throws IOException {
    System.out.printf("training on %d images%n", samples.size());
    try (DigitsTraining training = new DigitsTraining(new TrainingOptions(BATCH, THREADS, SEED))) {
      int steps = EPOCHS * ((samples.size() + BATCH - 1) / BATCH);
      training.optimizer(
          Optimizer.adam(FIRST_RATE).schedule(step -> FIRST_RATE * (1 - (double) step / steps)));
      training.fit(samples, FitOptions.epochs(EPOCHS));
      training.save(WEIGHTS);
    }
  }
}
