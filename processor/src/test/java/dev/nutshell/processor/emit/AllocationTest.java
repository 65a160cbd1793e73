package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import com.sun.management.ThreadMXBean;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Weights;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated code allocates nothing once it is warm. The network is called through an interface, as
 * by its users.
 */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 3_000;
  private static final int CALLS = 1_000;

  /** How long HotSpot may take; until vector code is compiled, each of its vectors is an object. */
  private static final long MOST_NANOS_TO_COMPILE = 20_000_000_000L;

  @Test
  void aPredictionFromThePoolAllocatesNothing() throws ReflectiveOperationException {
    EmitOptions plain = EmitOptions.of("net", "Tanh", "00", "0.1");
    EmitOptions options =
        new EmitOptions(
            plain.packageName(),
            plain.name(),
            plain.isPublic(),
            Optional.of(ClassName.get(TanhAnchor.class)),
            plain.originating(),
            plain.generatedAnnotation(),
            plain.generator(),
            plain.fingerprint(),
            plain.libraryVersion(),
            plain.vectors());
    List<GeneratedClass> files =
        Emitter.emit(HandBuilt.tanhLayer(2, 3, Precision.FLOAT), options, new Diagnostics());
    Class<?> type = GeneratedClasses.compile(files).load("net.TanhNet");
    Weights weights = Weights.of((ModelSpec) type.getField("SPEC").get(null), new float[9]);
    TanhAnchor net = (TanhAnchor) type.getConstructor(Weights.class).newInstance(weights);
    float[] x = new float[2];
    float[] y = new float[3];
    assertAllocatesNothing(() -> net.predict(x, y));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aTrainingStepAllocatesNothing(int threads) throws ReflectiveOperationException {
    String text =
        """
        model Small {
          input x: float[3]
          target label: int
          logits = x |> dense(4) |> batch_norm |> relu |> dropout(0.5) |> dense(2)
          output scores = logits
          loss cross_entropy(logits, label)
        }
        """;
    Class<?> type =
        GeneratedClasses.compile(Nets.emit(Nets.schedule(text))).load("net.SmallTraining");
    try (TrainingModel model =
        (TrainingModel)
            type.getConstructor(TrainingOptions.class)
                .newInstance(new TrainingOptions(200, threads, 0))) {
      assertAllocatesNothing(() -> model.step(200));
    }
  }

  private static void assertAllocatesNothing(Runnable call) {
    for (int i = 0; i < WARM_UP; i++) {
      call.run();
    }
    long least = Long.MAX_VALUE;
    long end = System.nanoTime() + MOST_NANOS_TO_COMPILE;
    for (int attempt = 0; attempt < 3 || least > 0 && System.nanoTime() < end; attempt++) {
      // The runtime itself may allocate for a thread now and then, as when a method is compiled.
      long workersBefore = workerBytes();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      long own = THREADS.getCurrentThreadAllocatedBytes() - before;
      least = Math.min(least, own + workerBytes() - workersBefore);
    }
    assertEquals(0, least);
  }

  /** What the threads of worker pools have allocated. */
  private static long workerBytes() {
    long workers = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("nutshell-worker")) {
        workers += THREADS.getThreadAllocatedBytes(thread.getId());
      }
    }
    return workers;
  }
}
