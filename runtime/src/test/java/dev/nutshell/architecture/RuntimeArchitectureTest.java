package dev.nutshell.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may know what inside the runtime. */
class RuntimeArchitectureTest {
  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.nutshell");

  @Test
  void inferenceReachesNothingOfTrainingOrData() {
    noClasses()
        .that()
        .resideInAPackage("dev.nutshell.inference..")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage("dev.nutshell.training..", "dev.nutshell.data..")
        .because("shipping a network must ship no training code")
        .check(RUNTIME);
  }

  @Test
  void inferenceIsOnItsOwn() {
    classes()
        .that()
        .resideInAPackage("dev.nutshell.inference..")
        .and(doNotAskForGarbage())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.nutshell.inference..")
        .because("what a shipped network reaches stays small")
        .check(RUNTIME);
  }

  @Test
  void onlyTheBasicPlatformIsUsed() {
    classes()
        .that(doNotAskForGarbage())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.nutshell..",
            "java.io",
            "java.lang..",
            "java.nio..",
            "java.security",
            "java.util..")
        .because("the runtime depends on nothing beyond java.base")
        .check(RUNTIME);
  }

  /** All but what asks how much a thread has allocated, where the platform has such a module. */
  private static DescribedPredicate<JavaClass> doNotAskForGarbage() {
    return not(nameMatching("dev\\.nutshell\\.inference\\.AllocatedBytes(\\$.*)?"));
  }

  @Test
  void dataDoesNotKnowTraining() {
    noClasses()
        .that()
        .resideInAPackage("dev.nutshell.data..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.nutshell.training..")
        .check(RUNTIME);
  }

  @Test
  void threadsAreOnTheirOwn() {
    classes()
        .that()
        .resideInAPackage("dev.nutshell.parallel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.nutshell.parallel..", "dev.nutshell.inference..")
        .because("who predicts on several threads ships no training code")
        .check(RUNTIME);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.nutshell.(**)").should().beFreeOfCycles().check(RUNTIME);
  }
}
