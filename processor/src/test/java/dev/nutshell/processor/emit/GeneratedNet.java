package dev.nutshell.processor.emit;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.Weights;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** An instance of a generated inference class, called by reflection. */
public final class GeneratedNet {
  private final Class<?> type;
  private final Object net;

  private GeneratedNet(Class<?> type, Object net) {
    this.type = type;
    this.net = net;
  }

  /**
   * Compiles the files of a model, and gives the inference class these variables, in storage order.
   */
  public static GeneratedNet of(List<GeneratedClass> files, double... variables) {
    return of(GeneratedClasses.compile(files).load(files.get(0).name()), variables);
  }

  /** An instance of a class that is loaded already. */
  public static GeneratedNet of(Class<?> type, double... variables) {
    try {
      ModelSpec spec = (ModelSpec) type.getField("SPEC").get(null);
      Weights weights = weights(spec, variables);
      return new GeneratedNet(type, type.getConstructor(Weights.class).newInstance(weights));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private static Weights weights(ModelSpec spec, double[] variables) {
    if (spec.precision() == Precision.DOUBLE) {
      return Weights.of(spec, variables);
    }
    float[] floats = new float[variables.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) variables[i];
    }
    return Weights.of(spec, floats);
  }

  /** The generated class. */
  public Class<?> type() {
    return type;
  }

  /** A new session. */
  public Object session(int capacity) {
    return call("session", capacity);
  }

  /**
   * Calls the public method of that name and of as many arguments; what it throws comes out as it
   * is. The types of the arguments decide between methods of equally many.
   */
  public Object call(String method, Object... arguments) {
    return invoke(net, method, arguments);
  }

  /** The same on another object, such as a session. */
  public static Object invoke(Object target, String name, Object... arguments) {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
        return invoke(target, method, arguments);
      }
    }
    throw new AssertionError("no method " + name + " for " + Arrays.toString(arguments));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean accepts(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean fits =
          arguments[i] == null
              ? !types[i].isPrimitive()
              : MethodType.methodType(types[i]).wrap().returnType().isInstance(arguments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
