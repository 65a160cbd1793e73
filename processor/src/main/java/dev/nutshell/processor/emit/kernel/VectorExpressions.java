package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Lanes;
import dev.nutshell.processor.loop.program.Lanes.Form;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Conditional;
import dev.nutshell.processor.loop.program.LoopExpression.Convert;
import dev.nutshell.processor.loop.program.LoopExpression.Fma;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Load;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpression.Unary;
import dev.nutshell.processor.loop.program.LoopExpressions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Expressions of a loop over vectors, in the same order of operations as scalars have them. */
final class VectorExpressions {
  private final Lanes lanes;
  private final VectorTypes types;
  private final KernelNames names;
  private final KernelRenderer scalars;
  private CodeBlock.Builder code;
  private final VectorFunctions functions;
  private final Map<LoopExpression, String> shared = new HashMap<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private int temporaries;

  VectorExpressions(
      Lanes lanes,
      JavaTypes types,
      KernelNames names,
      KernelRenderer scalars,
      CodeBlock.Builder code) {
    this.lanes = lanes;
    this.types = new VectorTypes(types);
    this.names = names;
    this.scalars = scalars;
    this.code = code;
    this.functions = new VectorFunctions(this.types, this::declare, this::constant);
  }

  String name(Local local) {
    return names.local(local.name());
  }

  /** The name that the vector number {@code copy} has for a variable. */
  String name(Local local, int copy) {
    return copy == 0 ? name(local) : names.local(local.name() + "." + copy);
  }

  String fresh(String hint) {
    return names.local(hint + ".." + temporaries++);
  }

  TypeName typeOf(Form form) {
    return switch (form) {
      case VARYING, NUMBER -> types.vector();
      case MASK -> types.mask();
      case CONSECUTIVE, UNIFORM -> TypeName.INT;
    };
  }

  Copy copy(int number) {
    return new Copy(number);
  }

  CodeBlock declareMask(CodeBlock value) {
    return declare(types.mask(), "mask", value);
  }

  private CodeBlock declare(TypeName type, String hint, CodeBlock value) {
    String name = fresh(hint);
    code.addStatement("$T $N = $L", type, name, value);
    return CodeBlock.of("$N", name);
  }

  /** Puts what is the same for all lanes into vectors once, where several copies need it. */
  void share(LoopExpression value, int copies) {
    shared.clear();
    if (copies > 1) {
      shareIn(value);
    }
  }

  private void shareIn(LoopExpression expression) {
    if (lanes.form(expression) != Form.UNIFORM) {
      if (!(expression instanceof Load)) {
        LoopExpressions.children(expression).forEach(this::shareIn);
      }
    } else if (expression.type() == ElementType.REAL
        && !(expression instanceof Literal)
        && !shared.containsKey(expression)) {
      String name = fresh("all");
      code.addStatement("$T $N = $L", types.vector(), name, broadcast(scalars.code(expression)));
      shared.put(expression, name);
    }
  }

  /** A vector that holds a literal in all lanes; declared before the loop. */
  private CodeBlock constant(String literal) {
    return CodeBlock.of("$N", constants.computeIfAbsent(literal, key -> fresh("c")));
  }

  /**
   * Lets declarations go to the code of a part, and forgets those outside of it. Returns what
   * undoes that.
   */
  Runnable enterPart(CodeBlock.Builder part) {
    Map<String, String> outerConstants = new LinkedHashMap<>(constants);
    CodeBlock.Builder outer = code;
    code = part;
    constants.clear();
    shared.clear();
    return () -> {
      code = outer;
      constants.clear();
      constants.putAll(outerConstants);
      shared.clear();
    };
  }

  /** The declarations of the literals that have been asked for. */
  CodeBlock constants() {
    CodeBlock.Builder declarations = CodeBlock.builder();
    constants.forEach(
        (literal, name) ->
            declarations.addStatement(
                "$T $N = $L", types.vector(), name, broadcast(CodeBlock.of("$L", literal))));
    return declarations.build();
  }

