package dev.nutshell.benchmarks.network;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.inference.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables of a network by their paths, in the layouts that peers want. */
public final class NetworkWeights {
  private final ModelSpec spec;
  private final float[] values;
  private final Map<String, VariableSpec> variables;

  /**
   * The weights of a network.
   *
   * @param values all variables, in the order of the specification
   */
  public NetworkWeights(ModelSpec spec, float[] values) {
    this.spec = spec;
    this.values = values.clone();
    this.variables =
        spec.variables().stream()
            .collect(Collectors.toMap(VariableSpec::path, Function.identity()));
  }

  /** The network. */
  public ModelSpec spec() {
    return spec;
  }

  /** For a generated class. */
  public Weights weights() {
    return Weights.of(spec, values);
  }

  /** The paths of what is trained. */
  public List<String> parameters() {
    return spec.variables().stream()
        .filter(variable -> variable.kind() == VariableSpec.Kind.PARAMETER)
        .map(VariableSpec::path)
        .toList();
  }

  /** The shape of a variable as the network declares it. */
  public List<Integer> shape(String path) {
    return variable(path).shape();
  }

  /** The numbers of a variable, row-major. */
  public float[] values(String path) {
    VariableSpec variable = variable(path);
    return Arrays.copyOfRange(values, variable.offset(), variable.offset() + variable.size());
  }

  /** A matrix {@code [n, units]} as {@code [units, n]}. */
  public float[] transposed(String path) {
    List<Integer> shape = shape(path);
    return Layouts.transposed(values(path), shape.get(0), shape.get(1));
  }

  /**
   * Filters {@code [height, width, channels, filters]} as {@code [filters, channels, height,
   * width]}.
   */
  public float[] filtersFirst(String path) {
    List<Integer> shape = shape(path);
    int area = shape.get(0) * shape.get(1);
    float[] filterRows = Layouts.transposed(values(path), area * shape.get(2), shape.get(3));
    return Layouts.channelsFirst(
        filterRows, shape.get(3), new ImageShape(shape.get(0), shape.get(1), shape.get(2)));
  }

  /**
   * A matrix whose rows stand for the positions and channels of an image, its rows in the order
   * channel, height, width.
   */
  public float[] rowsChannelsFirst(String path, ImageShape image) {
    int units = shape(path).get(1);
    float[] columns = transposed(path);
    float[] permuted = Layouts.channelsFirst(columns, units, image);
    return Layouts.transposed(permuted, units, shape(path).get(0));
  }

  private VariableSpec variable(String path) {
    VariableSpec variable = variables.get(path);
    if (variable == null) {
      throw new IllegalArgumentException(spec.name() + " has no variable " + path);
    }
    return variable;
  }
}
