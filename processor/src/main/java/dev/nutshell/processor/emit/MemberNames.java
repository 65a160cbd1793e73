package dev.nutshell.processor.emit;

import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that are given once: the first taker gets the plain name, the next ones a number. */
final class MemberNames {
  private final Set<String> taken = new HashSet<>();

  MemberNames(Collection<String> taken) {
    this.taken.addAll(taken);
  }

  /** A Java identifier like the suggestion. */
  String fresh(String suggestion) {
    String base = new NameAllocator().newName(suggestion);
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + number;
    }
    return name;
  }

  /** {@code trainOffsets} as a constant's name: {@code TRAIN_OFFSETS}. */
  static String constant(String name) {
    return name.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
