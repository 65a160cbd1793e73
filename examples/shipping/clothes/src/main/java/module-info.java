/** A network that tells clothes apart, with its weights. */
module dev.nutshell.shipping.clothes {
  requires transitive dev.nutshell.runtime;

  exports dev.nutshell.shipping.clothes;
}
