/**
 * What generated networks and their users call.
 *
 * <p>A shipped network reaches {@code dev.nutshell.inference} alone.
 */
module dev.nutshell.runtime {
  exports dev.nutshell.annotation;
  exports dev.nutshell.annotation.layer;
  exports dev.nutshell.data;
  exports dev.nutshell.inference;
  exports dev.nutshell.training;
}
