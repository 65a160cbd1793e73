/**
 * Data sets from files, and what is done with them before a network sees them.
 *
 * <p>Only trainings need it; a network that predicts is shipped without. Images are decoded by
 * {@code java.desktop}, which has to be there for {@code dev.nutshell.data.image} alone.
 */
module dev.nutshell.data {
  requires transitive dev.nutshell.runtime;
  requires static java.desktop;

  exports dev.nutshell.data.augment;
  exports dev.nutshell.data.csv;
  exports dev.nutshell.data.file;
  exports dev.nutshell.data.image;
  exports dev.nutshell.data.label;
  exports dev.nutshell.data.pipeline;
  exports dev.nutshell.data.sequence;
  exports dev.nutshell.data.text;
}
