package dev.nutshell.processor.frontend;

import java.util.Optional;

/** Finds imported files. The door decides where they may lie. */
public interface SourceResolver {

  /** Resolves nothing: for texts that stand alone. */
  SourceResolver NONE = name -> Optional.empty();

  /**
   * The text of a file, or nothing if there is none that may be read.
   *
   * @param name the path, relative to the same root as {@link Source#name}; already normalised, and
   *     never leaving that root
   */
  Optional<Source> resolve(String name);
}
