package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nutshell.processor.emit.driver.CodeLimits;
import dev.nutshell.processor.graph.Model;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constant {@code SPEC}: the model's text, parsed when the class is initialized. */
public final class SpecField {
  public static final String NAME = "SPEC";

  private static final ClassName MODEL_SPEC = ClassName.get("dev.nutshell.inference", "ModelSpec");

  private SpecField() {}

  public static FieldSpec of(Model model, EmitOptions options) {
    List<CodeBlock> constants =
        split(SpecText.lines(model, options)).stream().map(SpecField::textBlock).toList();
    CodeBlock text =
        constants.size() == 1
            ? constants.get(0)
            : CodeBlock.of("$T.join($S,$W$L)", String.class, "", CodeBlock.join(constants, ", "));
    return FieldSpec.builder(MODEL_SPEC, NAME, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Entry points, variables and sources of the network.\n")
        .initializer("$T.parse($L)", MODEL_SPEC, text)
        .build();
  }

  /** Stretches of lines, each short enough for a string constant. */
  private static List<List<String>> split(List<String> lines) {
    List<List<String>> split = new ArrayList<>();
    List<String> part = new ArrayList<>();
    int bytes = 0;
    for (String line : lines) {
      int more = CodeLimits.stringBytes(line) + 1;
      if (bytes + more > CodeLimits.STRING_BYTES) {
        split.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(line);
      bytes += more;
    }
    split.add(part);
    return split;
  }

  private static CodeBlock textBlock(List<String> lines) {
    StringBuilder text = new StringBuilder("\"\"\"\n");
    for (String line : lines) {
      text.append(line.replace("\\", "\\\\").replace("\"", "\\\"").stripTrailing()).append('\n');
    }
    return CodeBlock.of("$L", text.append("\"\"\""));
  }
}
