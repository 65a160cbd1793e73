package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import java.util.function.Function;

/**
 * Elementary functions of vectors: operation by operation what {@code ScalarMath} of the runtime
 * does for a float, so that the bits are the same.
 */
final class VectorFunctions {

  /** Declares a variable, and gives its name. */
  interface Declarations {
    CodeBlock declare(TypeName type, String hint, CodeBlock value);
  }

  private static final String ROUNDER = "0x1.8p23f";

  private final VectorTypes types;
  private final Declarations declarations;
  private final Function<String, CodeBlock> constants;

  VectorFunctions(
      VectorTypes types, Declarations declarations, Function<String, CodeBlock> constants) {
    this.types = types;
    this.declarations = declarations;
    this.constants = constants;
  }

  CodeBlock apply(UnaryOp op, CodeBlock operand) {
    CodeBlock x = vector("x", "$L", operand);
    return switch (op) {
      case SIGN ->
          CodeBlock.of(
              "$L.blend(1,$W$L).blend(-1,$W$L)", x, compare(x, "GT", "0"), compare(x, "LT", "0"));
      case EXP -> exp(x);
      case EXPM1 -> expm1(x);
      case TANH -> tanh(x);
      case ERF -> erf(x);
      default -> throw new IllegalArgumentException(op + " of vectors");
    };
  }

  /**
   * Small integers, which stand in the low bits of a float of the size of {@link #ROUNDER}.
   *
   * @param numbers floats that are integers below 2^22
   */
  CodeBlock toIntegers(CodeBlock numbers) {
    return CodeBlock.of(
        "$L.add($L).reinterpretAsInts().sub($T.floatToRawIntBits($L))",
        numbers,
        ROUNDER,
        Float.class,
        ROUNDER);
  }

  /**
   * The reverse of {@link #toIntegers}.
   *
   * @param element {@code array, position} of integers
   */
  CodeBlock toNumbers(CodeBlock element) {
    CodeBlock bits =
        integers(
            "bits",
            "$T.fromArray($T.SPECIES_PREFERRED,$W$L).add($T.floatToRawIntBits($L))",
            VectorTypes.INTEGERS,
            VectorTypes.INTEGERS,
            element,
            Float.class,
            ROUNDER);
    return vector("number", "$L.reinterpretAsFloats().sub($L)", bits, ROUNDER);
  }

  private CodeBlock vector(String hint, String format, Object... arguments) {
    return declarations.declare(types.vector(), hint, CodeBlock.of(format, arguments));
  }

  private CodeBlock integers(String hint, String format, Object... arguments) {
    return declarations.declare(VectorTypes.INTEGERS, hint, CodeBlock.of(format, arguments));
  }

  private CodeBlock all(String literal) {
    return constants.apply(literal);
  }

  private static CodeBlock compare(CodeBlock x, String operator, String literal) {
    return CodeBlock.of("$L.compare($T.$L,$W$L)", x, VectorTypes.OPERATORS, operator, literal);
  }

  /** {@code ((c0 x + c1) x + c2) …}, each step rounded once. */
  private CodeBlock polynomial(CodeBlock x, String... coefficients) {
    CodeBlock p = all(coefficients[0]);
    for (int k = 1; k < coefficients.length; k++) {
      p = vector("p", "$L.fma($L,$W$L)", p, x, all(coefficients[k]));
    }
    return p;
  }

  /** x in multiples of ln 2, rounded, with {@link #ROUNDER} added. */
  private CodeBlock rounded(CodeBlock x) {
    return vector("t", "$L.fma($L,$W$L)", x, all("1.442695f"), all(ROUNDER));
  }

  private CodeBlock exponent(CodeBlock t) {
    return integers(
        "n", "$L.reinterpretAsInts().sub($T.floatToRawIntBits($L))", t, Float.class, ROUNDER);
  }

  private CodeBlock reducedExpm1(CodeBlock x, CodeBlock t) {
    CodeBlock n = vector("m", "$L.sub($L)", t, ROUNDER);
    CodeBlock high = vector("r", "$L.fma($L,$W$L)", n, all("-0.6931472f"), x);
    CodeBlock r = vector("r", "$L.fma($L,$W$L)", n, all("1.9046542e-9f"), high);
    CodeBlock p =
        polynomial(r, "0.0013946786f", "0.008366778f", "0.041666277f", "0.16666542f", "0.5f");
    return vector("e", "$L.fma($L.mul($L),$W$L)", p, r, r, r);
  }

