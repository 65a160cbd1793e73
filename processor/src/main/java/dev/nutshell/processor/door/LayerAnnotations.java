package dev.nutshell.processor.door;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.annotation.Layer;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.BooleanLiteral;
import dev.nutshell.grammar.tree.Expression.NumberLiteral;
import dev.nutshell.grammar.tree.Expression.Reference;
import dev.nutshell.grammar.tree.Expression.TupleLiteral;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.processor.door.LayerSignature.Attribute;
import dev.nutshell.processor.door.LayerSignature.Kind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the annotation types that stand for layers: one for each layer and function that takes a
 * tensor, and one enum for each choice. Choices of the same name share one enum with the words of
 * all of them, so that {@code padding = SAME} needs a single import; where a layer has that name,
 * the enum ends in {@code Choice}.
 */
public final class LayerAnnotations {
  private static final String PENALTIES = "penalties.dl";
  private static final String LOSSES = "_losses.dl";

  private final String packageName;
  private final Function<Expression, String> text;
  private final Set<String> layerTypes = new HashSet<>();

  /**
   * @param packageName the package of the types written
   * @param text how an expression is written in a {@code .dl} file
   */
  public LayerAnnotations(String packageName, Function<Expression, String> text) {
    this.packageName = packageName;
    this.text = text;
  }

  /** The files of the layers, then those of the choices, in the order of declaration. */
  public List<JavaFile> files(List<Declaration> declarations) {
    List<LayerSignature> layers =
        declarations.stream()
            .filter(LayerAnnotations::isApplicable)
            .map(LayerSignature::of)
            .filter(each -> !each.inputs().isEmpty())
            .toList();
    layers.forEach(layer -> layerTypes.add(ElementNames.type(layer.name())));
    List<JavaFile> files = new ArrayList<>();
    layers.forEach(layer -> files.add(file(annotation(layer))));
    choices(layers).forEach((name, words) -> files.add(file(choice(name, words))));
    return files;
  }

  /**
   * Whether a method could have the result as its value: one tensor, or the values of a loss with
   * their weights, and not a penalty or constraint of parameters, which stand as text where
   * parameters do. What has no documentation is of use to the library alone.
   */
  private static boolean isApplicable(Declaration declaration) {
    boolean isTuple =
        declaration.body().stream()
            .anyMatch(
                statement ->
                    statement instanceof Statement.Return result
                        && result.value() instanceof TupleLiteral);
    return declaration.kind() != Declaration.Kind.MODEL
        && (!isTuple || declaration.span().file().endsWith(LOSSES))
        && !declaration.documentation().isBlank()
        && !declaration.span().file().endsWith(PENALTIES);
  }

  private JavaFile file(TypeSpec type) {
    return JavaFile.builder(packageName, type)
        .addFileComment("Generated from the library of layers; see LayerAnnotationsTest.")
        .indent("  ")
        .skipJavaLangImports(true)
        .build();
  }

  private static Map<String, Set<String>> choices(List<LayerSignature> layers) {
    Map<String, Set<String>> choices = new LinkedHashMap<>();
    for (LayerSignature layer : layers) {
      for (Attribute attribute : layer.attributes()) {
        if (attribute.kind() == Kind.CHOICE) {
          choices
              .computeIfAbsent(attribute.formal(), name -> new LinkedHashSet<>())
              .addAll(attribute.choices());
        }
      }
    }
    return choices;
  }

  private String choiceType(String formal) {
    String type = ElementNames.type(formal);
    return layerTypes.contains(type) ? type + "Choice" : type;
  }

