package dev.nutshell.processor.emit.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariableLinesTest {

  @Test
  void variablesOfEqualBlocksAreWrittenOnce() {
    List<String> lines = new ArrayList<>();
    lines.add("parameter embedding.W 65,128 zeros");
    for (int block = 0; block < 3; block++) {
      lines.add("parameter blocks." + block + ".fc.W 4,4 zeros");
      lines.add("parameter blocks." + block + ".fc.b 4 zeros");
    }
    assertEquals(
        List.of(
            "parameter embedding.W 65,128 zeros",
            "repeat 3",
            "parameter blocks.{0}.fc.W 4,4 zeros",
            "parameter blocks.{0}.fc.b 4 zeros",
            "end"),
        VariableLines.compact(lines));
  }
}
