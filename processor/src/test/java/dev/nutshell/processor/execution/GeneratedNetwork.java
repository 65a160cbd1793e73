package dev.nutshell.processor.execution;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.inference.VectorSupport;
import dev.nutshell.inference.Weights;
import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.GeneratedClass;
import dev.nutshell.processor.emit.GeneratedClasses;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Fingerprint;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The classes generated for a model, compiled and loaded, and called with tensors. */
public final class GeneratedNetwork {
  private final Model model;
  private final GeneratedClasses classes;
  private final String prefix;
  private final boolean vectors;
  private final Class<?> inference;
  private final Class<?> training;
  private final ModelSpec spec;

  private GeneratedNetwork(Model model, GeneratedClasses classes, String prefix, boolean vectors) {
    this.vectors = vectors;
    this.model = model;
    this.classes = classes;
    this.prefix = prefix;
    this.inference = classes.load(prefix + "Net");
    this.spec = (ModelSpec) withSetting(() -> staticField(inference, "SPEC"));
    boolean trainable = model.entries().stream().anyMatch(Model.EntryPoint::isTrainable);
    this.training = trainable ? classes.load(prefix + "Training") : null;
  }

  /** One network. */
  public static GeneratedNetwork of(Model model) {
    return all(List.of(model)).get(0);
  }

