package dev.nutshell.processor.emit.kernel;

import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Names that are given once: the first taker gets the plain name, the next ones a number. */
public final class MemberNames {
  private final Set<String> taken = new HashSet<>();

  public MemberNames(Collection<String> taken) {
    this.taken.addAll(taken);
    // A call of this name is a statement of its own kind.
    this.taken.add("yield");
  }

  /** A Java identifier like the suggestion. */
  public String fresh(String suggestion) {
    String base = new NameAllocator().newName(suggestion);
    boolean endsInNumber = Character.isDigit(base.charAt(base.length() - 1));
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + (endsInNumber ? "_" : "") + number;
    }
    return name;
  }
}
