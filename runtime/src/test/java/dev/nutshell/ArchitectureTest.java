package dev.nutshell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the parts of the runtime may know of each other. */
class ArchitectureTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.nutshell");

  @Test
  void inferenceReachesNothingElse() {
    classes()
        .that()
        .resideInAPackage("dev.nutshell.inference")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.nutshell.inference")
        .check(RUNTIME);
  }

  @Test
  void dataDoNotKnowTraining() {
    noClasses()
        .that()
        .resideInAPackage("dev.nutshell.data")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.nutshell.training")
        .check(RUNTIME);
  }

  @Test
  void nothingButTheBasicPlatformIsUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.nutshell..",
            "java.io",
            "java.lang..",
            "java.nio..",
            "java.security",
            "java.util..")
        .check(RUNTIME);
  }

  @Test
  void packagesHaveNoCycle() {
    slices().matching("dev.nutshell.(*)").should().beFreeOfCycles().check(RUNTIME);
  }
}