  private CodeBlock uniform(LoopExpression expression) {
    String name = shared.get(expression);
    if (name != null) {
      return CodeBlock.of("$N", name);
    }
    CodeBlock value =
        scalars.code(
            expression.type() != ElementType.INT
                ? expression
                : expression instanceof Literal literal
                    ? new Literal(ElementType.REAL, literal.value())
                    : new Convert(ElementType.REAL, expression));
    return expression instanceof Literal ? constant(value.toString()) : broadcast(value);
  }

  private CodeBlock broadcast(CodeBlock value) {
    return CodeBlock.of("$T.broadcast($L,$W$L)", types.vector(), VectorTypes.SPECIES, value);
  }

  /** One of the vectors that run together. */
  final class Copy {
    private final int number;
    private final Substitution substitution;

    private Copy(int number) {
      this.number = number;
      Map<Local, LoopExpression> values = new HashMap<>();
      if (number > 0) {
        for (Local local : lanes.consecutive()) {
          values.put(local, new Local(local.name() + "." + number, local.type()));
        }
      }
      this.substitution = new Substitution(values);
    }

    String name(Local local) {
      return VectorExpressions.this.name(local, number);
    }

    /** An expression that is assigned to a variable of a form. */
    CodeBlock of(Form form, LoopExpression expression) {
      return switch (form) {
        case VARYING, NUMBER -> vector(expression);
        case MASK -> mask(expression);
        case CONSECUTIVE, UNIFORM -> scalars.code(substitution.in(expression));
      };
    }

    /** {@code array, offset + index}, where the first lane's element is. */
    CodeBlock element(Kernel.Buffer buffer, LoopExpression index) {
      return scalars.arrayAndPosition(buffer, substitution.in(index));
    }

    /** Asks whether all lanes of a vector are in range. */
    CodeBlock inRange(Kernel.Buffer buffer, LoopExpression index) {
      return scalars.inRange(buffer, substitution.in(index), VectorTypes.LANES);
    }

    /** A value as a vector of the elements of a buffer. */
    CodeBlock stored(Kernel.Buffer buffer, LoopExpression value) {
      CodeBlock vector = vector(value);
      return buffer.type() == ElementType.INT ? functions.toIntegers(vector) : vector;
    }

    CodeBlock vector(LoopExpression expression) {
      if (lanes.form(expression) == Form.UNIFORM) {
        return uniform(expression);
      }
      if (expression instanceof Local local) {
        return CodeBlock.of("$N", name(local));
      }
      if (expression instanceof Load load && load.type() == ElementType.INT) {
        return functions.toNumbers(element(load.buffer(), load.index()));
      }
      if (expression instanceof Load load) {
        return CodeBlock.of(
            "$T.fromArray($L,$W$L)",
            types.vector(),
            VectorTypes.SPECIES,
            element(load.buffer(), load.index()));
      }
      if (expression instanceof Unary unary) {
        return unary(unary.op(), vector(unary.operand()));
      }
      if (expression instanceof Binary binary) {
        // The receiver is best a vector that no iteration before has made.
        boolean swap = lanes.isCarried(binary.left()) && isCommutative(binary.op());
        LoopExpression left = swap ? binary.right() : binary.left();
        LoopExpression right = swap ? binary.left() : binary.right();
        return CodeBlock.of("$L.$L($L)", vector(left), method(binary.op()), vector(right));
      }
      if (expression instanceof Fma fma) {
        boolean swap = lanes.form(fma.b()) == Form.UNIFORM;
        CodeBlock a = vector(fma.a());
        CodeBlock b = vector(fma.b());
        return CodeBlock.of("$L.fma($L,$W$L)", swap ? b : a, swap ? a : b, vector(fma.c()));
      }
      if (expression instanceof Conditional conditional) {
        return conditional(conditional);
      }
      if (lanes.form(((Convert) expression).operand()) == Form.NUMBER) {
        return vector(((Convert) expression).operand());
      }
      return CodeBlock.of(
          "$L.blend(1,$W$L)", constant("0.0f"), mask(((Convert) expression).operand()));
    }

