package dev.nutshell.processor.loop.lowering;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Hands out the names of one kernel: Java identifiers, each once, the same for equal requests in
 * equal order.
 */
final class Names {
  private final Set<String> taken = new HashSet<>();

  /** A name like {@code hint}. */
  String take(String hint) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < hint.length(); i++) {
      char c = hint.charAt(i);
      boolean fits =
          clean.isEmpty() ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c);
      if (fits && c != '$') {
        clean.append(c);
      }
    }
    String base = clean.isEmpty() ? "v" : clean.toString();
    String name = base;
    for (int number = 2; SourceVersion.isKeyword(name) || !taken.add(name); number++) {
      name = base + number;
    }
    return name;
  }

  /** Keeps a name from being handed out. */
  void reserve(String name) {
    taken.add(name);
  }
}
