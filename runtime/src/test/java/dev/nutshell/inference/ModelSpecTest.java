package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSpecTest {

  private static final String DIGITS =
      """
      model Digits FLOAT
      library 0.1.0
      fingerprint 3f2a
      source nets/digits v2.dl=9c01
      source layers.dl=77
      entry predict
      input image REAL 28,28,1
      input tokens INT t<=64
      target digit INT
      target weight REAL -
      output probabilities REAL 10
      loss cross_entropy
      metric accuracy
      entry embed
      input image BYTE 28,28,1
      parameter conv.W 5,5,1,6 glorot_uniform
      parameter scale - constant(0.5)
      state norm.mean 6 zeros
      """;

  @Test
  void readsEveryItem() {
    ModelSpec spec = ModelSpec.parse(DIGITS);
    assertEquals("Digits", spec.name());
    assertEquals(Precision.FLOAT, spec.precision());
    assertEquals("0.1.0", spec.libraryVersion());
    assertEquals("3f2a", spec.fingerprint());
    assertEquals(Map.of("nets/digits v2.dl", "9c01", "layers.dl", "77"), spec.sources());
    assertEquals(
        List.of("predict", "embed"), spec.entries().stream().map(EntrySpec::name).toList());
    EntrySpec predict = spec.entry("predict");
    assertEquals(
        List.of("image: float[28, 28, 1]", "tokens: int[t<=64]"),
        predict.inputs().stream().map(TensorSpec::toString).toList());
    assertEquals(784, predict.inputs().get(0).size());
    assertEquals(64, predict.inputs().get(1).size());
    assertEquals(1, predict.targets().get(0).size());
    assertEquals(1, predict.targets().get(1).size());
    assertEquals(List.of("cross_entropy"), predict.losses());
    assertEquals(List.of(new TensorSpec("accuracy", Element.REAL, List.of())), predict.metrics());
    assertEquals(Element.BYTE, spec.entry("embed").inputs().get(0).element());
    assertEquals(
        List.of(
            new VariableSpec(
                "conv.W",
                VariableSpec.Kind.PARAMETER,
                List.of(5, 5, 1, 6),
                "glorot_uniform",
                0,
                150),
            new VariableSpec(
                "scale", VariableSpec.Kind.PARAMETER, List.of(), "constant(0.5)", 150, 1),
            new VariableSpec("norm.mean", VariableSpec.Kind.STATE, List.of(6), "zeros", 151, 6)),
        spec.variables());
    assertEquals(151, spec.parameterSize());
    assertEquals(157, spec.size());
  }

  @Test
  void namesTheEntryThatIsNotThere() {
    ModelSpec spec = ModelSpec.parse(DIGITS);
    Exception e = assertThrows(IllegalArgumentException.class, () -> spec.entry("decode"));
    assertEquals(
        "model Digits has no entry point decode; there are predict, embed", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model A HALF |, line 1: Precision expected, HALF found",
        "model A |, line 1: model needs 2 words or more",
        "model A FLOAT\\nlayer x |, line 2: unknown item layer",
        "model A FLOAT\\ninput x REAL 3 |, line 2: before the first entry line",
        "model A FLOAT\\nentry e\\ninput x REAL three |, line 3: extent expected, three found",
        "model A FLOAT\\nentry e\\ninput x REAL 0 |, line 3: axis of extent 0",
        "model A FLOAT\\nparameter W 2 zeros\\nparameter W 2 zeros |, line 3: second variable W",
        "model A FLOAT\\nstate s 2 zeros\\nparameter W 2 zeros |, line 3: parameter W after a state",
        "model A FLOAT\\nparameter W 2 |, line 2: parameter needs 3 words or more",
        "model A FLOAT\\nparameter W 65536,65536 zeros"
            + "|, line 2: shape [65536, 65536] has too many elements",
        "model A FLOAT\\nparameter W 2147483647 zeros\\nparameter b 1 zeros"
            + "|, line 3: more variables than one array can hold",
        "model A FLOAT\\nsource x.dl |, line 2: file=digest expected, x.dl found",
        "model A FLOAT |: no model line or no fingerprint line",
        "fingerprint 1 |: no model line or no fingerprint line",
      })
  void namesTheLineThatIsWrong(String text, String message) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> ModelSpec.parse(text.replace("\\n", "\n")));
    assertEquals("model text" + message, e.getMessage());
  }
}
