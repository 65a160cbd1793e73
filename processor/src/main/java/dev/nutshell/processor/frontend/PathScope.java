package dev.nutshell.processor.frontend;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives out the paths of parameters: dotted labels, each unique among its neighbours. */
final class PathScope {
  private final String prefix;
  private final Map<String, Integer> uses = new LinkedHashMap<>();

  PathScope(String prefix) {
    this.prefix = prefix;
  }

  /** The path of {@code name} in this scope, without making it unique. */
  String path(String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
  }

  /** A new path: {@code segment}, or {@code segment_2} for its second use, and so on. */
  String allocate(String segment) {
    int use = uses.merge(segment, 1, Integer::sum);
    return path(use == 1 ? segment : segment + "_" + use);
  }

  /** Whether {@code segment} has been given out before. */
  boolean isUsed(String segment) {
    return uses.containsKey(segment);
  }

  /** This scope as it is now, to try something out. */
  PathScope copy() {
    PathScope copy = new PathScope(prefix);
    copy.uses.putAll(uses);
    return copy;
  }

  @Override
  public String toString() {
    return prefix;
  }
}
