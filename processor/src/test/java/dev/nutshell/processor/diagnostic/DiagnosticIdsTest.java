package dev.nutshell.processor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Users search for the id of a message: it must stand for one kind of message only, and stay what
 * it is.
 */
class DiagnosticIdsTest {

  /** For every id, the constants that use it. */
  private static final Map<String, List<String>> CONSTANTS_BY_ID = constantsById();

  @Test
  void everyIdBelongsToOneKind() {
    assertFalse(CONSTANTS_BY_ID.isEmpty());
    CONSTANTS_BY_ID.forEach(
        (id, constants) ->
            assertEquals(1, constants.size(), () -> id + " is used by " + constants));
  }

  @Test
  void idsAreOfAKnownGroup() {
    CONSTANTS_BY_ID.forEach(
        (id, constants) -> assertTrue(id.matches("NUT[1-6]\\d{3}"), () -> id + " of " + constants));
  }

  private static Map<String, List<String>> constantsById() {
    Map<String, List<String>> constants = new TreeMap<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nutshell.processor")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(DiagnosticKind.class))
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .forEach(
                field ->
                    constants
                        .computeIfAbsent(kind(field).id(), id -> new ArrayList<>())
                        .add(field.getFullName()));
    return constants;
  }

  private static DiagnosticKind kind(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (DiagnosticKind) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.getFullName(), e);
    }
  }
}
