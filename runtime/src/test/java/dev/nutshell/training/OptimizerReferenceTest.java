package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.ReferenceTensors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps of every optimizer against those of Keras and PyTorch in double precision. */
class OptimizerReferenceTest {

  private static final int STEPS = 20;
  private static final int SAMPLES = 8;
  private static final int IN = 3;
  private static final int OUT = 4;

  private static ReferenceTensors tensors;

  @BeforeAll
  static void read() throws IOException {
    tensors =
        ReferenceTensors.read(
            OptimizerReferenceTest.class.getResourceAsStream("optimizers.safetensors"));
  }

  static Stream<Arguments> optimizers() {
    Adam amsgrad = new Adam(0.9, 0.999, 1e-7, true, Convention.KERAS);
    Optimizer clipped = Optimizer.of(new Sgd(0, false), 0.2);
    Optimizer torchAdam = Optimizer.of(Adam.pytorch(), 0.05);
    return Stream.of(
        Arguments.of("keras/sgd", Optimizer.of(new Sgd(0, false), 0.1)),
        Arguments.of("keras/sgd_momentum", Optimizer.of(new Sgd(0.9, false), 0.05)),
        Arguments.of("keras/sgd_nesterov", Optimizer.of(new Sgd(0.9, true), 0.05)),
        Arguments.of(
            "keras/sgd_weight_decay", Optimizer.of(new Sgd(0, false), 0.1).weightDecay(0.05)),
        Arguments.of("keras/sgd_clipnorm", clipped.clip(Clipping.Kind.NORM, 0.2)),
        Arguments.of("keras/sgd_clipvalue", clipped.clip(Clipping.Kind.VALUE, 0.1)),
        Arguments.of("keras/sgd_global_clipnorm", clipped.clip(Clipping.Kind.GLOBAL_NORM, 0.3)),
        Arguments.of("keras/rmsprop", Optimizer.of(RmsProp.defaults(), 0.03)),
        Arguments.of(
            "keras/rmsprop_centered_momentum",
            Optimizer.of(new RmsProp(0.9, 0.8, 1e-7, true, Convention.KERAS), 0.01)),
        Arguments.of("keras/adam", Optimizer.of(Adam.defaults(), 0.05)),
        Arguments.of("keras/amsgrad", Optimizer.of(amsgrad, 0.05)),
        Arguments.of(
            "keras/adam_weight_decay", Optimizer.of(Adam.defaults(), 0.05).weightDecay(0.1)),
        Arguments.of("keras/adamw", Optimizer.adamW(0.05, 0.1)),
        Arguments.of("pytorch/sgd", Optimizer.sgd(0.1)),
        Arguments.of("pytorch/sgd_momentum", Optimizer.of(new Sgd(0.9, false), 0.05)),
        Arguments.of("pytorch/sgd_nesterov", Optimizer.of(new Sgd(0.9, true), 0.05)),
        Arguments.of("pytorch/rmsprop", torchRmsProp(0.99, 0, false, 0.03)),
        Arguments.of("pytorch/rmsprop_centered", torchRmsProp(0.99, 0, true, 0.03)),
        Arguments.of("pytorch/rmsprop_momentum", torchRmsProp(0.95, 0.8, false, 0.01)),
        Arguments.of("pytorch/adam", torchAdam),
        Arguments.of(
            "pytorch/adam_betas",
            Optimizer.of(new Adam(0.8, 0.95, 1e-4, false, Convention.PYTORCH), 0.05)),
        Arguments.of(
            "pytorch/amsgrad",
            Optimizer.of(new Adam(0.9, 0.999, 1e-8, true, Convention.PYTORCH), 0.05)),
        Arguments.of("pytorch/adamw", torchAdam.weightDecay(0.1)),
        Arguments.of("pytorch/adamw_default", torchAdam.weightDecay(0.01)),
        Arguments.of(
            "pytorch/adamw_amsgrad",
            Optimizer.of(new Adam(0.9, 0.999, 1e-8, true, Convention.PYTORCH), 0.05)
                .weightDecay(0.1)),
        Arguments.of("pytorch/sgd_clip_value", Optimizer.sgd(0.2).clip(Clipping.Kind.VALUE, 0.1)),
        Arguments.of(
            "pytorch/adamw_clip_value", torchAdam.weightDecay(0.1).clip(Clipping.Kind.VALUE, 0.1)),
        Arguments.of(
            "pytorch/adam_cosine_schedule",
            torchAdam.schedule(t -> 0.05 * (1 + StrictMath.cos(Math.PI * t / STEPS)))));
  }

  private static Optimizer torchRmsProp(
      double alpha, double momentum, boolean centered, double rate) {
    return Optimizer.of(new RmsProp(alpha, momentum, 1e-8, centered, Convention.PYTORCH), rate);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void doublePrecision(String reference, Optimizer optimizer) {
    assertFollows(reference, optimizer, Precision.DOUBLE, 1e-10, 1e-9);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void singlePrecision(String reference, Optimizer optimizer) {
    assertFollows(reference, optimizer, Precision.FLOAT, 2e-5, 1e-4);
  }

  private static void assertFollows(
      String reference, Optimizer optimizer, Precision precision, double atol, double rtol) {
    String problem = reference.substring(0, reference.indexOf('/')) + "/problem/";
    double[] w = tensors.get(reference + "/w");
    double[] b = tensors.get(reference + "/b");
    TrainingOptions options = TrainingOptions.defaults().withCapacity(SAMPLES);
    try (LinearModel model = new LinearModel(precision, IN, OUT, 0, options)) {
      set(model.variables().get("fc.W"), tensors.get(problem + "w0"));
      set(model.variables().get("fc.b"), tensors.get(problem + "b0"));
      model.optimizer(optimizer);
      Dataset data =
          Dataset.of("x", Column.of(IN, tensors.get(problem + "X")))
              .with("y", Column.of(OUT, tensors.get(problem + "Y")));
      for (int row = 0; row < SAMPLES; row++) {
        model.load(row, data, row);
      }
      for (int step = 1; step <= STEPS; step++) {
        model.step(SAMPLES);
        String where = reference + ", step " + step;
        assertClose(where, model.variables().get("fc.W"), w, step, atol, rtol);
        assertClose(where, model.variables().get("fc.b"), b, step, atol, rtol);
      }
    }
  }

  private static void set(Storage storage, double[] values) {
    for (int i = 0; i < values.length; i++) {
      storage.set(i, values[i]);
    }
  }

  private static void assertClose(
      String where, Storage found, double[] states, int step, double atol, double rtol) {
    for (int i = 0; i < found.size(); i++) {
      double expected = states[step * found.size() + i];
      double difference = Math.abs(found.get(i) - expected);
      assertTrue(
          difference <= atol + rtol * Math.abs(expected),
          where + ", element " + i + ": " + found.get(i) + " found, " + expected + " expected");
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void memoryBeginsAnewWithAnOptimizer(Precision precision) {
    TrainingOptions options = TrainingOptions.defaults().withCapacity(1);
    try (LinearModel one = new LinearModel(precision, 2, 1, 0, options);
        LinearModel two = new LinearModel(precision, 2, 1, 0, options)) {
      one.inputs[0].set(0, 1);
      two.inputs[0].set(0, 1);
      one.optimizer(Optimizer.of(new Sgd(0.9, false), 0.1)).step(1);
      two.optimizer(Optimizer.sgd(0.1)).step(1);
      one.optimizer(Optimizer.sgd(0.1)).step(1);
      two.step(1);
      assertTrue(one.weights().digest().equals(two.weights().digest()));
    }
  }
}
