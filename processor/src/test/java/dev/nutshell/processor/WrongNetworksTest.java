package dev.nutshell.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.WrongNetworks.Case;
import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.diagnostic.Listing;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every message of the language, exactly as its user sees it. The cases are texts among the
 * resources; {@code -Dnutshell.update=true} writes their messages anew, to be read before they are
 * committed.
 */
class WrongNetworksTest {
  private static final int FEWEST_KINDS = 60;

  @TestFactory
  Stream<DynamicTest> messages() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : WrongNetworks.files()) {
      List<Case> cases = WrongNetworks.read(file);
      if (Boolean.getBoolean("nutshell.update")) {
        cases = cases.stream().map(each -> each.withMessages(messages(each))).toList();
        WrongNetworks.write(file, cases);
      }
      for (Case each : cases) {
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName() + ": " + each.name(),
                () -> assertEquals(each.messages(), messages(each))));
      }
    }
    return tests.stream();
  }

  @Test
  void manyKindsOfMessagesAreTried() throws IOException {
    Set<String> kinds = new HashSet<>();
    for (Path file : WrongNetworks.files()) {
      for (Case each : WrongNetworks.read(file)) {
        report(each, new Listing()).all().forEach(diagnostic -> kinds.add(diagnostic.kind().id()));
      }
    }
    assertTrue(kinds.size() >= FEWEST_KINDS, "kinds of messages: " + kinds.size());
  }

  private static String messages(Case wrong) {
    Listing listing = new Listing();
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : report(wrong, listing).all()) {
      text.append(listing.show(diagnostic)).append('\n');
    }
    return text.toString();
  }

  private static Diagnostics report(Case wrong, Listing listing) {
    wrong.files().forEach(listing::add);
    Diagnostics diagnostics = new Diagnostics();
    String main = wrong.files().keySet().iterator().next();
    Frontend.models(
        new Source(main, wrong.files().get(main)),
        name -> Optional.ofNullable(wrong.files().get(name)).map(text -> new Source(name, text)),
        diagnostics);
    return diagnostics;
  }
}
