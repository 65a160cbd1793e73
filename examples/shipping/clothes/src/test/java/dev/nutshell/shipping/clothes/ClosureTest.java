package dev.nutshell.shipping.clothes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What an inference class can link to, its vectors included: no reflection, no native code, no
 * class that is not known when the application is built.
 */
class ClosureTest {
  /** In a jar, as it is shipped. */
  private static final int MOST_JAR_BYTES = 80_000;

  private static final List<String> FORBIDDEN_CLASSES =
      List.of(
          "java/lang/foreign/",
          "java/lang/reflect/",
          "java/util/ServiceLoader",
          "jdk/internal/",
          "sun/");

  private static final List<String> FORBIDDEN_MEMBERS =
      List.of(
          "java/lang/Class.",
          "java/lang/ClassLoader.",
          "java/lang/Runtime.load",
          "java/lang/System.load",
          "java/lang/Thread.getContextClassLoader",
          "java/lang/invoke/",
          "java/lang/runtime/");

  /**
   * Names for messages, the module for {@code addReads}, the weights beside the class; and what
   * javac writes for lambdas, records and joined strings, which a native image resolves when it is
   * built.
   */
  private static final Set<String> ALLOWED_MEMBERS =
      Set.of(
          "java/lang/Class.getModule",
          "java/lang/Class.getName",
          "java/lang/Class.getPackageName",
          "java/lang/Class.getResourceAsStream",
          "java/lang/Class.getSimpleName",
          "java/lang/invoke/LambdaMetafactory.metafactory",
          "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
          "java/lang/runtime/ObjectMethods.bootstrap");

  private final Closure closure = Closure.of(LeNetNet.class);

  @Test
  void nothingIsDynamic() {
    assertEquals(List.of(), violations(closure));
    assertEquals(List.of(), violations(Closure.of(Clothes.class)));
  }

  @Test
  void whatIsDynamicIsFound() {
    String self = Dynamic.class.getName().replace('.', '/');
    assertEquals(
        List.of(
            self + " → java/lang/reflect/Method",
            self + " → java/lang/Class.forName",
            self + " → java/lang/Class.getMethods",
            self + " → java/lang/System.loadLibrary",
            self + ".call"),
        violations(Closure.of(Dynamic.class)));
  }

  @Test
  void modulesThatMayBeAbsentAreBehindAClassOfTheirOwn() {
    assertEquals(
        Set.of("dev/nutshell/shipping/clothes/LeNetNetVectors"),
        classesThatLinkTo(name -> name.startsWith("jdk/incubator/")));
    assertEquals(
        Set.of("dev/nutshell/inference/AllocatedBytes$Counter"),
        classesThatLinkTo(
            name ->
                name.startsWith("com/sun/management/")
                    || name.startsWith("java/lang/management/")));
  }

  @Test
  void nothingOfTrainingIsReached() {
    List<String> others =
        closure.classes().stream()
            .filter(name -> !name.startsWith("dev/nutshell/inference/"))
            .filter(name -> !name.startsWith("dev/nutshell/shipping/clothes/LeNet"))
            .toList();
    assertEquals(List.of(), others);
  }

  @Test
  void itIsSmall() {
    int bytes = closure.jarBytes();
    System.out.printf(
        "LeNet's inference class reaches %d classes of %d bytes, %d in a jar%n",
        closure.classes().size(), closure.bytes(), bytes);
    assertTrue(bytes < MOST_JAR_BYTES, bytes + " bytes in a jar");
  }

  private static List<String> violations(Closure closure) {
    List<String> violations =
        new ArrayList<>(closure.linksToClasses(name -> startsWithOneOf(FORBIDDEN_CLASSES, name)));
    violations.addAll(
        closure.linksToMembers(
            name -> startsWithOneOf(FORBIDDEN_MEMBERS, name) && !ALLOWED_MEMBERS.contains(name)));
    violations.addAll(closure.nativeMethods());
    return violations;
  }

  private static boolean startsWithOneOf(List<String> prefixes, String name) {
    return prefixes.stream().anyMatch(name::startsWith);
  }

  private Set<String> classesThatLinkTo(Predicate<String> wanted) {
    return closure.linksToClasses(wanted).stream()
        .map(link -> link.substring(0, link.indexOf(' ')))
        .collect(Collectors.toSet());
  }
}
