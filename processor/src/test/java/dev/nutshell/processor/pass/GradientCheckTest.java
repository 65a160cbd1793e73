package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.GraphBuilder.at;
import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.batch;
import static dev.nutshell.processor.graph.GraphBuilder.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the check of gradients finds wrong ones, and keeps away from kinks. */
class GradientCheckTest {
  private static final int WIDTH = 200;

  private final GraphBuilder builder = new GraphBuilder();
  private final GradientCheck check = new GradientCheck(1);
  private final Input x = builder.input("x", WIDTH);

  private void check(UnaryOp op) {
    Axis b = batch();
    Axis i = axis("i", WIDTH);
    Scalar value = Scalars.unary(op, at(x, b, i));
    builder.loss(node("values", List.of(b, i), value));
    check.check(builder.graph("values"), builder.sources(), new RandomCalls(builder, -1, 1));
  }

  @Test
  void aWrongGradientIsFound() {
    // The value moves, and its gradient is 0 by decree.
    AssertionError wrong = assertThrows(AssertionError.class, () -> check(UnaryOp.STOP_GRADIENT));
    assertTrue(
        wrong.getMessage().startsWith("values: the gradient says 0.00000000000, differences"));
  }

  @Test
  void pointsNearKinksAreDrawnAnew() {
    check(UnaryOp.ABS);
    assertTrue(check.redrawRate() > 0.1, "rate " + check.redrawRate());
  }

  @Test
  void pointsOfASmoothFunctionAreNot() {
    check(UnaryOp.TANH);
    assertEquals(0, check.redrawRate());
  }
}