  private static CodeBlock powerOfTwo(CodeBlock n) {
    return CodeBlock.of(
        "$L.add(127).lanewise($T.LSHL,$W23).reinterpretAsFloats()", n, VectorTypes.OPERATORS);
  }

  private CodeBlock exp(CodeBlock x) {
    CodeBlock t = rounded(x);
    CodeBlock y = vector("y", "$L.add($L)", all("1.0f"), reducedExpm1(x, t));
    CodeBlock half = integers("h", "$L.sub(1)", exponent(t));
    return vector(
        "e",
        "$L.add($L).mul($L).blend(0,$W$L).blend($T.POSITIVE_INFINITY,$W$L)",
        y,
        y,
        powerOfTwo(half),
        compare(x, "LT", "-86.9f"),
        Float.class,
        compare(x, "GT", "89"));
  }

  /** {@link #exp} of numbers from -80 to 80, or of not-a-number: nothing is flushed or infinite. */
  private CodeBlock moderateExp(CodeBlock x) {
    CodeBlock t = rounded(x);
    CodeBlock y = vector("y", "$L.add($L)", all("1.0f"), reducedExpm1(x, t));
    return vector("e", "$L.mul($L)", y, powerOfTwo(exponent(t)));
  }

  /** The smaller one of numbers and a limit; not-a-number stays. */
  private CodeBlock atMost(CodeBlock x, String limit) {
    return vector("b", "$L.blend($L,$W$L)", x, limit, compare(x, "GT", limit));
  }

  private CodeBlock expm1(CodeBlock x) {
    CodeBlock clamped = vector("c", "$L.max(-30)", x);
    CodeBlock t = rounded(clamped);
    CodeBlock scale = vector("s", "$L", powerOfTwo(exponent(t)));
    CodeBlock e = reducedExpm1(clamped, t);
    CodeBlock result = vector("e", "$L.fma($L,$W$L.sub(1))", scale, e, scale);
    return CodeBlock.of(
        "$L.blend($L,$W$L).blend($L,$W$L)",
        result,
        exp(x),
        compare(x, "GT", "18"),
        x,
        compare(x, "EQ", "0"));
  }

  private CodeBlock tanh(CodeBlock x) {
    CodeBlock z = vector("z", "$L.mul($L)", x, x);
    CodeBlock p =
        polynomial(
            z, "-0.005717045f", "0.020650588f", "-0.053743497f", "0.13331491f", "-0.33333284f");
    CodeBlock small = vector("small", "$L.fma($L.mul($L),$W$L)", p, x, z, x);
    CodeBlock a = vector("a", "$L.abs()", x);
    CodeBlock twice = vector("d", "$L.mul($L)", all("2.0f"), atMost(a, "10"));
    CodeBlock large =
        vector("large", "$L.sub($L.div($L.add(1)))", all("1.0f"), all("2.0f"), moderateExp(twice));
    return copySign(CodeBlock.of("$L.blend($L,$W$L)", large, small, compare(a, "LT", "0.625f")), x);
  }

  private CodeBlock erf(CodeBlock x) {
    CodeBlock z = vector("z", "$L.mul($L)", x, x);
    CodeBlock p =
        polynomial(
            z,
            "-0.00060133956f",
            "0.0049980013f",
            "-0.026770232f",
            "0.11281927f",
            "-0.37612507f",
            "0.12837915f");
    CodeBlock small = vector("small", "$L.fma($L,$W$L)", p, x, x);
    CodeBlock a = vector("a", "$L.abs()", x);
    CodeBlock b = atMost(a, "4");
    CodeBlock q =
        polynomial(
            b,
            "0.00019494577f",
            "-0.0030336834f",
            "0.022189742f",
            "-0.10385631f",
            "-0.6372658f",
            "-1.1276274f",
            "-0.00020701755f");
    CodeBlock large = copySign(CodeBlock.of("$L.sub($L)", all("1.0f"), moderateExp(q)), x);
    return CodeBlock.of("$L.blend($L,$W$L)", large, small, compare(a, "LT", "0.921875f"));
  }

  private CodeBlock copySign(CodeBlock magnitude, CodeBlock sign) {
    CodeBlock bits =
        integers("bits", "$L.reinterpretAsInts().and($T.MAX_VALUE)", magnitude, Integer.class);
    CodeBlock top =
        integers("sign", "$L.reinterpretAsInts().and($T.MIN_VALUE)", sign, Integer.class);
    return vector("signed", "$L.or($L).reinterpretAsFloats()", bits, top);
  }
}
