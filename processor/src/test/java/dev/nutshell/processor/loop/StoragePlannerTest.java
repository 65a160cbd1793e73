package dev.nutshell.processor.loop;

import static dev.nutshell.processor.loop.Graphs.dense;
import static dev.nutshell.processor.loop.Graphs.input;
import static dev.nutshell.processor.loop.Graphs.map;
import static dev.nutshell.processor.loop.Graphs.outputs;
import static dev.nutshell.processor.loop.Graphs.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Temporaries share space where their lives do not meet. */
class StoragePlannerTest {
  private final Input x = input("x", 16);
  private final List<Variable> variables = new ArrayList<>();

  private Node layer(Node from) {
    int number = variables.size();
    variables.add(parameter("fc" + number + ".W", 16, 16));
    variables.add(parameter("fc" + number + ".b", 16));
    return dense(from, variables.get(number), variables.get(number + 1));
  }

  @Test
  void aChainNeedsTwoTensorsWhateverItsLength() {
    Node last = x;
    for (int i = 0; i < 10; i++) {
      last = layer(last);
    }
    Program program = new Comparison(List.of(x), variables).inference(outputs(last));
    // Two tensors, each at the begin of a line of the cache, in rows of whole lines.
    assertEquals(6 + 2 * 16 + 2, program.memory().size(Area.WORK, ElementType.REAL));
  }

  @Test
  void residualBlocksUseTheSameOffsets() {
    Node last = map(x, value -> Scalars.multiply(value, value));
    for (int i = 0; i < 5; i++) {
      last = add(last, layer(map(layer(last), Graphs::relu)));
    }
    Program program =
        new Comparison(List.of(x), variables).inference(outputs(map(last, Graphs::relu)));
    List<List<Integer>> offsets = new ArrayList<>();
    for (Program.Step step : program.phases().get(0).parallel()) {
      Program.Call call = (Program.Call) step;
      offsets.add(
          call.places().stream()
              .filter(place -> place.area() == Area.WORK)
              .map(Place::offset)
              .toList());
    }
    // Each of the two layers of a block has a kernel for blocks of rows and one for single rows.
    List<List<Integer>> first = offsets.subList(1, 5);
    for (int block = 1; block < 4; block++) {
      assertEquals(first, offsets.subList(1 + 4 * block, 5 + 4 * block), "block " + block);
    }
  }

  private static Node add(Node a, Node b) {
    return map(a, value -> Scalars.add(value, sameElement(value, b)));
  }

  private static Scalar sameElement(Scalar value, Node other) {
    return Scalars.read(other, ((Scalar.Read) value).indices());
  }
}
