package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.KernelMethods;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What the public methods of one generated class rest on: kernels, joins, parts of drivers and
 * tables of offsets.
 */
public final class ClassParts {
  private final KernelMethods kernels;
  private final JoinMethods joins;
  private final OffsetTables tables;
  private final DriverMethods drivers;

  /**
   * Nothing yet.
   *
   * @param methodNames names of methods that are not taken yet
   * @param variableNames names of fields and arguments that are not taken yet
   * @param driverModifiers of the methods for parts of drivers, besides that they are private
   */
  public ClassParts(
      JavaTypes types,
      MemberNames methodNames,
      MemberNames variableNames,
      Modifier... driverModifiers) {
    this.kernels = new KernelMethods(types, methodNames);
    this.joins = new JoinMethods(types, methodNames);
    this.tables = new OffsetTables(variableNames);
    this.drivers =
        new DriverMethods(
            methodNames, tables, variableNames.fresh("block"), List.of(driverModifiers));
  }

  public List<DriverStep> steps(List<Program.Step> steps, DriverTranslator.Scope scope) {
    return new DriverTranslator(kernels, joins, scope).translate(steps);
  }

  /** Statements for the steps; see {@link DriverMethods#body}. */
  public CodeBlock body(String name, List<ParameterSpec> parameters, List<DriverStep> steps) {
    return drivers.body(name, parameters, steps);
  }

  /** All methods, those of the drivers first, then the kernels. */
  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(drivers.parts());
    methods.addAll(joins.specs());
    methods.addAll(kernels.specs());
    return methods;
  }

  public OffsetTables tables() {
    return tables;
  }

  public List<Kernel> kernels() {
    return kernels.kernels();
  }

  /** The methods of {@link #kernels} and of their parts. */
  public List<MethodSpec> kernelMethods() {
    return kernels.specs();
  }
}
