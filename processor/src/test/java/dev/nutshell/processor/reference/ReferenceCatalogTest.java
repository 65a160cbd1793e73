package dev.nutshell.processor.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of inapplicable cases is complete, and has no line too many. */
class ReferenceCatalogTest {

  @Test
  void everyCaseIsComputedOrHasAReason() {
    Set<String> computed = new HashSet<>();
    ReferenceCatalog.networks().forEach(each -> computed.add(each.file() + "," + each.id()));
    TrainingCases.all().forEach(each -> computed.add("training," + each));
    List<String> neither = new ArrayList<>();
    for (String file : ReferenceCatalog.files()) {
      for (String id : ReferenceCatalog.ids(file)) {
        String key = file + "," + id;
        if (computed.contains(key) == ReferenceCatalog.INAPPLICABLE.containsKey(key)) {
          neither.add(key);
        }
      }
    }
    assertEquals(List.of(), neither);
  }

  @Test
  void everyReasonBelongsToACase() {
    Set<String> cases = new HashSet<>();
    for (String file : ReferenceCatalog.files()) {
      ReferenceCatalog.ids(file).forEach(id -> cases.add(file + "," + id));
    }
    Stream<String> listed = ReferenceCatalog.INAPPLICABLE.keySet().stream();
    assertEquals(List.of(), listed.filter(each -> !cases.contains(each)).toList());
  }

  /** Also without a table of the runtime's tests. */
  @Test
  void theTableHasTheCasesOfTheRuntime() throws IOException {
    List<String> lines = ReferenceReport.ofRuntime(Path.of("target", "none.csv"));
    assertEquals(124, lines.size());
    assertEquals(
        "initializers,glorot_uniform_dense_300x200,not run,,,\"a case of runtime's own tests\"",
        lines.get(0));
  }
}
