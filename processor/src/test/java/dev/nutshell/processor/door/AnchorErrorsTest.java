package dev.nutshell.processor.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong anchors and texts that are not found: the exact messages, and where they stand. */
class AnchorErrorsTest {
  @TempDir private Path folder;

  private Compilation compile(String java) {
    return new Anchors(folder)
        .file("nets/digits.dl", Anchors.DIGITS)
        .type("Digits", java)
        .compile();
  }

  private void fails(String java, String... messages) {
    assertEquals(List.of(messages), Anchors.messages(compile(java)));
  }

  @Test
  void classInsteadOfInterface() {
    fails(
        "@Network(\"digits.dl\") class Digits {}",
        """
        Digits: error NUT5101: @Network stands on Digits, which is no interface
            make Digits an interface""");
  }

  @Test
  void typeParameters() {
    fails(
        "@Network(\"digits.dl\") interface Digits<A, B> {}",
        """
        Digits: error NUT5102: Digits has type parameters; a network has none
            remove <A, B>""");
  }

  @Test
  void privateInterface() {
    fails(
        "class Digits { @Network(\"/nets/digits.dl\") private interface Inner {} }",
        """
        Inner: error NUT5103: Inner is private, so that no generated class can implement it
            remove "private" from it and from the types around it""");
  }

  @Test
  void sealedInterface() {
    fails(
        "@Network(\"digits.dl\") sealed interface Digits permits Other {}\n"
            + "final class Other implements Digits {}",
        """
        Digits: error NUT5104: Digits is sealed, so that no generated class can implement it
            remove "sealed\"""");
  }

  @Test
  void fileAndText() {
    fails(
        "@Network(value = \"digits.dl\", text = \"model Digits {}\") interface Digits {}",
        """
        Digits: error NUT5105: Digits has its network in several places: the file "digits.dl" and the text
            keep one of them""");
  }

  @Test
  void fileAndAnnotatedMethods() {
    fails(
        "@Network(\"digits.dl\") interface Digits { @Input(3) Tensor x(); }",
        """
        Digits: error NUT5105: Digits has its network in several places: the file "digits.dl" and annotated methods, such as x
            keep one of them""");
  }

  @Test
  void noNetworkAtAll() {
    fails(
        "@Network interface Digits {}",
        """
        Digits: error NUT5106: Digits has no network
            name a file, @Network("digits.dl"), write @Network(text = ...), or annotate methods with @Input, layers and @Output""");
  }

  @Test
  void pathWithoutExtension() {
    fails(
        "@Network(\"digits\") interface Digits {}",
        """
        Digits: error NUT5111: "digits" is no path of a .dl file
            write it with forward slashes: "nets/digits.dl\"""");
  }

  @Test
  void pathWithBackslashes() {
    fails(
        "@Network(\"nets\\\\digits.dl\") interface Digits {}",
        """
        Digits: error NUT5111: "nets\\digits.dl" is no path of a .dl file
            write it with forward slashes: "nets/digits.dl\"""");
  }

  @Test
  void pathThatLeavesTheSourceFolders() {
    fails(
        "@Network(\"../../etc/digits.dl\") interface Digits {}",
        """
        Digits: error NUT5112: the path "../../etc/digits.dl" leaves the source folders
            keep the file in the folder of the package, nets/, or below; a path that begins with / starts at the source folder""");
  }

  @Test
  void absolutePathThatLeavesTheSourceFolders() {
    fails(
        "@Network(\"/../digits.dl\") interface Digits {}",
        """
        Digits: error NUT5112: the path "/../digits.dl" leaves the source folders
            keep the file in the folder of the package, nets/, or below; a path that begins with / starts at the source folder""");
  }

  @Test
  void missingFile() {
    fails(
        "@Network(\"digit.dl\") interface Digits {}",
        """
        Digits: error NUT5113: the network's file nets/digit.dl was not found
            looked for:
              SOURCE_PATH/nets/digit.dl
              CLASS_PATH/nets/digit.dl
              CLASS_OUTPUT/nets/digit.dl
            put it there, or name the folder that holds it to the compiler:
              Maven:  <arg>-Anutshell.source.path=${project.basedir}/src/main/java</arg>
              Gradle: options.compilerArgs.add("-Anutshell.source.path=$projectDir/src/main/java")""");
  }

