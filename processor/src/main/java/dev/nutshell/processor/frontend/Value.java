package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable.Initializer;
import java.util.List;
import java.util.Optional;

/** What an expression of the language stands for while a model is elaborated. */
sealed interface Value {

  /** A compile-time int. */
  record IntValue(long value) implements Value {}

  /** A compile-time float. */
  record FloatValue(double value) implements Value {}

  /** A compile-time bool. */
  record BoolValue(boolean value) implements Value {}

  /** A word of a choice type. */
  record WordValue(String word, List<String> choices) implements Value {}

  record StringValue(String text) implements Value {}

  record TupleValue(List<Value> elements) implements Value {}

  record InitializerValue(Initializer initializer) implements Value {}

  /** A layer or function that can be applied. */
  record CallableValue(Declaration declaration) implements Value {}

  /** A builtin that can be applied. */
  record BuiltinValue(String name) implements Value {}

  /** A layer of which every application has the same parameters, at {@code path}. */
  record SharedValue(String path, Declaration layer, List<Argument> arguments, Environment scope)
      implements Value {}

  /**
   * A layer or function with some of its arguments, as it is given where one is to be applied:
   * {@code activation: leaky_relu(negative_slope: 0.1)}. What it is applied to comes first.
   */
  record PreparedValue(Declaration declaration, List<Formals.Given> arguments) implements Value {}

  /** What is declared with a condition that does not hold. */
  record AbsentValue(String name) implements Value {}

  /**
   * What stands for an expression that has been reported as wrong: whoever meets it gives up
   * silently.
   */
  record ErrorValue() implements Value {}

  /**
   * A tensor, or a scalar (rank 0) that may mention the axes of the index notation around it.
   *
   * @param dimensions its shape without the batch
   * @param reader the element at an index for each dimension
   * @param node the node that holds it, where it has been computed
   */
  record TensorValue(ElementType type, List<Extent> dimensions, Reader reader, Optional<Node> node)
      implements Value {

    /** Gives the element at some indices. */
    interface Reader {
      Scalar at(List<Scalar> indices);
    }

    Scalar at(List<Scalar> indices) {
      return reader.at(indices);
    }

    int rank() {
      return dimensions.size();
    }

    /** A value of rank 0. */
    static TensorValue scalar(Scalar scalar) {
      return new TensorValue(scalar.type(), List.of(), indices -> scalar, Optional.empty());
    }

    /** The expression of a value of rank 0. */
    Scalar scalar() {
      return reader.at(List.of());
    }
  }

  /** The constant as an expression, if it is a number or bool. */
  static Optional<Scalar> constant(Value value) {
    if (value instanceof IntValue number) {
      return Optional.of(Scalars.integer(number.value()));
    }
    if (value instanceof FloatValue number) {
      return Optional.of(Scalars.real(number.value()));
    }
    if (value instanceof BoolValue bool) {
      return Optional.of(Scalars.bool(bool.value()));
    }
    return Optional.empty();
  }

  /** The compile-time constant that a folded expression is, if it is one. */
  static Optional<Value> ofConstant(Scalar scalar) {
    if (!(scalar instanceof Scalar.Constant constant)) {
      return Optional.empty();
    }
    switch (constant.type()) {
      case INT:
        return Optional.of(new IntValue((long) constant.value()));
      case BOOL:
        return Optional.of(new BoolValue(constant.value() != 0));
      default:
        return Optional.of(new FloatValue(constant.value()));
    }
  }
}
