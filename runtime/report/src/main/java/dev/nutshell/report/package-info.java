/** What a training achieved: as one HTML file, or for TensorBoard. */
package dev.nutshell.report;
