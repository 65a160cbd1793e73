package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sums of products with a letter for each axis, {@code ij,jk->ik}, as NumPy writes them: for layers
 * that get the equation as an argument. Index notation says the same for one that is known.
 */
final class Einsum {
  static final DiagnosticKind EQUATION =
      DiagnosticKind.error(
          "NUT3033",
          "\"{0}\" is not an equation for {1}",
          "name each dimension by a letter, once in the result: \"ij,jk->ik\"");
  static final DiagnosticKind BIAS =
      DiagnosticKind.error(
          "NUT3035",
          "\"{0}\" are no axes of fixed length of the result of \"{1}\"",
          "name letters of the result");
  static final DiagnosticKind LENGTHS =
      DiagnosticKind.error("NUT3034", "the axis {0} of \"{1}\" has the length {2} and {3}", "");

  private static final String ELLIPSIS = "...";

  /** Letters, among which {@code ...} may stand once. */
  private static final String TERM = "[A-Za-z]*(\\.\\.\\.)?[A-Za-z]*";

  private static final Pattern FORM =
      Pattern.compile("(?=[^,])" + TERM + "(,(?=[^,-])" + TERM + ")*->" + TERM);

  /** More than a tensor has dimensions; none is a letter of an equation. */
  private static final String OTHER_NAMES = "αβγδεζηθικλμνξοπρστυφχψω";

  private final Context context;
  private final Tensors tensors;

  Einsum(Context context, Tensors tensors) {
    this.context = context;
    this.tensors = tensors;
  }

  /** The sum of the products of all operands over the axes that the result lacks. */
  Value apply(String equation, List<TensorValue> operands, Span span) {
    String text = equation.replace(" ", "");
    String shapes = operands.stream().map(Shapes::describe).collect(Collectors.joining(" and "));
    if (!FORM.matcher(text).matches()) {
      throw context.error(EQUATION, span, equation, shapes);
    }
    List<String> terms = new ArrayList<>(List.of(before(text).split(",")));
    String others = "";
    for (int i = 0; i < Math.min(terms.size(), operands.size()); i++) {
      if (terms.get(i).contains(ELLIPSIS)) {
        others = others(terms.get(i), operands.get(i).rank());
        terms.set(i, terms.get(i).replace(ELLIPSIS, others));
      }
    }
    String result = after(text).replace(ELLIPSIS, others);
    Map<Character, Axis> axes = axes(equation, terms, operands, span);
    boolean once = result.chars().distinct().count() == result.length();
    if (axes.isEmpty() || !once || result.chars().anyMatch(c -> !axes.containsKey((char) c))) {
      throw context.error(EQUATION, span, equation, shapes);
    }
    List<Axis> outer = select(axes, result);
    List<Axis> summed = new ArrayList<>(axes.values());
    summed.removeAll(outer);
    Scalar product =
        summed.isEmpty()
            ? product(terms, operands, axes)
            : Scalars.reduce(ReduceOp.SUM, summed, List.of(), product(terms, operands, axes));
    List<Extent> dimensions = outer.stream().map(Axis::extent).toList();
    TensorValue value =
        new TensorValue(
            ElementType.REAL,
            dimensions,
            indices -> place(product, outer, indices),
            Optional.empty());
    return tensors.force(value, context.label, span);
  }

  /**
   * The fans of a kernel that is the last operand: a dimension that the result has counts outputs,
   * the others count inputs (Keras' {@code EinsumDense}).
   */
  Fans fans(String equation, List<Integer> kernel, Span span) {
    String text = equation.replace(" ", "");
    int arrow = text.indexOf("->");
    String letters =
        FORM.matcher(text).matches() ? text.substring(text.lastIndexOf(',') + 1, arrow) : "";
    if (letters.isEmpty() || letters.length() != kernel.size()) {
      throw context.error(EQUATION, span, equation, "a kernel of shape " + kernel);
    }
    List<Integer> inputs = new ArrayList<>();
    List<Integer> outputs = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      boolean isOutput = text.indexOf(letters.charAt(i), arrow) >= 0;
      (isOutput ? outputs : inputs).add(kernel.get(i));
    }
    return new Fans(Fans.product(inputs), Fans.product(outputs));
  }

  /**
   * The shape of a bias that differs along some axes of the result: its lengths from the first of
   * them on, and 1 for those between that it does not differ along (Keras' {@code EinsumDense}).
   */
  Value bias(String equation, String letters, TensorValue result, Span span) {
    String axes = after(equation.replace(" ", ""));
    String all = axes.replace(ELLIPSIS, others(axes, result.rank()));
    int first = letters.chars().map(all::indexOf).min().orElse(-1);
    if (all.length() != result.rank() || first < 0) {
      throw context.error(BIAS, span, letters, equation);
    }
    return new Value.TupleValue(
        IntStream.range(first, all.length())
            .mapToObj(
                axis ->
                    letters.indexOf(all.charAt(axis)) < 0
                        ? new Value.IntValue(1)
                        : Value.ofConstant(Scalars.extent(result.dimensions().get(axis)))
                            .orElseThrow(() -> context.error(BIAS, span, letters, equation)))
            .toList());
  }

  /** The terms of an equation. */
  private static String before(String equation) {
    return equation.substring(0, equation.indexOf("->"));
  }

  /** The result of an equation. */
  private static String after(String equation) {
    return equation.substring(equation.indexOf("->") + 2);
  }

  /** Names for the dimensions that {@code ...} stands for in a term. */
  private static String others(String term, int rank) {
    int named = term.replace(ELLIPSIS, "").length();
    return OTHER_NAMES.substring(0, Math.min(OTHER_NAMES.length(), Math.max(0, rank - named)));
  }

  /** An axis for each letter; none where the terms do not fit the operands. */
  private Map<Character, Axis> axes(
      String equation, List<String> terms, List<TensorValue> operands, Span span) {
    Map<Character, Axis> axes = new LinkedHashMap<>();
    if (terms.size() != operands.size()) {
      return axes;
    }
    for (int i = 0; i < terms.size(); i++) {
      List<Extent> dimensions = operands.get(i).dimensions();
      if (terms.get(i).length() != dimensions.size()) {
        return Map.of();
      }
      for (int k = 0; k < dimensions.size(); k++) {
        char letter = terms.get(i).charAt(k);
        Extent found = dimensions.get(k);
        Extent expected =
            axes.computeIfAbsent(letter, each -> new Axis(each.toString(), found)).extent();
        if (!expected.equals(found)) {
          throw context.error(LENGTHS, span, letter, equation, expected, found);
        }
      }
    }
    return axes;
  }

  private static List<Axis> select(Map<Character, Axis> axes, String letters) {
    return letters.chars().mapToObj(letter -> axes.get((char) letter)).toList();
  }

  private static Scalar product(
      List<String> terms, List<TensorValue> operands, Map<Character, Axis> axes) {
    Scalar product = null;
    for (int i = 0; i < terms.size(); i++) {
      Scalar factor =
          Scalars.cast(
              ElementType.REAL, operands.get(i).at(Scalars.indices(select(axes, terms.get(i)))));
      product = product == null ? factor : Scalars.multiply(product, factor);
    }
    return product;
  }

  private static Scalar place(Scalar body, List<Axis> axes, List<Scalar> indices) {
    Map<Axis, Scalar> values = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      values.put(axes.get(i), indices.get(i));
    }
    return Scalars.substitute(body, values);
  }
}
