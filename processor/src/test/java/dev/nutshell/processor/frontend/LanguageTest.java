package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Fingerprint;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What expressions mean: small texts, evaluated by the interpreter. */
class LanguageTest {
  private static final double[] X = {1, -2, 3, 5};

  /** The output {@code y} of a model of one input {@code x} of four numbers. */
  private static double[] y(String body) {
    Model model = Elaborated.model("model M {\n  input x: float[4]\n" + body + "\n}\n");
    Call call = Call.of(1, Map.of("x", new Tensor(List.of(1, 4), X)), Map.of());
    Evaluation evaluation = Interpreter.evaluate(model.entries().get(0).inference(), call);
    return evaluation.outputs().get("y").values();
  }

  @Test
  void aReductionReachesOverOneProduct() {
    assertArrayEquals(new double[] {7 + 10}, y("output y = sum[i] x[i] + 10"));
    assertArrayEquals(new double[] {14}, y("output y = sum[i] x[i] * 2"));
    assertArrayEquals(
        new double[] {1 * 2 - 2 * 2 + 3 * 2 + 5 * 2 - 1}, y("output y = 2 * sum[i] x[i] - 1"));
  }

  @Test
  void aComprehensionReachesUpToThePipe() {
    assertArrayEquals(new double[] {2, 0, 4, 6}, y("output y = [i] x[i] + 1 |> relu"));
  }

  @Test
  void powersBindTighterThanSigns() {
    assertArrayEquals(new double[] {-1, -4, -9, -25}, y("output y = -x ^ 2"));
    assertArrayEquals(new double[] {512}, y("output y = 2.0 ^ 3 ^ 2 + 0 * x[0]"));
  }

  @Test
  void readsOutsideAreSkippedByReductions() {
    assertArrayEquals(
        new double[] {1 - 2, 1 - 2 + 3, -2 + 3 + 5, 3 + 5},
        y("output y = [i < 4] sum[k < 3] x[i + k - 1]"));
    assertArrayEquals(
        new double[] {-0.5, 2.0 / 3, 2, 4},
        y("output y = [i < 4] mean[k < 3] x[i + k - 1]"),
        1e-15);
    assertArrayEquals(
        new double[] {2, 3, 3, 2}, y("output y = [i < 4] float(count[k < 3] x[i + k - 1])"));
  }

  @Test
  void aReductionOverNoDimensionIsItsOperand() {
    String spread = "output y = [i] spread(x[i]) }\nfun spread(x: float[...]) {\n  return ";
    assertArrayEquals(
        new double[] {4, -8, 12, 20},
        y(
            spread
                + "(sum[...] x[...]) + (mean[...] x[...]) + (max[...] x[...]) + prod[...] x[...]"));
    assertArrayEquals(
        new double[] {1, 1, 1, 1}, y(spread + "float((count[...] x[...]) + (argmax[...] x[...]))"));
  }

  @Test
  void aParameterMayHaveTheLeadingDimensionsOfAnArgument() {
    Model model =
        Elaborated.model(
            """
            layer scaled(x: float[..., n]) {
              param alpha: float[2, ..., n] init ones
              return [..., i] x[..., i] * alpha[1, ..., i]
            }

            model M {
              input x: float[3, 4, 5]
              output y = x |> scaled
              output z = x[0, 0] |> flat: scaled
            }
            """);
    assertEquals(List.of("y.alpha[2, 3, 4, 5]", "flat.alpha[2, 5]"), Elaborated.variables(model));
  }

  @Test
  void aLimitedIndexStaysLimitedUnderItsName() {
    assertArrayEquals(
        new double[] {3, -2, 5, 5},
        y("n = [i] clamp(int(x[i]), 0, 2) m = [i] n[i] + 1 output y = [i] x[m[i]]"));
  }

  @Test
  void anIndexCanBeLimitedByALengthThatIsNotFixed() {
    Model model =
        Elaborated.model(
            """
            model M {
              input x: float[t <= 4]
              output y = [i < 6] x[clamp(i - 1, 0, t - 1)]
            }
            """);
    Call call =
        Call.of(1, Map.of("x", new Tensor(List.of(1, 2), new double[] {7, 8})), Map.of())
            .withExtents(Map.of("t", 2));
    Evaluation evaluation = Interpreter.evaluate(model.entries().get(0).inference(), call);
    assertArrayEquals(new double[] {7, 7, 8, 8, 8, 8}, evaluation.outputs().get("y").values());
  }

