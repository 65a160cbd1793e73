package dev.nutshell.processor.door;

import dev.nutshell.grammar.ParseResult;
import dev.nutshell.grammar.Parser;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.TypeExpression;
import dev.nutshell.grammar.tree.TypeExpression.Dimension;
import dev.nutshell.grammar.tree.TypeExpression.Element;
import dev.nutshell.grammar.tree.TypeExpression.TensorType;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** The type of an input or a target, from the elements of its annotation. */
final class PortType {
  static final DiagnosticKind TYPE_TWICE =
      DiagnosticKind.error(
          "NUT5314", "{0} has both a type and {1}", "the type \"{2}\" says everything; remove {1}");

  static final DiagnosticKind NO_TYPE =
      DiagnosticKind.error(
          "NUT5315", "\"{0}\" is more than a type", "write \"float[28, 28, 1]\" or the like");

  static final String CLASSES = "classes";

  private final String place;
  private final NamedValue value;
  private final Messages messages;
  private final Span span;

  /**
   * @param place what to call the method in messages
   */
  PortType(String place, NamedValue value, Messages messages) {
    this.place = place;
    this.value = value;
    this.messages = messages;
    this.span = messages.span(place, Place.of(value.method()));
  }

  /** The type; a float after an error. */
  TypeExpression type() {
    AnnotationMirror role = value.roles().values().iterator().next();
    Map<String, AnnotationValue> written = new LinkedHashMap<>(Mirrors.values(role));
    Optional<String> type = Mirrors.string(role, "type");
    written.remove("type");
    if (type.isPresent()) {
      written
          .keySet()
          .forEach(
              other ->
                  messages.diagnostics().report(TYPE_TWICE, span, value.name(), other, type.get()));
      return parsed(role, type.get()).orElseGet(() -> scalar(Element.FLOAT));
    }
    if (written.containsKey(CLASSES)) {
      return scalar(Element.INT);
    }
    Element element =
        written.containsKey("element")
            ? element((VariableElement) written.get("element").getValue())
            : Element.FLOAT;
    List<Dimension> dimensions = new ArrayList<>();
    if (written.containsKey("value")) {
      for (AnnotationValue size : Mirrors.list(written.get("value"))) {
        dimensions.add(
            new TypeExpression.SizeDimension(
                span, Literals.integer(span, (Integer) size.getValue())));
      }
    }
    return new TensorType(
        span, element, dimensions.isEmpty() ? Optional.empty() : Optional.of(dimensions));
  }

  private TypeExpression scalar(Element element) {
    return new TensorType(span, element, Optional.empty());
  }

  private static Element element(VariableElement constant) {
    String name = constant.getSimpleName().toString();
    return name.equals("REAL") ? Element.FLOAT : Element.valueOf(name);
  }

  /**
   * A type as a file writes it, read as the type of a port: the language has no types that stand
   * alone.
   */
  private Optional<TypeExpression> parsed(AnnotationMirror role, String type) {
    String text = "model M { input x: " + type + "\n}";
    Place at = Place.of(value.method(), role, "type");
    String file = messages.textAt(place + " type", at, text);
    ParseResult result = Parser.parse(file, text);
    result.problems().forEach(messages.diagnostics()::report);
    List<Declaration> declarations = result.unit().map(SourceUnit::declarations).orElse(List.of());
    if (result.unit().isEmpty()) {
      return Optional.empty();
    }
    if (declarations.size() > 1 || declarations.get(0).body().size() > 1) {
      messages.report(NO_TYPE, place + " type", at, type);
      return Optional.empty();
    }
    return Optional.of(((Statement.Port) declarations.get(0).body().get(0)).type());
  }
}
