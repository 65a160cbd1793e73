package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.driver.DriverStep.Argument;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What calls of kernels refer to in a static method of another class: parameters alone. For each
 * expression of the class that calls there is one, which takes it.
 */
final class ParameterScope implements DriverTranslator.Scope {
  private final DriverTranslator.Scope caller;
  private final JavaTypes types;
  private final Set<String> indices;
  private final UnaryOperator<String> names;
  private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();

  /**
   * @param caller what the calls would refer to where the method is called
   * @param indices the integers that loops of the method itself count
   * @param names the name that stands for an expression of the caller
   */
  ParameterScope(
      DriverTranslator.Scope caller,
      JavaTypes types,
      Set<String> indices,
      UnaryOperator<String> names) {
    this.caller = caller;
    this.types = types;
    this.indices = indices;
    this.names = names;
  }

  /** What the translated steps have mentioned so far, in order. */
  List<ParameterSpec> parameters() {
    return List.copyOf(parameters.values());
  }

  /** What the caller passes for {@link #parameters}. */
  CodeBlock arguments() {
    return parameters.keySet().stream()
        .map(text -> CodeBlock.of("$L", text))
        .collect(CodeBlock.joining(",$W"));
  }

  @Override
  public String array(Place place) {
    return parameter(caller.array(place), types.arrayOf(place.type()));
  }

  @Override
  public Argument offset(Place place) {
    Argument offset = caller.offset(place);
    return offset.text().isEmpty()
        ? offset
        : new Argument(parameter(offset.text(), TypeName.INT), offset.numbered(), offset.number());
  }

  @Override
  public String integer(String name) {
    String text = caller.integer(name);
    return indices.contains(name) ? names.apply(text) : parameter(text, TypeName.INT);
  }

  @Override
  public List<String> random() {
    List<TypeName> randomTypes =
        List.of(TypeName.LONG, TypeName.LONG, types.arrayOf(ElementType.INT));
    List<String> texts = caller.random();
    List<String> random = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      random.add(parameter(texts.get(i), randomTypes.get(i)));
    }
    return random;
  }

  private String parameter(String text, TypeName type) {
    if (Character.isDigit(text.charAt(0))) {
      return text;
    }
    return parameters
        .computeIfAbsent(text, each -> ParameterSpec.builder(type, names.apply(each)).build())
        .name();
  }
}
