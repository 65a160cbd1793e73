/**
 * The layers, functions, losses and metrics of the library as annotations.
 *
 * <p>Only compiling a network of annotated methods needs them: {@code requires static} will do.
 */
module dev.nutshell.annotations {
  requires transitive dev.nutshell.runtime;

  exports dev.nutshell.annotation.layer;
}
