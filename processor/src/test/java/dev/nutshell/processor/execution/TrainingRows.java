package dev.nutshell.processor.execution;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.training.TrainingModel;
import java.util.ArrayList;
import java.util.List;

/** Puts the samples of a call into the rows of a training class. */
final class TrainingRows {
  private final Model.EntryPoint entry;
  private final Call call;
  private final PortArrays ports;

  TrainingRows(Model.EntryPoint entry, Call call, Precision precision) {
    this.entry = entry;
    this.call = call;
    this.ports = new PortArrays(call, precision);
  }

  void load(TrainingModel network) {
    List<Input> inputs = new ArrayList<>(entry.inputs());
    inputs.addAll(entry.targets());
    Dataset data = null;
    for (Input input : inputs) {
      Column column = column(input);
      data = data == null ? Dataset.of(input.name(), column) : data.with(input.name(), column);
    }
    for (int row = 0; row < call.batch(); row++) {
      network.load(row, data, row);
    }
  }

  private Column column(Input input) {
    int width = Math.toIntExact(input.sampleSize());
    Object array = ports.toArray(input, call.inputs().get(input.name()));
    if (array instanceof float[] floats) {
      return Column.of(width, floats);
    }
    if (array instanceof double[] doubles) {
      return Column.of(width, doubles);
    }
    if (array instanceof int[] ints) {
      return Column.of(width, ints);
    }
    return array instanceof boolean[] booleans
        ? Column.of(width, booleans)
        : Column.of(width, (byte[]) array);
  }
}
