package dev.nutshell.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may know what inside the compiler: data flows one way, and nothing looks back up. */
class ProcessorArchitectureTest {
  private static final String ROOT = "dev.nutshell.processor.";
  private static final JavaClasses COMPILER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.nutshell");

  /**
   * Stages meet in the graph: the front end makes it, the passes change it, the loop stage reads
   * it. No stage knows the one that comes after it, and none knows who started the compiler.
   */
  @Test
  void stagesKnowOnlyWhatTheyStartFrom() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("diagnostic")
        .definedBy(ROOT + "diagnostic..")
        .layer("graph")
        .definedBy(ROOT + "graph..")
        .layer("library")
        .definedBy(ROOT + "library..")
        .layer("frontend")
        .definedBy(ROOT + "frontend..")
        .layer("pass")
        .definedBy(ROOT + "pass..")
        .layer("loop")
        .definedBy(ROOT + "loop..")
        .layer("emit")
        .definedBy(ROOT + "emit..")
        .layer("diagram")
        .definedBy(ROOT + "diagram..")
        .layer("cli")
        .definedBy(ROOT + "cli..")
        .layer("door")
        .definedBy(ROOT + "door..")
        .whereLayer("diagnostic")
        .mayNotAccessAnyLayer()
        .whereLayer("library")
        .mayNotAccessAnyLayer()
        .whereLayer("graph")
        .mayOnlyAccessLayers("diagnostic")
        .whereLayer("frontend")
        .mayOnlyAccessLayers("diagnostic", "graph", "library")
        .whereLayer("pass")
        .mayOnlyAccessLayers("diagnostic", "graph")
        .whereLayer("loop")
        .mayOnlyAccessLayers("diagnostic", "graph", "pass")
        .whereLayer("emit")
        .mayOnlyAccessLayers("diagnostic", "graph", "loop")
        .whereLayer("diagram")
        .mayOnlyAccessLayers("graph")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .check(COMPILER);
  }

  /** How a program comes about is the loop stage's own business. */
  @Test
  void ofLoopsTheOthersKnowTheProgramThatComesOut() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "loop..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "loop.sequence..", ROOT + "loop.lowering..")
        .check(COMPILER);
  }

  @Test
  void antlrLivesInTheGrammarAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.nutshell.grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.antlr..")
        .check(COMPILER);
  }

  @Test
  void onlyThoseWhoWriteJavaKnowJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "emit..", ROOT + "door..", ROOT + "cli..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "Compiler")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "Artifacts")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(COMPILER);
  }

  @Test
  void theCompilerUsesNoInternalsOfJavac() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.tools..", "sun..", "jdk.internal..")
        .check(COMPILER);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.nutshell.(**)").should().beFreeOfCycles().check(COMPILER);
  }
}
