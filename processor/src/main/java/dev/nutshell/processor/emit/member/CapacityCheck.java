package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.CodeBlock;

/** Refuses a capacity for which arrays would have to be longer than Java's. */
public final class CapacityCheck {
  /** The largest array that every virtual machine allocates. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private CapacityCheck() {}

  /**
   * Statements that refuse it.
   *
   * @param capacity an expression
   * @param row elements of a sample in the array where a sample needs most
   */
  public static CodeBlock code(CodeBlock capacity, int row) {
    int most = LARGEST_ARRAY / row;
    return CodeBlock.builder()
        .beginControlFlow("if ($L < 1 || $L > $L)", capacity, capacity, most)
        .addStatement(
            "throw new $T(\n$S + $L + $S)",
            IllegalArgumentException.class,
            "capacity: 1 to " + most + " samples expected, ",
            capacity,
            " found")
        .endControlFlow()
        .build();
  }
}