  private TypeSpec choice(String formal, Set<String> words) {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(choiceType(formal))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Javadoc.of("What {@code " + formal + "} of a layer may be.", 0));
    words.forEach(word -> type.addEnumConstant(ElementNames.constant(word)));
    return type.build();
  }

  private TypeSpec annotation(LayerSignature layer) {
    TypeSpec.Builder type =
        TypeSpec.annotationBuilder(ElementNames.type(layer.name()))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Javadoc.of(Javadoc.escape(layer.documentation()), 0))
            .addAnnotation(Documented.class)
            .addAnnotation(
                AnnotationSpec.builder(Retention.class)
                    .addMember("value", "$T.CLASS", RetentionPolicy.class)
                    .build())
            .addAnnotation(
                AnnotationSpec.builder(Target.class)
                    .addMember("value", "$T.METHOD", ElementType.class)
                    .build())
            .addAnnotation(binding(layer));
    for (Attribute attribute : layer.attributes()) {
      type.addMethod(element(attribute, layer.value().equals(Optional.of(attribute))));
    }
    if (layer.attributes().stream().noneMatch(each -> each.formal().equals("label"))) {
      type.addMethod(label());
    }
    return type.build();
  }

  private static AnnotationSpec binding(LayerSignature layer) {
    AnnotationSpec.Builder binding =
        AnnotationSpec.builder(Layer.class).addMember("name", "$S", layer.name());
    layer.inputs().forEach(input -> binding.addMember("inputs", "$S", input));
    if (layer.tuple()) {
      binding.addMember("tuple", "$L", true);
    }
    layer.value().ifPresent(value -> binding.addMember("value", "$S", value.formal()));
    return binding.build();
  }

  private MethodSpec element(Attribute attribute, boolean isValue) {
    String name = isValue ? "value" : ElementNames.element(attribute.formal());
    MethodSpec.Builder element =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .returns(type(attribute))
            .addJavadoc(Javadoc.of(describe(attribute, isValue), 2));
    attribute.defaultValue().ifPresent(value -> element.defaultValue(literal(attribute, value)));
    return element.build();
  }

  private static MethodSpec label() {
    return MethodSpec.methodBuilder("label")
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
        .returns(String.class)
        .addJavadoc(
            Javadoc.of(
                "The layer's name in the paths of its parameters; its own when left out.", 2))
        .defaultValue("$S", "")
        .build();
  }

  private TypeName type(Attribute attribute) {
    return switch (attribute.kind()) {
      case INT -> TypeName.INT;
      case INTS -> ArrayTypeName.of(int.class);
      case NUMBER -> TypeName.DOUBLE;
      case TRUTH -> TypeName.BOOLEAN;
      case TEXT -> ClassName.get(String.class);
      case CHOICE -> ClassName.get(packageName, choiceType(attribute.formal()));
    };
  }

  private String describe(Attribute attribute, boolean isValue) {
    StringBuilder description = new StringBuilder();
    if (isValue) {
      description.append("{@code ").append(attribute.formal()).append("}");
    }
    if (!attribute.documentation().isBlank()) {
      description
          .append(isValue ? ": " : "")
          .append(Javadoc.escape(attribute.documentation()).strip());
    } else if (!isValue) {
      description.append("Argument {@code ").append(attribute.formal()).append("}");
    }
    if (attribute.kind() == Kind.CHOICE) {
      List<String> words = attribute.choices().stream().map(ElementNames::constant).toList();
      end(description).append(" One of ").append(String.join(", ", words)).append('.');
    }
    attribute
        .defaultValue()
        .filter(value -> constant(attribute, value).isEmpty())
        .ifPresent(
            value ->
                end(description)
                    .append(" When left out: {@code ")
                    .append(text.apply(value))
                    .append("}."));
    return end(description).toString();
  }

  private static StringBuilder end(StringBuilder sentence) {
    return sentence.charAt(sentence.length() - 1) == '.' ? sentence : sentence.append('.');
  }

  /**
   * The default as Java writes it. One that depends on other arguments has no constant: since only
   * what is written is passed on, its element stands empty.
   */
  private CodeBlock literal(Attribute attribute, Expression value) {
    return constant(attribute, value)
        .orElseGet(
            () ->
                switch (attribute.kind()) {
                  case INT -> CodeBlock.of("$T.MIN_VALUE", Integer.class);
                  case NUMBER -> CodeBlock.of("$T.NaN", Double.class);
                  case TRUTH -> CodeBlock.of("false");
                  case INTS -> CodeBlock.of("{}");
                  case TEXT -> CodeBlock.of("$S", "");
                  case CHOICE ->
                      CodeBlock.of(
                          "$T.$L",
                          type(attribute),
                          ElementNames.constant(attribute.choices().get(0)));
                });
  }

  private Optional<CodeBlock> constant(Attribute attribute, Expression value) {
    return switch (attribute.kind()) {
      case INT, NUMBER -> number(attribute.kind(), value);
      case INTS -> numbers(value);
      case TRUTH ->
          value instanceof BooleanLiteral literal
              ? Optional.of(CodeBlock.of("$L", literal.value()))
              : Optional.empty();
      case CHOICE ->
          value instanceof Reference word && attribute.choices().contains(word.name())
              ? Optional.of(
                  CodeBlock.of("$T.$L", type(attribute), ElementNames.constant(word.name())))
              : Optional.empty();
      case TEXT ->
          Optional.of(
              CodeBlock.of(
                  "$S",
                  value instanceof Expression.StringLiteral literal
                      ? literal.value()
                      : text.apply(value)));
    };
  }

  private static Optional<CodeBlock> number(Kind kind, Expression value) {
    if (value instanceof Unary negative
        && negative.operator() == Expression.UnaryOperator.NEGATE
        && negative.operand() instanceof NumberLiteral) {
      return number(kind, negative.operand()).map(code -> CodeBlock.of("-$L", code));
    }
    if (value instanceof NumberLiteral literal && (literal.integral() || kind == Kind.NUMBER)) {
      return Optional.of(CodeBlock.of("$L", literal.text()));
    }
    return Optional.empty();
  }

  private static Optional<CodeBlock> numbers(Expression value) {
    if (!(value instanceof TupleLiteral tuple)) {
      return number(Kind.INT, value);
    }
    List<CodeBlock> sizes = new ArrayList<>();
    for (Expression element : tuple.elements()) {
      Optional<CodeBlock> size = number(Kind.INT, element);
      if (size.isEmpty()) {
        return Optional.empty();
      }
      sizes.add(size.get());
    }
    return Optional.of(CodeBlock.of("{$L}", CodeBlock.join(sizes, ", ")));
  }
}
