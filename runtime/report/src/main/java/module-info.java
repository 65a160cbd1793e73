/** What a training achieved, as a page to look at. Only trainings need it. */
module dev.nutshell.report {
  requires transitive dev.nutshell.runtime;
  requires java.xml;

  exports dev.nutshell.report;

  provides dev.nutshell.training.ReportWriter with
      dev.nutshell.report.ReportService;
}
