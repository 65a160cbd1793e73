/** What a training achieved, as one HTML file: see {@link dev.nutshell.report.Report}. */
package dev.nutshell.report;
