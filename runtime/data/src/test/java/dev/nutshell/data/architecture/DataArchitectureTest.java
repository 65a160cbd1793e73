package dev.nutshell.data.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may know what inside the module of data. */
class DataArchitectureTest {
  private static final JavaClasses DATA =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.nutshell.data");

  @Test
  void dataDoesNotKnowTraining() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.nutshell.training..")
        .check(DATA);
  }

  @Test
  void onlyImagesNeedTheDesktop() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.nutshell.data.image")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax..")
        .because("the module is there at run time only where somebody requires it")
        .check(DATA);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.nutshell.data.(**)").should().beFreeOfCycles().check(DATA);
  }
}
