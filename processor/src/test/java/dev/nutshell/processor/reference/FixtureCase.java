package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;

/**
 * One operation of another library, with what it computed in double precision.
 *
 * @param file the fixture file
 * @param inputs what it took, by name
 * @param parameters its weights, in that library's layout
 * @param outputs its results
 * @param upstream the gradients of the results that were fed in from above
 * @param gradients of {@code sum(upstream * output)}, by input or parameter
 */
record FixtureCase(
    String file,
    String id,
    String op,
    Map<String, Object> attributes,
    Map<String, Tensor> inputs,
    Map<String, Tensor> parameters,
    Map<String, Tensor> outputs,
    Map<String, Tensor> upstream,
    Map<String, Tensor> gradients,
    Tolerance single,
    Tolerance dbl) {

  int integer(String attribute) {
    return ((Double) attributes.get(attribute)).intValue();
  }

  List<Integer> integers(String attribute) {
    List<?> numbers = (List<?>) attributes.get(attribute);
    return numbers.stream().map(each -> ((Double) each).intValue()).toList();
  }

  boolean flag(String attribute) {
    return (Boolean) attributes.get(attribute);
  }

  /** A number, or a pair of numbers, as an argument in a text. */
  String numbers(String attribute) {
    Object value = attributes.get(attribute);
    if (value instanceof List<?> list) {
      List<String> each = list.stream().map(FixtureCase::number).toList();
      return each.size() == 1 ? each.get(0) : "(" + String.join(", ", each) + ")";
    }
    return number(value);
  }

  private static String number(Object value) {
    double number = (Double) value;
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  @Override
  public String toString() {
    return id;
  }
}