  /**
   * Many networks, compiled at once: each in a package of its own, so that names may be the same.
   */
  public static List<GeneratedNetwork> all(List<Model> models) {
    List<GeneratedClass> files = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      files.addAll(generate(models.get(i), "net" + i));
    }
    GeneratedClasses classes = GeneratedClasses.compile(files);
    List<GeneratedNetwork> networks = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      String prefix = "net" + i + "." + models.get(i).name();
      networks.add(new GeneratedNetwork(models.get(i), classes, prefix, true));
    }
    return networks;
  }

  /** The same network, whose classes do without vectors from now on. */
  public GeneratedNetwork withoutVectors() {
    return new GeneratedNetwork(model, classes.anew(), prefix, false);
  }

  private static List<GeneratedClass> generate(Model model, String packageName) {
    Diagnostics diagnostics = new Diagnostics();
    EmitOptions options = EmitOptions.of(packageName, model.name(), Fingerprint.of(model), "test");
    List<GeneratedClass> files = Compiler.compile(model, options, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new AssertionError(diagnostics.all());
    }
    return files;
  }

  /** Initializes a class, or builds an object, that looks whether vectors are turned off. */
  private Object withSetting(Supplier<Object> action) {
    if (vectors) {
      return action.get();
    }
    String before = System.setProperty(VectorSupport.PROPERTY, "off");
    try {
      return action.get();
    } finally {
      if (before == null) {
        System.clearProperty(VectorSupport.PROPERTY);
      } else {
        System.setProperty(VectorSupport.PROPERTY, before);
      }
    }
  }

  private static Object staticField(Class<?> type, String name) {
    try {
      return type.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  public Model model() {
    return model;
  }

  public ModelSpec spec() {
    return spec;
  }

  /** Whether there is a training class. */
  public boolean isTrainable() {
    return training != null;
  }

  /** The variables of a call as weights. */
  public Weights weights(Map<String, Tensor> variables) {
    double[] values = new double[spec.size()];
    for (VariableSpec variable : spec.variables()) {
      double[] from = variables.get(variable.path()).values();
      System.arraycopy(from, 0, values, variable.offset(), from.length);
    }
    if (spec.precision() == dev.nutshell.inference.Precision.DOUBLE) {
      return Weights.of(spec, values);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Weights.of(spec, floats);
  }

  /** A prediction of the first entry point, with a session for exactly the samples of the call. */
  public Map<String, double[]> predict(Call call) {
    Prediction prediction = prediction(call);
    prediction.run();
    return prediction.outputs();
  }

  /** A prediction to be run more than once. */
  public Prediction prediction(Call call) {
    return new Prediction(call);
  }

  /**
   * The training class, with the variables and samples of a call.
   *
   * @param threads that share a step
   */
  public TrainingModel training(Call call, int threads) {
    TrainingModel network = training(new TrainingOptions(call.batch(), threads, call.seed()));
    network.restore(weights(call.variables()));
    call.extents().forEach((name, length) -> invoke(method(training, name, 1), network, length));
    new TrainingRows(entry(), call, spec.precision()).load(network);
    return network;
  }

  /** The training class as it is before a training. */
  public TrainingModel training(TrainingOptions options) {
    return (TrainingModel)
        withSetting(() -> construct(training, new Class<?>[] {TrainingOptions.class}, options));
  }

  private Model.EntryPoint entry() {
    return model.entries().get(0);
  }

  private static Object construct(Class<?> type, Class<?>[] parameters, Object... arguments) {
    try {
      return type.getConstructor(parameters).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Method method(Class<?> type, String name, int parameters) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == parameters) {
        return method;
      }
    }
    throw new AssertionError(type + " has no method " + name + " of " + parameters + " arguments");
  }

  private static void invoke(Method method, Object target, Object... arguments) {
    try {
      method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** A call of the inference class with its arrays. */
  public final class Prediction {
    private final PortArrays ports;
    private final Object net;
    private final Method method;
    private final Object[] arguments;
    private final Map<Graph.Output, Object> results = new LinkedHashMap<>();

    private Prediction(Call call) {
      this.ports = new PortArrays(call, spec.precision());
      this.net = construct(inference, new Class<?>[] {Weights.class}, weights(call.variables()));
      List<Object> values = new ArrayList<>();
      values.add(session(call));
      values.add(call.batch());
      values.addAll(lengths(call));
      for (Input input : entry().inputs()) {
        values.add(ports.toArray(input, call.inputs().get(input.name())));
        values.add(0);
      }
      for (Graph.Output output : entry().inference().outputs()) {
        Object result = ports.allocate(output.node(), call.batch());
        results.put(output, result);
        values.add(result);
        values.add(0);
      }
      this.arguments = values.toArray();
      this.method = method(inference, entry().name(), arguments.length);
    }

    /** Lengths stand in the order in which their axes occur in the inputs and outputs. */
    private Collection<Integer> lengths(Call call) {
      List<Node> ports = new ArrayList<>(entry().inputs());
      entry().inference().outputs().forEach(output -> ports.add(output.node()));
      Map<String, Integer> lengths = new LinkedHashMap<>();
      for (Node port : ports) {
        for (Extent extent : port.shape()) {
          if (extent instanceof Extent.Bounded bounded) {
            lengths.put(bounded.name(), call.length(bounded));
          }
        }
      }
      return lengths.values();
    }

    private Object session(Call call) {
      try {
        Object session = method(inference, "session", 1).invoke(net, call.batch());
        for (Method each : session.getClass().getMethods()) {
          if (each.getName().equals("seed")) {
            each.invoke(session, call.seed());
          }
        }
        return session;
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    /** Predicts once. */
    public void run() {
      invoke(method, net, arguments);
    }

    /** The same as {@link #run}, of which nothing but the generated code is left. */
    public Runnable body() {
      MethodHandle call = handle();
      return () -> {
        try {
          call.invokeExact();
        } catch (Throwable e) {
          throw new AssertionError(e);
        }
      };
    }

    private MethodHandle handle() {
      try {
        return MethodHandles.insertArguments(
            MethodHandles.publicLookup().unreflect(method).bindTo(net), 0, arguments);
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }

    /** What was predicted last. */
    public Map<String, double[]> outputs() {
      Map<String, double[]> outputs = new LinkedHashMap<>();
      results.forEach(
          (output, array) -> outputs.put(output.name(), ports.toValues(output.node(), array)));
      return outputs;
    }
  }
}
