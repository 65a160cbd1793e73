package dev.nutshell.processor.emit.inference;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.DriverStep;
import dev.nutshell.processor.emit.driver.DriverTranslator;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.emit.member.WorkArrays;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What an inference class computes of its parameters once, when it is built: for each entry point
 * fields of its own, which the constructor fills.
 */
final class PreparedArrays {
  private final List<Program> programs;
  private final List<WorkArrays> arrays = new ArrayList<>();

  /**
   * @param programs of the entry points, in order
   * @param names of the fields of the class
   */
  PreparedArrays(List<Program> programs, MemberNames names) {
    this.programs = programs;
    for (Program program : programs) {
      arrays.add(new WorkArrays(WorkArrays.OF_PARAMETERS, List.of(program), names));
    }
  }

  /** The field that holds a place of an entry point. */
  String array(int entry, Place place) {
    return arrays.get(entry).array(place.area(), place.type()).name();
  }

  void addFields(TypeSpec.Builder type, JavaTypes types) {
    for (WorkArrays.Array array : all()) {
      type.addField(
          FieldSpec.builder(types.arrayOf(array.type()), array.name())
              .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
              .build());
    }
  }

  /**
   * Allocates and fills the fields; the parameters have to be there.
   *
   * @param scopes what the steps of each entry point refer to
   */
  void addStatements(
      MethodSpec.Builder constructor,
      JavaTypes types,
      ClassParts parts,
      List<DriverTranslator.Scope> scopes) {
    for (WorkArrays.Array array : all()) {
      constructor.addStatement("$N = $L", array.name(), array.allocation(types, CodeBlock.of("")));
    }
    List<DriverStep> steps = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      steps.addAll(parts.steps(programs.get(i).preparation(), scopes.get(i)));
    }
    constructor.addCode(parts.body("prepare", List.of(), steps));
  }

  private List<WorkArrays.Array> all() {
    return arrays.stream().flatMap(each -> each.all().stream()).toList();
  }
}
