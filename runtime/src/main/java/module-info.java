/**
 * What generated networks and their users call.
 *
 * <p>A shipped network reaches {@code dev.nutshell.inference} alone; who predicts on several
 * threads adds {@code dev.nutshell.parallel}.
 */
module dev.nutshell.runtime {
  requires static jdk.management;

  exports dev.nutshell.annotation;
  exports dev.nutshell.data;
  exports dev.nutshell.inference;
  exports dev.nutshell.parallel;
  exports dev.nutshell.training;
  exports dev.nutshell.training.callback;
  exports dev.nutshell.training.initializer;
  exports dev.nutshell.training.optimizer;
  exports dev.nutshell.training.schedule;
  exports dev.nutshell.training.storage;

  uses dev.nutshell.training.ReportWriter;
}