    private CodeBlock conditional(Conditional conditional) {
      if (lanes.form(conditional.condition()) != Form.UNIFORM) {
        CodeBlock then = vector(conditional.then());
        CodeBlock otherwise = vector(conditional.otherwise());
        return CodeBlock.of("$L.blend($L,$W$L)", otherwise, then, mask(conditional.condition()));
      }
      // As statements: the branch that is not taken may not be read.
      String name = fresh("chosen");
      code.addStatement("$T $N", types.vector(), name);
      code.beginControlFlow("if ($L)", scalars.code(conditional.condition()));
      code.addStatement("$N = $L", name, vector(conditional.then()));
      code.nextControlFlow("else");
      code.addStatement("$N = $L", name, vector(conditional.otherwise()));
      code.endControlFlow();
      return CodeBlock.of("$N", name);
    }

    CodeBlock mask(LoopExpression expression) {
      if (lanes.form(expression) == Form.UNIFORM) {
        return CodeBlock.of("$L.maskAll($L)", VectorTypes.SPECIES, scalars.code(expression));
      }
      if (expression instanceof Local local) {
        return CodeBlock.of("$N", name(local));
      }
      if (expression instanceof Unary not) {
        return CodeBlock.of("$L.not()", mask(not.operand()));
      }
      Binary binary = (Binary) expression;
      if (binary.op() == BinaryOp.AND || binary.op() == BinaryOp.OR) {
        return CodeBlock.of(
            "$L.$L($L)",
            mask(binary.left()),
            binary.op() == BinaryOp.AND ? "and" : "or",
            mask(binary.right()));
      }
      if (lanes.form(binary.left()) == Form.CONSECUTIVE) {
        return compareNumbers(binary.left(), operator(binary.op(), false), binary.right());
      }
      if (lanes.form(binary.right()) == Form.CONSECUTIVE) {
        return compareNumbers(binary.right(), operator(binary.op(), true), binary.left());
      }
      return CodeBlock.of(
          "$L.compare($T.$L,$W$L)",
          vector(binary.left()),
          VectorTypes.OPERATORS,
          operator(binary.op(), false),
          vector(binary.right()));
    }

    /** Compares the number of each lane with how far the first lane is from the other operand. */
    private CodeBlock compareNumbers(
        LoopExpression consecutive, String operator, LoopExpression other) {
      LoopExpression distance = new Binary(BinaryOp.SUBTRACT, other, substitution.in(consecutive));
      return CodeBlock.of(
          "$L.addIndex(1).compare($T.$L,$W$L)",
          constant("0.0f"),
          VectorTypes.OPERATORS,
          operator,
          scalars.code(new Convert(ElementType.REAL, distance)));
    }

    private CodeBlock unary(UnaryOp op, CodeBlock operand) {
      return switch (op) {
        case NEGATE -> CodeBlock.of("$L.neg()", operand);
        case ABS -> CodeBlock.of("$L.abs()", operand);
        case SQRT -> CodeBlock.of("$L.sqrt()", operand);
        case STOP_GRADIENT -> operand;
        default -> functions.apply(op, operand);
      };
    }
  }

  private static boolean isCommutative(BinaryOp op) {
    return switch (op) {
      case ADD, MULTIPLY, MIN, MAX -> true;
      default -> false;
    };
  }

  private static String method(BinaryOp op) {
    return switch (op) {
      case ADD -> "add";
      case SUBTRACT -> "sub";
      case MULTIPLY -> "mul";
      case DIVIDE -> "div";
      case MIN -> "min";
      default -> "max";
    };
  }

  /**
   * @param mirrored whether the operands change places
   */
  private static String operator(BinaryOp op, boolean mirrored) {
    return switch (op) {
      case EQUAL -> "EQ";
      case LESS -> mirrored ? "GT" : "LT";
      default -> mirrored ? "GE" : "LE";
    };
  }
}
