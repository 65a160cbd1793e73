package dev.nutshell.benchmarks.peer.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.nutshell.benchmarks.onnx.OnnxLayers;
import dev.nutshell.benchmarks.onnx.OnnxModel;
import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Peer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ONNX Runtime's Java binding, called as cheaply as it can be: tensors over direct buffers that are
 * made once, the output pinned, one thread, all optimizations of the graph.
 */
public final class OnnxRuntimePeer implements Peer {
  private static final String INPUT = "x";

  @Override
  public String name() {
    return "ONNX Runtime Java";
  }

  @Override
  public InferenceSide open(InferenceTask task) throws OrtException {
    return open(task, 1).get(0);
  }

  /**
   * Sides with tensors of their own over one session, which they may use from several threads.
   *
   * @param count how many
   */
  public List<InferenceSide> open(InferenceTask task, int count) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession session = session(environment, model(task));
    List<InferenceSide> sides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sides.add(new Inference(environment, session, task));
    }
    return sides;
  }

  /** The model of a task in ONNX's format. */
  public static byte[] model(InferenceTask task) {
    OnnxModel model = new OnnxModel();
    String x = model.input(INPUT, task.inputShape().peerShape(task.batch()));
    String y = task.architecture().apply(new OnnxLayers(model, task.weights(), task.batch()), x);
    model.output(y, task.outputShape().peerShape(task.batch()));
    return model.toBytes();
  }

  /** A session on one thread. */
  static OrtSession session(OrtEnvironment environment, byte[] model) throws OrtException {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      return environment.createSession(model, options);
    }
  }

  private static FloatBuffer directBuffer(int size) {
    return ByteBuffer.allocateDirect(4 * size).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private static final class Inference implements InferenceSide {
    private final InferenceTask task;
    private final OrtSession session;
    private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();
    private final Set<String> noOther = Set.of();
    private final Map<String, OnnxTensor> outputs;
    private final FloatBuffer output;
    private final OnnxTensor pinned;
    private int next;

    Inference(OrtEnvironment environment, OrtSession session, InferenceTask task)
        throws OrtException {
      this.task = task;
      this.session = session;
      int batch = task.batch();
      for (float[] values : task.inputs()) {
        FloatBuffer buffer = directBuffer(values.length);
        buffer.put(task.inputShape().toPeer(values)).rewind();
        long[] shape = task.inputShape().peerShape(batch);
        inputs.add(Map.of(INPUT, OnnxTensor.createTensor(environment, buffer, shape)));
      }
      this.output = directBuffer(batch * task.outputShape().size());
      long[] shape = task.outputShape().peerShape(batch);
      this.pinned = OnnxTensor.createTensor(environment, output, shape);
      this.outputs = Map.of(session.getOutputNames().iterator().next(), pinned);
    }

    @Override
    public float[] predict(int input) {
      call(input);
      float[] values = new float[output.capacity()];
      output.get(0, values);
      return task.outputShape().fromPeer(values);
    }

    @Override
    public void run(long calls) {
      for (long i = 0; i < calls; i++) {
        call(next);
        next = (next + 1) % inputs.size();
      }
    }

    private void call(int input) {
      try (OrtSession.Result result = session.run(inputs.get(input), noOther, outputs)) {
        if (result.size() != 1) {
          throw new IllegalStateException("one result expected, " + result.size() + " found");
        }
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The session stays: it may be shared, and lives as long as the process. */
    @Override
    public void close() {
      inputs.forEach(map -> map.get(INPUT).close());
      pinned.close();
    }
  }
}