  @Test
  void aBranchThatIsNeverTakenMayReadAnywhere() {
    assertArrayEquals(X, y("output y = [i] select(1 > 2 and i > 0, x[i - 5], x[i])"));
  }

  @Test
  void aTupleOfConstantsIsAVector() {
    assertArrayEquals(
        new double[] {1, -6, 15, 35},
        y(
            "output y = scaled(x, (1, 3, 5.0, 7)) }"
                + "fun scaled(x: float[n], by: float[n]) {\n  return x * by"));
  }

  @Test
  void exactDivisionSkipsWhatLeavesARemainder() {
    assertArrayEquals(
        new double[] {1, 0, -2, 0, 3, 0, 5}, y("output y = [i < 7] sum[k < 1] x[(i - k) / 2]"));
  }

  @Test
  void tiesGoToTheFirst() {
    assertArrayEquals(new double[] {0}, y("output y = float(argmax[i] x[i] * 0)"));
    assertArrayEquals(new double[] {1}, y("output y = float(argmin[i] x[i])"));
  }

  @Test
  void aNameCanBeBoundAgain() {
    assertArrayEquals(
        new double[] {8, -16, 24, 40}, y("h = x\nrepeat 3 { h = h + h }\noutput y = h"));
  }

  @Test
  void aScanCarriesAndYields() {
    assertArrayEquals(
        new double[] {7, 1, -1, 2, 7},
        y(
            "(s, all) = scan [i < 4] (s = 0.0) { update s = s + x[i]\n yield s + x[i] }\n"
                + "output y = [k < 5] select(k == 0, s, all[clamp(k - 1, 0, 3)])"));
  }

  @Test
  void aReverseScanBeginsAtTheEnd() {
    assertArrayEquals(
        new double[] {7, 6, 8, 5},
        y(
            "(s, all) = scan reverse [i < 4] (s = 0.0) { update s = s + x[i]\n yield s + x[i] }\noutput y = all + 0 * s"));
  }

  @Test
  void selectsGuardTheirBranches() {
    assertArrayEquals(new double[] {1, -2, 3, 5, 1, -2, 3, 5}, y("output y = concat(x, x)"));
  }

  @Test
  void formatOfTheTextDoesNotChangeTheFingerprint() {
    String text = "model M {\n  input x: float[4]\n  output y = x |> a: dense(3)\n}\n";
    String fingerprint = Fingerprint.of(Elaborated.model(text));
    assertEquals(
        fingerprint,
        Fingerprint.of(Elaborated.model("// a comment\n\n" + text.replace("\n  ", " "))));
    assertNotEquals(
        fingerprint,
        Fingerprint.of(Elaborated.model(text.replace("dense(3)", "dense(3, bias: false)"))));
    assertNotEquals(
        fingerprint,
        Fingerprint.of(Elaborated.model(text.replace("dense(3)", "dense(3) |> relu"))));
  }

  @Test
  void entriesShareParameters() {
    Model model =
        Elaborated.model(
            "model M {\n"
                + "  shared f = dense(2)\n"
                + "  entry one {\n    input a: float[3]\n    output b = f(a)\n  }\n"
                + "  entry two {\n    input c: float[5, 3]\n    output d = f(c)\n  }\n"
                + "}\n");
    assertEquals(List.of("f.W[3, 2]", "f.b[2]"), Elaborated.variables(model));
    assertEquals(2, model.entries().size());
  }

  @Test
  void statesChangeInTrainingOnlyAndCarriesAlways() {
    Model model =
        Elaborated.model(
            "model M {\n"
                + "  input x: float[4]\n"
                + "  state seen: float init zeros\n"
                + "  carry last: float[4]\n"
                + "  if training { update seen = seen + 1 }\n"
                + "  update last = x\n"
                + "  output y = last + seen\n"
                + "  loss mean_squared_error(y, x)\n"
                + "}\n");
    Model.EntryPoint entry = model.entries().get(0);
    assertEquals(1, entry.inference().updates().size());
    assertEquals(2, entry.training().updates().size());
  }
}
