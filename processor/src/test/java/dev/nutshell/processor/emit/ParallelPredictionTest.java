package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.parallel.ParallelPredictor;
import dev.nutshell.parallel.WorkerPool;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A generated network on several threads. */
class ParallelPredictionTest {
  private static final String SMALL =
      """
      model Small {
        input image: float[6, 6, 1]
        logits = image |> conv(4, kernel: 3) |> relu |> flatten |> dense(5)
        output probabilities = softmax(logits)
      }
      """;

  private static final int PARAMETERS = 3 * 3 * 4 + 4 + 4 * 4 * 4 * 5 + 5;
  private static final int SAMPLES = 203;

  private final GeneratedNet net = net();
  private final float[] images = images();

  private static GeneratedNet net() {
    double[] variables = new double[PARAMETERS];
    Arrays.setAll(variables, i -> Math.sin(i) / 3);
    return GeneratedNet.of(Nets.emit(Nets.schedule(SMALL)), variables);
  }

  private static float[] images() {
    float[] images = new float[SAMPLES * 36];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.cos(i);
    }
    return images;
  }

  private float[] predict(int threads, int n) {
    float[] probabilities = new float[SAMPLES * 5];
    try (WorkerPool pool = new WorkerPool(threads)) {
      new ParallelPredictor<Object>(
              pool,
              32,
              net::session,
              (session, from, to) ->
                  net.call(
                      "predict", session, to - from, images, from * 36, probabilities, from * 5))
          .predict(n);
    }
    return probabilities;
  }

  @Test
  void anyNumberOfThreadsGivesTheBitsOfOneCall() {
    float[] expected = new float[SAMPLES * 5];
    net.call("predict", net.session(SAMPLES), SAMPLES, images, 0, expected, 0);
    for (int threads : new int[] {1, 2, 4, 8}) {
      assertArrayEquals(expected, predict(threads, SAMPLES), threads + " threads");
    }
  }

  @Test
  void aWrongNumberOfSamplesIsNamed() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> predict(1, SAMPLES + 8));
    assertEquals("image: 684 elements needed from offset 6912, the array has 7308", e.getMessage());
  }
}
