package dev.nutshell.processor.door;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anchors that are right, and the manners of the processor. */
class NutshellProcessorTest {
  private static final String ANCHOR =
      """
      @Network("digits.dl")
      public interface Digits {
        void predict(float[] image, float[] probabilities);
      }
      """;

  @TempDir private Path folder;

  private Anchors anchors() {
    return new Anchors(folder).file("nets/digits.dl", Anchors.DIGITS);
  }

  @Test
  void fileBesideTheAnchor() {
    Compilation compilation = anchors().type("Digits", ANCHOR).compile();
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("nets.DigitsNet");
    assertThat(compilation).generatedSourceFile("nets.DigitsTraining");
    assertThat(compilation)
        .generatedSourceFile("nets.DigitsNet")
        .contentsAsUtf8String()
        .contains("public final class DigitsNet implements");
  }

  @Test
  void eachTrainingHasAPictureOfItsNetwork() {
    Compilation compilation = anchors().type("Digits", ANCHOR).compile();
    assertThat(compilation)
        .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/nutshell/nets.DigitsTraining.svg")
        .contentsAsUtf8String()
        .contains(">Digits</text>");
  }

  @Test
  void pathFromTheRootOfTheSourceFolder() {
    Compilation compilation =
        new Anchors(folder)
            .file("models/digits.dl", Anchors.DIGITS)
            .type("Digits", ANCHOR.replace("digits.dl", "/models/digits.dl"))
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void pathThroughTheFolderAboveThePackage() {
    Compilation compilation =
        new Anchors(folder)
            .file("models/digits.dl", Anchors.DIGITS)
            .type("Digits", ANCHOR.replace("digits.dl", "../models/digits.dl"))
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void folderOfTheOption() {
    Compilation compilation =
        anchors()
            .onlyOptions("-A" + SourceFolders.OPTION + "=" + folder)
            .type("Digits", ANCHOR)
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void inlineText() {
    Compilation compilation =
        new Anchors(folder)
            .type(
                "Doubler",
                """
                @Network(text = \"""
                    model Doubler {
                      input x: float[3]
                      output y = 2 * x
                    }
                    \""")
                interface Doubler {}
                """)
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("nets.DoublerNet")
        .contentsAsUtf8String()
        .doesNotContain("source ");
  }

  @Test
  void nestedInterface() {
    Compilation compilation =
        anchors()
            .type(
                "Models",
                """
                class Models {
                  @Network("digits.dl")
                  interface Digits {
                    void predict(float[] image, float[] probabilities);
                  }
                }
                """)
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("nets.Models_DigitsNet");
  }

  @Test
  void importsOfFiles() {
    Compilation compilation =
        new Anchors(folder)
            .file("nets/blocks.dl", "layer twice(x: float[...]) { return 2 * x }")
            .file(
                "nets/doubler.dl",
                """
                import "blocks.dl"
                model Doubler {
                  input x: float[3]
                  output y = x |> twice
                }
                """)
            .type("Doubler", "@Network(\"doubler.dl\") interface Doubler {}")
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void modelByName() {
    Compilation compilation =
        anchors()
            .type(
                "Recogniser",
                "@Network(value = \"digits.dl\", model = \"Digits\") interface Recogniser {}")
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("nets.RecogniserNet");
  }

  @Test
  void anchorMayBeAModelAndHaveDefaultMethods() {
    Compilation compilation =
        anchors()
            .type(
                "Digits",
                """
                @Network("digits.dl")
                interface Digits extends dev.nutshell.inference.Model {
                  void predict(float[] image, float[] probabilities);
                  default int classes() {
                    return 10;
                  }
                }
                """)
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    Compilation first = anchors().type("Digits", ANCHOR).compile();
    Compilation second = anchors().type("Digits", ANCHOR).compile();
    assertEquals(texts(first), texts(second));
  }

  private static List<String> texts(Compilation compilation) throws IOException {
    List<String> texts = new java.util.ArrayList<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      texts.add(file.getName() + "\n" + file.getCharContent(false));
    }
    assertEquals(2, texts.size());
    return texts;
  }

  @Test
  void vectorCodeComesAsClassFilesThatNoCompilerWarnsOf() throws IOException {
    Compilation compilation =
        new Anchors(folder)
            .file(
                "nets/wide.dl",
                """
                model Wide {
                  input x: float[64]
                  target y: float[64]
                  h = x |> dense(64) |> relu
                  output h
                  loss mean_squared_error(h, y)
                }
                """)
            .options("-Werror", "-Xlint:all,-processing")
            .type("Wide", "@Network(\"wide.dl\") interface Wide {}")
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    for (String name : List.of("WideNetVectors", "WideTrainingVectors")) {
      assertThat(compilation).generatedFile(StandardLocation.CLASS_OUTPUT, "nets", name + ".class");
      assertTrue(
          compilation
              .generatedFile(StandardLocation.SOURCE_OUTPUT, "nets/" + name + ".java")
              .isEmpty());
    }
    assertThat(compilation)
        .generatedSourceFile("nets.WideNet")
        .contentsAsUtf8String()
        .contains("WideNetVectors.predict(");
  }

  @Test
  void isIsolatingForGradle() throws IOException {
    try (var stream =
        getClass().getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
      assertEquals(
          NutshellProcessor.class.getName() + ",isolating\n",
          new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void claimsOnlyOurAnnotation() {
    assertEquals(
        Set.of("dev.nutshell.annotation.Network"),
        new NutshellProcessor().getSupportedAnnotationTypes());
  }

  @Test
  void waitsForTypesOfOtherProcessors() {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new NutshellProcessor(), new ConstantsProcessor())
            .withOptions("-sourcepath", folder.toString())
            .compile(
                com.google.testing.compile.JavaFileObjects.forSourceString(
                    "nets.Late",
                    """
                    package nets;
                    @dev.nutshell.annotation.Network(text = Constants.TEXT)
                    interface Late {}
                    """));
    assertThat(compilation).succeededWithoutWarnings();
    assertTrue(
        compilation.generatedFile(StandardLocation.SOURCE_OUTPUT, "nets/LateNet.java").isPresent());
  }
}