  @Test
  void missingFileInTheFolderOfTheOption() {
    Compilation compilation =
        new Anchors(folder)
            .file("nets/digits.dl", Anchors.DIGITS)
            .onlyOptions("-A" + SourceFolders.OPTION + "=src/networks")
            .type("Digits", "@Network(\"digits.dl\") interface Digits {}")
            .compile();
    assertEquals(
        List.of(
            """
        Digits: error NUT5113: the network's file nets/digits.dl was not found
            looked for:
              src/networks/nets/digits.dl
            put it there, or name the folder that holds it to the compiler:
              Maven:  <arg>-Anutshell.source.path=${project.basedir}/src/main/java</arg>
              Gradle: options.compilerArgs.add("-Anutshell.source.path=$projectDir/src/main/java")"""),
        Anchors.messages(compilation));
  }

  @Test
  void modelThatIsNotInTheFile() {
    fails(
        "@Network(\"digits.dl\") interface Digit {}",
        """
        Digit: error NUT5114: nets/digits.dl has no model Digit
            it has Digits; write @Network(model = "Digits") or rename one of the two""");
  }

  @Test
  void fileWithoutModels() {
    Compilation compilation =
        new Anchors(folder)
            .file("nets/digits.dl", "layer twice(x: float[...]) { return 2 * x }")
            .type("Digits", "@Network(\"digits.dl\") interface Digits {}")
            .compile();
    assertEquals(
        List.of(
            """
        Digits: error NUT5114: nets/digits.dl has no model Digits
            declare it: model Digits { ... }"""),
        Anchors.messages(compilation));
  }

  @Test
  void mistakesInTheFileStandAtItsPath() throws IOException {
    Compilation compilation =
        new Anchors(folder)
            .file(
                "nets/digits.dl",
                """
                model Digits {
                  input x: float[3]
                  a = x |> dence(4)
                  output y = x + quaternion
                }
                """)
            .type("Digits", "@Network(\"digits.dl\")\ninterface Digits {}")
            .compile();
    assertEquals(
        List.of(
            """
        nets/digits.dl:3:12: error NUT2010: unknown name dence; did you mean dense?
              a = x |> dence(4)
                       ^^^^^""",
            """
        nets/digits.dl:4:18: error NUT2010: unknown name quaternion
              output y = x + quaternion
                             ^^^^^^^^^^"""),
        Anchors.messages(compilation));
    assertEquals("@Network(\"digits.dl\")", Anchors.line(compilation, "nets/digits.dl:3"));
  }

  @Test
  void mistakesInAnInlineText() throws IOException {
    Compilation compilation =
        compile(
            """
            @Network(
                text = \"""
                    model Digits {
                      input x: float[3]
                      output y = z
                    }
                    \""")
            interface Digits {}
            """);
    assertEquals(
        List.of(
            """
        nets/Digits.text:3:14: error NUT2010: unknown name z
              output y = z
                         ^"""),
        Anchors.messages(compilation));
    assertEquals("text = \"\"\"", Anchors.line(compilation, "nets/Digits.text"));
  }

  @Test
  void warningsDoNotStopTheCompilation() {
    Compilation compilation =
        new Anchors(folder)
            .file(
                "nets/digits.dl",
                """
                model Digits {
                  input x: float[3]
                  unused = 2 * x
                  output y = x + 1
                }
                """)
            .type("Digits", "@Network(\"digits.dl\") interface Digits {}")
            .compile();
    assertEquals(Compilation.Status.SUCCESS, compilation.status());
    assertEquals(
        List.of(
            """
        nets/digits.dl:3:3: warning NUT2040: unused is never used
              unused = 2 * x
              ^^^^^^
            remove it, or use it"""),
        Anchors.messages(compilation));
  }

  @Test
  void generatedNameIsTaken() {
    fails(
        "@Network(\"digits.dl\") interface Digits {}\nclass DigitsNet {}",
        """
        Digits: error NUT5121: the class DigitsNet is there already
            rename that class, or the interface Digits""");
  }

  @Test
  void unresolvedTypeIsTheCompilersMessage() {
    fails(
        "@Network(\"digits.dl\") interface Digits { void predict(Missing image); }",
        """
        cannot find symbol
          symbol:   class Missing
          location: interface nets.Digits""");
  }
}
