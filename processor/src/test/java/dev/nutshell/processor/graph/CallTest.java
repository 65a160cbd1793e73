package dev.nutshell.processor.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {

  private static final List<String> NAMES = List.of("q", "b", "z", "a", "m", "c", "y");

  private static <V> Map<String, V> named(V value) {
    Map<String, V> map = new LinkedHashMap<>();
    NAMES.forEach(name -> map.put(name, value));
    return map;
  }

  @Test
  void mapsKeepTheOrderTheyAreGivenIn() {
    Tensor tensor = new Tensor(List.of(1), new double[1]);
    Call call = Call.of(1, named(tensor), named(tensor)).withExtents(named(3));
    assertEquals(NAMES, new ArrayList<>(call.inputs().keySet()));
    assertEquals(NAMES, new ArrayList<>(call.variables().keySet()));
    assertEquals(NAMES, new ArrayList<>(call.extents().keySet()));
  }
}
