package dev.nutshell.grammar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The grammar knows text and trees, nothing of tensors or Java. */
class GrammarArchitectureTest {
  private static final JavaClasses GRAMMAR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.nutshell.grammar");

  @Test
  void theTreeKnowsOnlyItself() {
    classes()
        .that()
        .resideInAPackage("dev.nutshell.grammar.tree..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.nutshell.grammar.tree..", "java..")
        .check(GRAMMAR);
  }

  @Test
  void nothingButAntlrAndTheJavaPlatformIsNeeded() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.nutshell.grammar..", "org.antlr..", "java..")
        .check(GRAMMAR);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.nutshell.(**)").should().beFreeOfCycles().check(GRAMMAR);
  }
}
