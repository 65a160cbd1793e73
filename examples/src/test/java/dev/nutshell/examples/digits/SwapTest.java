package dev.nutshell.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.inference.Weights;
import dev.nutshell.training.TrainingOptions;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A model is swapped by one reference assignment while others predict with it. */
class SwapTest {
  private static final int THREADS = 8;
  private static final int PREDICTIONS = 1_000_000;
  private static final int SWAPS = 1_000;
  private static final int IMAGES = 16;

  private volatile DigitsNet current;

  @Test
  void everyPredictionIsThatOfTheOldOrOfTheNewWeights() throws InterruptedException {
    DigitsNet[] networks = {new DigitsNet(weights(1)), new DigitsNet(weights(2))};
    float[][] images = images();
    float[][][] expected = new float[networks.length][IMAGES][10];
    for (int net = 0; net < networks.length; net++) {
      for (int i = 0; i < IMAGES; i++) {
        networks[net].predict(images[i], expected[net][i]);
      }
    }
    current = networks[0];
    AtomicInteger wrong = new AtomicInteger();
    AtomicLong done = new AtomicLong();
    CountDownLatch finished = new CountDownLatch(THREADS);
    for (int thread = 0; thread < THREADS; thread++) {
      Thread worker =
          new Thread(
              () -> {
                float[] actual = new float[10];
                for (int call = 0; call < PREDICTIONS / THREADS; call++) {
                  int i = call % IMAGES;
                  current.predict(images[i], actual);
                  if (!Arrays.equals(actual, expected[0][i])
                      && !Arrays.equals(actual, expected[1][i])) {
                    wrong.incrementAndGet();
                  }
                  done.incrementAndGet();
                }
                finished.countDown();
              });
      worker.setDaemon(true);
      worker.start();
    }
    int swaps = 0;
    while (swaps < SWAPS) {
      long next = (long) (swaps + 1) * PREDICTIONS / (SWAPS + 1);
      while (done.get() < next) {
        Thread.onSpinWait();
      }
      swaps++;
      current = networks[swaps % networks.length];
    }
    finished.await();
    assertEquals(0, wrong.get(), "results that belong to neither");
    assertEquals(PREDICTIONS, done.get());
  }

  private static Weights weights(long seed) {
    try (DigitsTraining training = new DigitsTraining(new TrainingOptions(1, 1, seed))) {
      training.initialize();
      return training.weights();
    }
  }

  private static float[][] images() {
    Random random = new Random(3);
    float[][] images = new float[IMAGES][64];
    for (float[] image : images) {
      for (int pixel = 0; pixel < image.length; pixel++) {
        image[pixel] = random.nextInt(17);
      }
    }
    return images;
  }
}
