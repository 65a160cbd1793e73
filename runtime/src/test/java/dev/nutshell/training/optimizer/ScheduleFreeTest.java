package dev.nutshell.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.ReferenceTensors;
import dev.nutshell.training.LinearModel;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.storage.Storage;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schedule-free AdamW, element by element as its paper writes it. */
class ScheduleFreeTest {

  private static final double RATE = 0.05;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final int WARMUP = 5;
  private static final int STEPS = 20;

  /** The weights after these steps by Keras 3.15 on NumPy, which overwrites nothing. */
  private static final double[] KERAS_ON_NUMPY = {
    -1.343060306622678,
    0.15077578506989542,
    1.0858297111159867,
    -0.2930329158535255,
    0.03969955425219546,
    -0.5808957104892615,
    1.4243742150090022,
    0.6965896815895848,
    -1.0912983825411033,
    -0.37701998735478753,
    -0.31702541088246167,
    -0.5176826560021555
  };

  private static ReferenceTensors tensors;

  @BeforeAll
  static void read() throws IOException {
    tensors =
        ReferenceTensors.read(
            ScheduleFreeTest.class.getResourceAsStream("keras_optimizers.safetensors"));
  }

  /** The three sequences of one element; y is where gradients are taken, x is for use. */
  private static final class Element {
    private double x;
    private double y;
    private double z;
    private double square;

    Element(double start) {
      x = start;
      y = start;
      z = start;
    }

    /**
     * One step.
     *
     * @param overwritten whether x is recovered from y by the new z, as Keras does on PyTorch
     */
    void step(int t, double gradient, boolean overwritten) {
      square = BETA2 * square + (1 - BETA2) * gradient * gradient;
      double root = Math.sqrt(square / (1 - StrictMath.pow(BETA2, t)));
      z -= RATE * Math.min(1, t / (double) WARMUP) * gradient / (root + EPSILON);
      if (overwritten) {
        x = (y - (1 - BETA1) * z) / BETA1;
      }
      x += (z - x) / t;
      y = (1 - BETA1) * z + BETA1 * x;
    }
  }

  @Test
  void kerasDiffersByWhatItOverwrites() {
    double[] w = tensors.get("schedule_free_adamw/f64/w");
    double[] gradients = tensors.get("schedule_free_adamw/f64/grad_w");
    int size = w.length / (STEPS + 1);
    for (int i = 0; i < size; i++) {
      Element element = new Element(w[i]);
      for (int t = 1; t <= STEPS; t++) {
        element.step(t, gradients[(t - 1) * size + i], true);
        assertEquals(w[t * size + i], element.y, 1e-7);
      }
    }
  }

  @Test
  void followsThePaperAndKeras() {
    TrainingOptions options = TrainingOptions.defaults().withCapacity(8);
    try (LinearModel model = new LinearModel(Precision.DOUBLE, 3, 4, 0, options)) {
      Optimizer optimizer =
          Optimizer.of(new ScheduleFreeAdamW(BETA1, BETA2, EPSILON, WARMUP), RATE);
      model.optimizer(optimizer);
      Dataset data =
          Dataset.of("x", Column.of(3, tensors.get("problem/X")))
              .with("y", Column.of(4, tensors.get("problem/Y")));
      for (int row = 0; row < 8; row++) {
        model.load(row, data, row);
      }
      Storage w = model.variables().get("fc.W");
      set(w, tensors.get("problem/w0"));
      set(model.variables().get("fc.b"), tensors.get("problem/b0"));
      Element[] elements = new Element[w.size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = new Element(w.get(i));
      }
      for (int t = 1; t <= STEPS; t++) {
        model.step(8);
        for (int i = 0; i < elements.length; i++) {
          elements[i].step(t, model.gradients().get("fc.W").get(i), false);
          assertEquals(elements[i].y, w.get(i), 1e-12, "step " + t);
        }
      }
      for (int i = 0; i < elements.length; i++) {
        assertEquals(KERAS_ON_NUMPY[i], w.get(i), 1e-12);
      }
      model.optimization().averages().exchange();
      for (int i = 0; i < elements.length; i++) {
        assertEquals(elements[i].x, w.get(i), 1e-12);
      }
    }
  }

  private static void set(Storage storage, double[] values) {
    for (int i = 0; i < values.length; i++) {
      storage.set(i, values[i]);
    }
  }
}
